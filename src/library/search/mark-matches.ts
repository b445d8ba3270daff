import type { MarkedRun } from '../../content/model/library.ts';
import { markText } from '../../search/words/excerpt.ts';
import type { Matcher } from '../../search/words/matcher.ts';
import { tokenize } from '../../search/words/tokenize.ts';
import type { Token } from '../../search/words/tokenize.ts';
import { createBoundedMap } from '../net/bounded-map.ts';

/** Texts whose words are kept: those of some pages of results, which the next key shows again. */
const keptTexts = 300;
const read = createBoundedMap<readonly Token[]>(keptTexts);

/** `text` in runs, the words lit that were searched for. */
export function markMatches(text: string, matcher: Matcher): MarkedRun[] {
  const tokens = read.get(text) ?? tokenize(text);
  read.set(text, tokens);
  return markText(text, (token) => matcher.isMatch(token), tokens);
}
