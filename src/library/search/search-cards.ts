import type { SearchRequest } from '../../content/model/library.ts';
import type { Keyword, PostCard } from '../../content/model/post.ts';
import { findPosts } from '../../search/read/find-posts.ts';
import type { FoundPosts } from '../../search/read/find-posts.ts';
import type { IndexReader } from '../../search/read/index-reader.ts';
import { createWantedWords } from '../../search/words/wanted-words.ts';
import type { WantedWords } from '../../search/words/wanted-words.ts';
import { parseQuery } from '../../search/words/query.ts';
import type { ShardCard } from '../../search/format/shard-card.ts';
import type { Stem } from '../../search/words/stem.ts';

/** The posts that a search has found, with cards in place of numbers. */
export interface FoundCards extends Pick<
  FoundPosts,
  'total' | 'match' | 'counted' | 'records' | 'corrections'
> {
  /** In the requested order, as many as were requested. */
  readonly cards: readonly PostCard[];
  /** By keyword slug. */
  readonly counts: Readonly<Record<string, number>>;
  /** The words that were searched for, mistyped ones as they were meant. */
  readonly wanted: WantedWords;
  /** The typed text and the words that were searched for in place of mistyped ones: the same words find the same passages. */
  readonly words: string;
  /** Bytes of the index fetched for it, but for the root: it is fetched once for all searches. */
  readonly spent: number;
}

/** Finds posts and what the index tells of them. Throws a ContentError when a file of it is damaged. */
export async function findCards(
  reader: IndexReader,
  request: SearchRequest & { readonly stems: readonly Stem[] },
): Promise<FoundCards> {
  const query = parseQuery(request.text);
  await reader.loadRoot();
  const before = reader.countBytes();
  const found = await findPosts(reader, { ...request, query });
  const used = found.corrections.map((correction) => correction.used);
  const cards = await loadCards(reader, found);
  request.signal?.throwIfAborted();
  const numbers = cards.flatMap((card) => card.keywords);
  const keywords = await reader.loadKeywords(numbers);
  return {
    ...found,
    counts: await nameCounts(reader, found.counts),
    wanted: createWantedWords(query, { stems: request.stems, used }),
    cards: cards.map((card) => toPostCard(card, keywords)),
    words: [request.text, ...used].join('\n'),
    spent: reader.countBytes() - before,
  };
}

async function loadCards(reader: IndexReader, found: FoundPosts): Promise<ShardCard[]> {
  const known = new Map<number, ShardCard>();
  for (const id of found.ids) {
    const card = found.tables.find((table) => table.has(id))?.get(id);
    if (card !== undefined) known.set(id, card);
  }
  const missing = found.ids.filter((id) => !known.has(id));
  for (const [id, card] of await reader.loadCards(missing)) known.set(id, card);
  return found.ids.flatMap((id) => known.get(id) ?? []);
}

/** The counts of long lists, named: they stand in the index and are the same with every search. */
const namedCounts = new WeakMap<FoundPosts['counts'], Readonly<Record<string, number>>>();

async function nameCounts(
  reader: IndexReader,
  counts: FoundPosts['counts'],
): Promise<Readonly<Record<string, number>>> {
  const known = namedCounts.get(counts);
  if (known !== undefined) return known;
  const keywords = await reader.loadKeywords(counts.keys());
  const named = Object.fromEntries(
    [...counts].flatMap(([number, count]) => {
      const slug = keywords.get(number)?.slug;
      return slug === undefined ? [] : [[slug, count]];
    }),
  );
  namedCounts.set(counts, named);
  return named;
}

function toPostCard(card: ShardCard, keywords: ReadonlyMap<number, Keyword>): PostCard {
  return {
    ...card,
    day: card.day === '' ? undefined : card.day,
    language: card.language === '' ? undefined : card.language,
    keywords: card.keywords.flatMap((number) => keywords.get(number) ?? []),
    summary: '',
  };
}
