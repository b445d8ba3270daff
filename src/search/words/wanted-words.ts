import type { Query } from './query.ts';
import type { Stem } from './stem.ts';

/** The words that were searched for, in all forms that match. */
export interface WantedWords {
  /** True for a folded token that stands for one of them. */
  isMatch(token: string): boolean;
  /** The place, among those searched for, of the word that the folded `token` stands for; -1 for none. */
  find(token: string): number;
}

/** The words of `query`, and those used in place of mistyped ones. */
export function createWantedWords(
  query: Query,
  options: { readonly stems: readonly Stem[]; readonly used?: readonly string[] },
): WantedWords {
  const { stems, used = [] } = options;
  const exact = new Map<string, number>();
  const stemmed = new Map<string, number>();
  const prefixes: { readonly text: string; readonly place: number }[] = [];
  let size = 0;
  // The same word in a phrase and beside it has one place.
  const addPlace = (places: Map<string, number>, text: string): void => {
    if (!places.has(text)) places.set(text, size);
  };
  const addWord = (text: string): void => {
    addPlace(exact, text);
    for (const stem of stems) addPlace(stemmed, stem(text));
    size++;
  };
  for (const clause of query.required) {
    if (clause.kind === 'phrase') {
      for (const { text } of clause.terms) {
        addPlace(exact, text);
        size++;
      }
      continue;
    }
    if (clause.isPrefix) prefixes.push({ text: clause.text, place: size });
    addWord(clause.text);
  }
  for (const text of used) addWord(text);

  const known = new Map<string, number>();
  const find = (token: string): number => {
    const found =
      exact.get(token) ??
      prefixes.find(({ text }) => token.startsWith(text))?.place ??
      stems.map((stem) => stemmed.get(stem(token))).find((at) => at !== undefined);
    return found ?? -1;
  };
  return {
    find(token) {
      const before = known.get(token);
      if (before !== undefined) return before;
      const place = find(token);
      known.set(token, place);
      return place;
    },
    isMatch(token) {
      return this.find(token) !== -1;
    },
  };
}
