import { blockSize, shardSize } from '../../content/files/post-index.ts';
import type { CardShard } from '../../content/files/post-index.ts';
import type { PostCard } from '../../content/model/post.ts';
import { LibraryError, isNotFound } from '../net/library-error.ts';

/** The cards to read from a row of shards. */
export interface PlacesRequest {
  /** Places in the row, 0 being the oldest card; in the order the cards are wanted. */
  readonly places: readonly number[];
  /** Stamps of the row's blocks. */
  readonly blocks: readonly string[];
  readonly load: (number: number, stamp: string) => Promise<CardShard>;
}

/** The means by which a row of shards is read; each build has its own. */
export interface Row<Source> {
  readonly source: Source;
  readonly request: PlacesRequest;
}

/**
 * Reads cards from shards, each requested once. When a shard is of another build than `row`, the row is
 * read anew, and its cards are what counts.
 *
 * Rejects with a `LibraryError` when a shard is missing, lacks a card it should have, or is of another
 * build than the row that was read anew: its cards are then those of other posts.
 *
 * @param reload - the row as it is now
 */
export async function loadPlaces<Source>(
  row: Row<Source>,
  reload: () => Promise<Row<Source>>,
): Promise<{ readonly source: Source; readonly cards: readonly PostCard[] }> {
  const first = await readPlaces(row.request);
  if (!first.isStale) return { source: row.source, cards: complete(row, first) };
  const fresh = await reload();
  const second = await readPlaces(fresh.request);
  const cards = complete(fresh, second);
  if (!second.isStale) return { source: fresh.source, cards };
  throw new LibraryError('bad-content', 'The list files are of two builds.');
}

interface PlacesAnswer {
  readonly cards: readonly PostCard[];
  /** True if a shard is missing or of another build. */
  readonly isStale: boolean;
}

async function readPlaces({ places, blocks, load }: PlacesRequest): Promise<PlacesAnswer> {
  const numbers = [...new Set(places.map((place) => Math.floor(place / shardSize)))];
  let isStale = false;
  const shards = await Promise.all(
    numbers.map(async (number) => {
      const stamp = blocks[Math.floor(number / blockSize)] ?? '';
      const shard = await load(number, stamp).catch((error: unknown) => {
        // Another build may have fewer posts: its root will tell.
        if (!isNotFound(error)) throw error;
        return undefined;
      });
      if (shard?.stamp !== stamp) isStale = true;
      return [number, shard] as const;
    }),
  );
  const byNumber = new Map(shards);
  const cards = places.flatMap((place) => {
    const shard = byNumber.get(Math.floor(place / shardSize));
    return shard?.cards[place % shardSize] ?? [];
  });
  return { cards, isStale };
}

function complete<Source>({ request }: Row<Source>, { cards }: PlacesAnswer): readonly PostCard[] {
  if (cards.length === request.places.length) return cards;
  const missing = request.places.length - cards.length;
  throw new LibraryError(
    'bad-content',
    `The list files lack ${missing} of the posts they promise.`,
  );
}
