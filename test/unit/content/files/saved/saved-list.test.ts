import { describe, expect, test } from 'vitest';
import { createCard } from '../../../../support/create-card.ts';
import {
  decodeSavedIndex,
  emptyIndex,
  encodeSavedIndex,
} from '../../../../../src/content/files/saved/saved-index.ts';
import type { SavedIndex } from '../../../../../src/content/files/saved/saved-index.ts';
import {
  decodeSavedFiles,
  decodeSavedPart,
  decodeSavedRoot,
  encodeSavedFiles,
  encodeSavedPart,
  encodeSavedRoot,
} from '../../../../../src/content/files/saved/saved-list.ts';
import type { SavedEntry } from '../../../../../src/content/files/saved/saved-list.ts';

const entry: SavedEntry = {
  permalink: '/posts/a/',
  source: 'posts/a.md',
  sizeBytes: 1200,
  stamp: 'abc',
  pictures: ['posts/a/b c.png'],
  keywords: ['rust'],
};
const plain: SavedEntry = { ...entry, permalink: '/b.html', pictures: [], keywords: [] };

function reread<Value>(text: string, decode: (value: unknown, place: string) => Value): Value {
  return decode(JSON.parse(text), 'x.json');
}

describe('the list of what may be saved', () => {
  test('reads back as it was written', () => {
    const root = { buildId: 'b1', total: 2, partCount: 1 };
    expect(reread(encodeSavedRoot(root), decodeSavedRoot)).toEqual(root);
    const part = { buildId: 'b1', entries: [entry, plain] };
    expect(reread(encodeSavedPart(part), decodeSavedPart)).toEqual(part);
    const files = { buildId: 'b1', files: [{ path: '', sizeBytes: 3, stamp: 's' }] };
    expect(reread(encodeSavedFiles(files), decodeSavedFiles)).toEqual(files);
  });

  test('names the file and the field that are wrong', () => {
    const text = '{"schema":1,"buildId":"b","paths":["a"],"sizes":[1,2],"stamps":["s"]}';
    expect(() => reread(text, decodeSavedFiles)).toThrow(/`paths`.*2 was expected/);
    expect(() => reread('{"schema":9}', decodeSavedRoot)).toThrow(/`schema`/);
  });
});

describe('the index of what is saved', () => {
  test('reads back as it was written, cards of free pages too', () => {
    const index: SavedIndex = {
      buildId: 'b1',
      scopes: [
        { kind: 'post', permalink: '/posts/a/', title: 'A' },
        { kind: 'keyword', slug: 'rust', name: 'Rust' },
        { kind: 'blog' },
      ],
      posts: [
        { ...entry, card: createCard(7, { permalink: '/posts/a/', path: 'a.md' }) },
        { ...plain, card: createCard(-1, { permalink: '/b.html', path: 'b.md' }) },
      ],
      files: [{ path: 'data/v1/root.json', sizeBytes: 3, stamp: 's' }],
    };
    expect(reread(encodeSavedIndex(index), decodeSavedIndex)).toEqual(index);
    expect(reread(encodeSavedIndex(emptyIndex), decodeSavedIndex)).toEqual(emptyIndex);
  });

  test('refuses one with a post that lacks its card', () => {
    const text = encodeSavedIndex(emptyIndex).replace(
      '"posts":[]',
      `"posts":[${JSON.stringify(entry)}]`,
    );
    expect(() => reread(text, decodeSavedIndex)).toThrow(/`?card/);
  });
});
