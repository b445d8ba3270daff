import type { MarkedRun } from '../../content/model/library.ts';
import { parseQuery } from './query.ts';
import type { Stem } from './stem.ts';
import { tokenize } from './tokenize.ts';
import type { WordToken } from './tokenize.ts';
import { createWantedWords } from './wanted-words.ts';
import type { WantedWords } from './wanted-words.ts';

/** A function that marks in any text what a search for `words` finds; without `stems` no other forms of a word. */
export function createMarker(
  words: string,
  stems: readonly Stem[] = [],
): (text: string) => readonly MarkedRun[] {
  const wanted = createWantedWords(parseQuery(words), { stems });
  return (text) => markText(text, wanted);
}

/**
 * `text` cut into runs, alternately without and with a match.
 *
 * @param tokens - those of `text`, when they are known already
 * @example
 * markText('The fox ran', foxWords)
 * // [{ text: 'The ', isMatch: false }, { text: 'fox', isMatch: true }, { text: ' ran', isMatch: false }]
 */
export function markText(
  text: string,
  wanted: Pick<WantedWords, 'isMatch'>,
  tokens: readonly WordToken[] = tokenize(text),
): MarkedRun[] {
  const runs: MarkedRun[] = [];
  let at = 0;
  const add = (end: number, isMatch: boolean): void => {
    if (end <= at) return;
    const last = runs.at(-1);
    const piece = text.slice(at, end);
    // Neighbouring grams of one word become one run.
    if (last?.isMatch === isMatch) runs[runs.length - 1] = { text: last.text + piece, isMatch };
    else runs.push({ text: piece, isMatch });
    at = end;
  };
  for (const token of tokens) {
    // A whole is marked by its words: of `std::mem` only what was typed.
    if (token.kind === 'whole' || !wanted.isMatch(token.text)) continue;
    add(token.start, false);
    add(token.end, true);
  }
  add(text.length, false);
  return runs;
}
