import type { Clause, Query } from './query.ts';
import { findNearWords } from './spelling.ts';
import { tokenize } from './tokenize.ts';
import type { WordToken } from './tokenize.ts';

/** Anything with a title. */
interface Titled {
  readonly title: string;
}

/** Titles near a query that found nothing. */
const maximumSuggestions = 3;

/** The words of titles that were read: of thousands of titles they are needed with every keystroke. */
const readTitles = new WeakMap<Titled, readonly WordToken[]>();

/**
 * Those of `items` whose titles are what `query` asks for, in their order: every word, every phrase as it
 * stands, and nothing excluded. Needs no index; other forms of a word are not found.
 */
export function matchTitles<Item extends Titled>(items: Iterable<Item>, query: Query): Item[] {
  if (query.required.length === 0) return [];
  return [...items].filter((item) => {
    const tokens = readTitle(item);
    return (
      query.required.every((clause) => hasClause(tokens, clause)) &&
      !query.excluded.some((clause) => hasClause(tokens, clause))
    );
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
    const tokens = readTitle(item);
    if (query.excluded.some((clause) => hasClause(tokens, clause))) continue;
    const words = tokens.map(({ text }) => ({ text, level: 0 }));
    const known = new Set(words.map(({ text }) => text));
    if (typed.some((word) => known.has(word) || findNearWords(word, words).length > 0))
      near.push(item);
  }
  return near;
}

function readTitle(item: Titled): readonly WordToken[] {
  const known = readTitles.get(item);
  if (known !== undefined) return known;
  const tokens = tokenize(item.title);
  readTitles.set(item, tokens);
  return tokens;
}

function hasClause(tokens: readonly WordToken[], clause: Clause): boolean {
  if (clause.kind === 'phrase') {
    return tokens.some((first) =>
      clause.terms.every(({ text, at }) =>
        tokens.some((token) => token.text === text && token.position === first.position + at),
      ),
    );
  }
  const { text: wanted, isPrefix } = clause;
  return tokens.some(({ text }) => text === wanted || (isPrefix && text.startsWith(wanted)));
}
