/** Texts of all attacks on the body of a post, `RUN` and `FOREIGN` as they stand in the tables. */
export const bodyTexts: readonly string[];

/** Texts of attacks on settings: values for one, and whole lines of YAML. */
export const settingTexts: readonly string[];

/** Writes the blog of attacks into a folder of posts. */
export function writeAttacks(folder: string): void;
