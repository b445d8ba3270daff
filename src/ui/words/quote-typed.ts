/** Most characters of a search that a sentence repeats. */
const quotedLength = 60;
/** Marks that turn the direction of what follows them, in a sentence of ours too. */
const turns = /[\u202a-\u202e\u2066-\u2069]/g;
const rightToLeft =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * A typed text in quotes, as part of a sentence: cut short, and its direction kept to itself.
 *
 * @example
 * quoteTyped(' fox ')  // '“fox”'
 */
export function quoteTyped(text: string): string {
  const characters = Array.from(
    text
      .slice(0, 4 * quotedLength)
      .replace(turns, '')
      .trim(),
  );
  const isCut = characters.length > quotedLength || text.length > 4 * quotedLength;
  const shown = isCut
    ? `${characters.slice(0, quotedLength).join('').trim()}…`
    : characters.join('');
  return rightToLeft.test(shown) ? `“\u2068${shown}\u2069”` : `“${shown}”`;
}
