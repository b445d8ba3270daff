import { describe, expect, test } from 'vitest';
import type { CardShard } from '../../../../src/content/files/post-index.ts';
import type { PostCard } from '../../../../src/content/model/post.ts';
import { LibraryError } from '../../../../src/library/net/library-error.ts';
import { loadPlaces } from '../../../../src/library/lists/load-places.ts';
import type { Row } from '../../../../src/library/lists/load-places.ts';
import { createMeta } from '../../../support/create-meta.ts';
import { publishLists } from '../../../support/file-server.ts';

const cards = publishLists(
  Array.from({ length: 45 }, (_, n) => createMeta({ path: `p${n}.md` })),
).catalog.entries.map(({ card }) => card);

/** A row of 45 cards in shards that say they are of `stamp`. */
function createRow(places: readonly number[], stamp: string, shown = stamp) {
  const asked: number[] = [];
  const load = async (number: number): Promise<CardShard> => {
    asked.push(number);
    return { stamp: shown, cards: cards.slice(number * 20, number * 20 + 20) };
  };
  const row: Row<string> = { source: stamp, request: { places, blocks: [stamp], load } };
  return { row, asked };
}

const noReload = (): Promise<Row<string>> => Promise.reject(new Error('Asked anew.'));
const refuse = (): Promise<CardShard> => Promise.reject(new LibraryError('offline', 'No line.'));
const idsOf = (found: readonly PostCard[]): readonly number[] => found.map(({ id }) => id);

describe('loadPlaces', () => {
  test('gives cards in the order wanted and asks for each shard once', async () => {
    const { row, asked } = createRow([44, 0, 19, 21], 'a');
    const { cards: found, source } = await loadPlaces(row, noReload);
    expect(idsOf(found)).toEqual([44, 0, 19, 21]);
    expect(source).toBe('a');
    expect(asked.toSorted()).toEqual([0, 1, 2]);
  });

  test('reads the row anew when a shard is of another build', async () => {
    const { row } = createRow([3], 'a', 'b');
    const { source, cards: found } = await loadPlaces(row, async () => createRow([7], 'b').row);
    expect(source).toBe('b');
    expect(idsOf(found)).toEqual([7]);
  });

  test('rejects instead of giving fewer cards than are promised', async () => {
    await expect(loadPlaces(createRow([44, 45], 'a').row, noReload)).rejects.toMatchObject({
      kind: 'bad-content',
      message: 'The list files lack 1 of the posts they promise.',
    });
  });

  test('rejects when shards fit the row that was read anew no better', async () => {
    const { row } = createRow([3], 'a', 'b');
    await expect(loadPlaces(row, async () => row)).rejects.toMatchObject({ kind: 'bad-content' });
  });

  test('rejects as the shard does', async () => {
    const { row } = createRow([1], 'a');
    const broken = { ...row, request: { ...row.request, load: refuse } };
    await expect(loadPlaces(broken, noReload)).rejects.toMatchObject({ kind: 'offline' });
  });
});
