import { spellingWords } from '../format/index-format.ts';
import type { Postings } from './postings.ts';
import type { SpellingWord } from '../format/side-files.ts';
import { spelled } from '../words/spelling.ts';
import { isGramText, tokenize } from '../words/tokenize.ts';

/** Title words kept beside the commonest. */
const titleWords = 3000;

/** The words that typing errors are repaired to: the commonest, and those of titles, ascending. */
export function chooseSpelling(postings: Postings): SpellingWord[] {
  const words = postings.words.flatMap((word) => {
    const text = postings.texts[word] ?? '';
    if (!spelled.test(text) || isGramText(text)) return [];
    return [{ text, count: postings.postingsOf(word).length }];
  });
  const byCount = words.toSorted((a, b) => b.count - a.count);
  const inTitles = new Set(
    postings.posts.flatMap(({ card }) => tokenize(card.title).map(({ text }) => text)),
  );
  const common = byCount.slice(0, spellingWords);
  const titled = byCount.slice(spellingWords).filter(({ text }) => inTitles.has(text));
  return [...common, ...titled.slice(0, titleWords)]
    .map(({ text, count }) => ({ text, level: Math.floor(Math.log2(count)) }))
    .toSorted((a, b) => (a.text < b.text ? -1 : 1));
}
