import type { Matcher } from './matcher.ts';
import type { Query } from './query.ts';
import { findNear } from './spelling.ts';
import { tokenize } from './tokenize.ts';

/** What has a title. */
interface Titled {
  readonly title: string;
}

/** Titles near a query that found nothing. */
const maximumSuggestions = 3;

/** Those of `items` whose titles have every word that `matcher` looks for, in their order. Needs no index. */
export function matchTitles<Item extends Titled>(items: readonly Item[], matcher: Matcher): Item[] {
  if (matcher.size === 0) return [];
  return items.filter(({ title }) => {
    const found = new Set(tokenize(title).map(({ text }) => matcher.find(text)));
    found.delete(-1);
    return found.size === matcher.size;
  });
}

/** The up to three of `items` whose titles have a word within two typing errors of one in `query`. */
export function suggestTitles<Item extends Titled>(items: readonly Item[], query: Query): Item[] {
  const typed = query.required.flatMap((clause) =>
    clause.kind === 'word' ? [clause.text] : clause.terms.map(({ text }) => text),
  );
  const near: Item[] = [];
  for (const item of items) {
    if (near.length === maximumSuggestions) break;
    const words = tokenize(item.title).map(({ text }) => ({ text, level: 0 }));
    const known = new Set(words.map(({ text }) => text));
    if (typed.some((word) => known.has(word) || findNear(word, words).length > 0)) near.push(item);
  }
  return near;
}
