// How deep Markdown may nest. Limits of HTML are in `content/html/html-limits.ts`.

/** Nesting beyond this is shown as text. Real posts stay under ten. */
export const maxBlockDepth = 24;

/** Spans in spans beyond this are shown as text. */
export const maxInlineDepth = 48;
