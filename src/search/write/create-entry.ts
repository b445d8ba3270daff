import { sharedLength } from '../format/ascending.ts';
import type { DictionaryKey } from './dictionary.ts';
import type { ListBuilder } from './list-builder.ts';
import type { Postings } from './postings.ts';
import type { ShardEntry } from '../format/shard-entry.ts';

/** The sources of the lists of entries. */
export interface EntryOptions {
  readonly lists: ListBuilder;
  readonly postings: Postings;
}

/** The entry of a shard that `key` leads to. Its ordinal is counted by the shard. */
export function createEntry(key: DictionaryKey, { lists, postings }: EntryOptions): ShardEntry {
  const text = key.key.slice(0, -1);
  const textOf = (word: number | undefined): string => postings.texts[word ?? -1] ?? '';
  switch (key.kind) {
    case 'alias':
      return { kind: 'alias', text, word: textOf(key.word) };
    case 'stem': {
      const first = textOf(key.words[0]);
      const common = first.slice(0, sharedLength(first, textOf(key.words.at(-1))));
      return { kind: 'stem', text, common, list: lists.ofStem(key.words, key.stem) };
    }
    case 'prefix':
      return {
        kind: 'prefix',
        text,
        hasForms: key.hasForms,
        list: lists.ofPrefix(postings.words.slice(key.from, key.to)),
      };
    case 'keyword':
      return {
        kind: 'word',
        text,
        isOwnStem: false,
        isBare: false,
        ordinal: 0,
        list: lists.ofKeyword(key.keyword),
      };
    case 'word': {
      const { word, isOwnStem } = key;
      const list = lists.ofWord(word, key.isShown);
      return { kind: 'word', text, isOwnStem, isBare: !key.isShown, ordinal: 0, list };
    }
    default:
      return key satisfies never;
  }
}
