import type { MarkedRun } from '../../content/model/library.ts';
import { markText } from './excerpt.ts';
import { createMatcher } from './matcher.ts';
import { parseQuery } from './query.ts';
import type { Stem } from './stem.ts';

/** Lights in any text what a search for `words` finds; without `stems` no other forms of a word. */
export function createMarker(
  words: string,
  stems: readonly Stem[] = [],
): (text: string) => readonly MarkedRun[] {
  const matcher = createMatcher(parseQuery(words), { stems });
  return (text) => markText(text, (token) => matcher.isMatch(token));
}
