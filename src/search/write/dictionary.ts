import type { Keyword } from '../../content/model/post.ts';
import { sharedLength } from '../format/ascending.ts';
import { prefixPostLimit, prefixWordLimit } from '../format/index-format.ts';
import type { Postings } from './postings.ts';
import type { Stem } from '../words/stem.ts';
import { keyKinds, keywordKey } from '../format/shard-entry.ts';
import { isGramText } from '../words/tokenize.ts';

/** A key of the index and the words whose posts its list holds. */
export type DictionaryKey =
  | {
      readonly kind: 'word';
      readonly key: string;
      readonly word: number;
      readonly isOwnStem: boolean;
      /** True if readers see its list as it is: it has no stem list and is no mere grammar. */
      readonly isShown: boolean;
    }
  | {
      readonly kind: 'stem';
      readonly key: string;
      readonly stem: number;
      readonly words: readonly number[];
    }
  | { readonly kind: 'alias'; readonly key: string; readonly word: number }
  /** The posts with the keyword of this number. */
  | { readonly kind: 'keyword'; readonly key: string; readonly keyword: number }
  /** The words are `postings.words` from `from` up to, not including, `to`. */
  | {
      readonly kind: 'prefix';
      readonly key: string;
      readonly from: number;
      readonly to: number;
      /** True if all forms of what the words begin with are among them. */
      readonly hasForms: boolean;
    };

/** Fewest characters that a list of words with the same beginning is kept for. */
export const minimumPrefix = 2;

/** Pairs with Japanese endings and particles, of which nobody looks for one alone. */
const grammar = /\p{Script=Hiragana}/u;

/** Facts about the blog that the dictionary needs beside the posts. */
export interface DictionaryOptions {
  /** All, by number. */
  readonly keywords?: readonly Keyword[];
  /** Of every language of the blog. */
  readonly stems?: readonly Stem[];
}

/** All keys in ascending order. */
export function listKeys(
  postings: Postings,
  { keywords = [], stems = [] }: DictionaryOptions = {},
): DictionaryKey[] {
  const forms = groupForms(postings);
  const keys: DictionaryKey[] = [];
  for (const word of postings.words) {
    const text = postings.texts[word] ?? '';
    const isOwnStem = isOnlyForm(postings, { word, stem: word, words: forms.get(word) ?? [] });
    const isShown = !hasSharedStem(postings, word, forms) && !grammar.test(text);
    // Its own stem's list is the word's: found at once by those who look for the stem.
    const key = text + (isOwnStem ? keyKinds.stem : keyKinds.word);
    keys.push({ kind: 'word', key, word, isOwnStem, isShown });
  }
  for (const [stem, words] of forms) {
    const key = (postings.texts[stem] ?? '') + keyKinds.stem;
    const [word = -1] = words;
    if (isOnlyForm(postings, { word, stem, words })) {
      if (word !== stem) keys.push({ kind: 'alias', key, word });
    } else keys.push({ kind: 'stem', key, stem, words });
  }
  addPrefixes(postings, keys, createFormCheck(postings, forms, stems));
  for (const [keyword, { slug }] of keywords.entries()) {
    keys.push({ kind: 'keyword', key: keywordKey(slug), keyword });
  }
  return keys.toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

/** About how long the list of `key` is. */
export function countPostings(key: DictionaryKey, postings: Postings): number {
  const count = (word: number): number => postings.postingsOf(word).length;
  switch (key.kind) {
    case 'alias':
    case 'keyword':
      return 0;
    case 'word':
      return count(key.word);
    case 'stem':
      return key.words.reduce((sum, word) => sum + count(word), 0);
    case 'prefix':
      return postings.words.slice(key.from, key.to).reduce((sum, word) => sum + count(word), 0);
    default:
      return key satisfies never;
  }
}

/** A check that all words that a reader who typed a text finds by its stems begin with that text. */
function createFormCheck(
  { texts }: Postings,
  forms: ReadonlyMap<number, readonly number[]>,
  stems: readonly Stem[],
): (text: string) => boolean {
  const byStem = new Map<string, readonly number[]>();
  for (const [stem, words] of forms) byStem.set(texts[stem] ?? '', words);
  return (text) =>
    [text, ...stems.map((stem) => stem(text))].every((stem) =>
      (byStem.get(stem) ?? []).every((word) => texts[word]?.startsWith(text) === true),
    );
}

/** True if `word` is the one form of `stem` and has no other stem. */
function isOnlyForm(
  postings: Postings,
  {
    word,
    stem,
    words,
  }: { readonly word: number; readonly stem: number; readonly words: readonly number[] },
): boolean {
  if (words.length !== 1 || words[0] !== word) return false;
  return postings.postingsOf(word).every((posting) => postings.stemOf(posting) === stem);
}

function hasSharedStem(
  postings: Postings,
  word: number,
  forms: ReadonlyMap<number, readonly number[]>,
): boolean {
  return Array.from(postings.postingsOf(word)).some(
    (posting) => (forms.get(postings.stemOf(posting))?.length ?? 0) > 1,
  );
}

/** The words that have each stem. */
function groupForms(postings: Postings): Map<number, number[]> {
  const forms = new Map<number, number[]>();
  for (const word of postings.words) {
    // A word may have several stems in a blog of several languages.
    const stems = new Set<number>();
    for (const posting of postings.postingsOf(word)) stems.add(postings.stemOf(posting));
    for (const stem of stems) {
      const words = forms.get(stem);
      if (words === undefined) forms.set(stem, [word]);
      else words.push(word);
    }
  }
  return forms;
}

/**
 * A key for each beginning that many words share, at the longest beginning that exactly those words
 * share: the first prefix key at or after what a reader typed is the one that holds all its words.
 */
function addPrefixes(
  postings: Postings,
  keys: DictionaryKey[],
  hasForms: (text: string) => boolean,
): void {
  const { words, texts } = postings;
  const textAt = (index: number): string => texts[words[index] ?? 0] ?? '';
  const sums = new Float64Array(words.length + 1);
  for (const [index, word] of words.entries()) {
    sums[index + 1] = (sums[index] ?? 0) + postings.postingsOf(word).length;
  }
  const visit = (from: number, to: number): void => {
    const count = to - from;
    const posts = (sums[to] ?? 0) - (sums[from] ?? 0);
    if (count < 2 || (count <= prefixWordLimit && posts <= prefixPostLimit)) return;
    const first = textAt(from);
    const text = first.slice(0, sharedLength(first, textAt(to - 1)));
    const least = isGramText(first) ? 1 : minimumPrefix;
    if (text.length >= least) {
      keys.push({
        kind: 'prefix',
        key: text + keyKinds.prefix,
        from,
        to,
        hasForms: hasForms(text),
      });
    }
    // Each group of words that go on with the same character.
    for (let start = from; start < to;) {
      const next = String.fromCodePoint(textAt(start).codePointAt(text.length) ?? 0);
      let end = start + 1;
      while (end < to && textAt(end).startsWith(next, text.length)) end++;
      // The word that is the beginning itself has no next character and stands alone.
      if (textAt(start).length > text.length) visit(start, end);
      start = end;
    }
  };
  visit(0, words.length);
}
