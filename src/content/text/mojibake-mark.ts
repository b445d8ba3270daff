/** A lead byte of UTF-8 followed by a trail byte, both as Windows-1252 shows them: without it, nothing to repair. */
const suspicious = /[\u00c2-\u00f4][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/;

/** Tells a text that may hold what `mojibake.ts` repairs; a sound text of another language may look like it. */
export function mayBeMojibake(text: string): boolean {
  return suspicious.test(text);
}
