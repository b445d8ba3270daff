/** Words of an excerpt before and after the match begins. */
const wordsBefore = 8;
const wordsAfter = 17;
/** Bounds in UTF-16 code units, for text of long words or without spaces. */
const charactersBefore = 70;
const charactersAfter = 130;

/**
 * About 24 words of `text` around `offset`, on one line, cut between words, with `…` where text was
 * left out. Begins with the block that holds the match when that is near.
 *
 * @example
 * cutExcerpt('First block.\nThe match is here.', 17)  // 'The match is here.'
 */
export function cutExcerpt(text: string, offset: number): string {
  const start = findStart(text, offset);
  const end = findEnd(text, offset);
  const before = start > 0 && text[start - 1] !== '\n' ? '…' : '';
  const after = end < text.length ? '…' : '';
  return `${before}${text.slice(start, end).replace(/\s+/g, ' ').trim()}${after}`;
}

function findStart(text: string, offset: number): number {
  const floor = Math.max(0, offset - charactersBefore);
  const window = text.slice(floor, offset);
  const block = window.lastIndexOf('\n');
  if (block !== -1) return floor + block + 1;
  const spaces = [...window.matchAll(/\s+/g)];
  if (floor === 0 && spaces.length <= wordsBefore) return 0;
  const space = spaces.at(Math.max(0, spaces.length - wordsBefore));
  if (space !== undefined) return floor + space.index + space[0].length;
  return avoidHalf(text, Math.max(0, offset - charactersBefore / 2));
}

function findEnd(text: string, offset: number): number {
  const ceiling = Math.min(text.length, offset + charactersAfter);
  const window = text.slice(offset, ceiling);
  const spaces = [...window.matchAll(/\s+/g)];
  if (ceiling === text.length && spaces.length < wordsAfter) return text.length;
  const space = spaces[Math.min(wordsAfter, spaces.length) - 1];
  // A first word longer than the window, or a script without spaces.
  if (space === undefined || space.index < charactersAfter / 4) return avoidHalf(text, ceiling);
  return offset + space.index;
}

/** `at`, moved back out of the middle of a surrogate pair. */
function avoidHalf(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}
