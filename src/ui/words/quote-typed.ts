import { say, words } from './page-words.ts';

/** Most characters of a search that a sentence repeats. */
const quotedLength = 60;
/** Marks that turn the direction of what follows them, in a sentence of ours too. */
const turns = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * A typed text in the quotes of the page's language, as part of a sentence: cut short, and its direction kept to itself.
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
  return say(words.quoted, { text: shown });
}
