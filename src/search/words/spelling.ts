import { editDistance } from '../../content/text/edit-distance.ts';
import type { SpellingWord } from '../format/side-files.ts';

/** Only these have a spelling: numbers, names of code and two letters do not. */
export const spelled = /^\p{L}{3,32}$/u;
/** From this length on two errors are forgiven, below it one; shorter words than the second are never repaired. */
const longWord = 6;
const shortWord = 3;

/**
 * The words nearest to `typed`, nearest first and the commonest of equals first; none farther than two
 * errors, one for words under six letters. An error is a letter added, left out, changed, or swapped
 * with its neighbour. An error in the first letter counts more.
 *
 * @example
 * findNearWords('rsut', [{ text: 'rust', level: 3 }, { text: 'gust', level: 3 }])  // ['rust']
 */
export function findNearWords(typed: string, words: readonly SpellingWord[], most = 1): string[] {
  if (!spelled.test(typed) || typed.length < shortWord) return [];
  const limit = typed.length < longWord ? 1 : 2;
  const found: { readonly text: string; readonly cost: number }[] = [];
  for (const { text, level } of words) {
    if (text === typed || Math.abs(text.length - typed.length) > limit) continue;
    const distance = editDistance(typed, text, limit);
    if (distance > limit) continue;
    const sameStart = text[0] === typed[0] ? 0 : 0.6;
    found.push({ text, cost: distance + sameStart - level / 30 });
  }
  return found
    .toSorted((a, b) => a.cost - b.cost || (a.text < b.text ? -1 : 1))
    .slice(0, most)
    .map(({ text }) => text);
}
