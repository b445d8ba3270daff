/** Stands in for `virtual:rubric/shortcodes` in unit tests. */
export const shortcodes: Readonly<Record<string, string>> = {};
