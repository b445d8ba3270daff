// How deep Markdown may nest, and how much of it a body may hold. Limits of HTML are in `content/html/html-limits.ts`.

/** Nesting beyond this is shown as text. Real posts stay under ten. */
export const maxBlockDepth = 24;

/** Spans in spans beyond this are shown as text. */
export const maxInlineDepth = 48;

/**
 * Blocks, spans and stretches of text in a body. A body of as many has more tags than one may have
 * (`html/html-limits.ts`), so what is beyond would lose its marks anyhow.
 */
export const maxPieces = 60_000;
