import type { SearchAnswer, SearchHit, SearchRequest } from '../content/library.ts';
import type { Keyword, PostCard } from '../content/post.ts';
import { markText } from '../search/excerpt.ts';
import { findPosts } from '../search/find-posts.ts';
import type { FoundPosts } from '../search/find-posts.ts';
import { createIndexReader, isStale } from '../search/index-reader.ts';
import type { IndexReader, LoadIndexFile } from '../search/index-reader.ts';
import { createMatcher } from '../search/matcher.ts';
import type { Matcher } from '../search/matcher.ts';
import { parseQuery } from '../search/query.ts';
import type { Query } from '../search/query.ts';
import type { ShardCard } from '../search/shard-card.ts';
import { loadStemmer } from '../search/stem.ts';
import type { Stem } from '../search/stem.ts';
import { matchTitles, suggestTitles } from '../search/titles.ts';
import { loadPassages, markPassage, readPassage } from './search-passages.ts';

/** What a search needs of the rest of the library. */
export interface SearchOptions {
  /** A file of `searchFolder` by its name. A given `version` goes behind `?v=` in place of the build's. */
  readonly loadFile: LoadIndexFile;
  /** The raw Markdown of a post by `PostCard.path`. */
  readonly loadRaw: (path: string) => Promise<string>;
  /** The cards that are in memory, newest first. Titles are matched in them when the index fails. */
  readonly listCards: () => readonly PostCard[];
  /** Where a fault of the index is told in development. */
  readonly report?: ((error: unknown) => void) | undefined;
}

/** The full-text search of the library. */
export interface Search {
  search(request: SearchRequest): Promise<SearchAnswer>;
  /** Starts loading what the first search needs. Never throws. */
  prefetch(): void;
  /** The passage of a post that is shown further down: its excerpt and sections. Never rejects. */
  loadPassage(text: string, post: PostCard): Promise<Pick<SearchHit, 'excerpt' | 'sections'>>;
  /** Forgets the index: posts have changed under a development server. */
  reset(): void;
}

/** A search over the files of the index. */
export function createSearch(options: SearchOptions): Search {
  const reader = createIndexReader(options.loadFile);
  let resets = 0;
  const reset = (): void => reader.reset(`${Date.now().toString(36)}-${++resets}`);

  const findWithRetry = async (query: Query, request: SearchRequest): Promise<Found> => {
    try {
      return await find(reader, query, request);
    } catch (error) {
      // After a deploy the root that is kept names files of the build before.
      if (!isStale(error)) throw error;
      reset();
      return find(reader, query, request);
    }
  };
  return {
    async search(request) {
      const before = reader.countBytes();
      const query = parseQuery(request.text);
      try {
        const found = await findWithRetry(query, request);
        request.signal?.throwIfAborted();
        const spent = reader.countBytes() - before;
        return await createAnswer(found, { ...options, query, request, spent });
      } catch (error) {
        request.signal?.throwIfAborted();
        options.report?.(error);
        // What is damaged may be kept somewhere: the next search asks for it anew.
        reset();
        return answerFromTitles(options.listCards(), query, request);
      }
    },
    prefetch() {
      loadStems(reader).catch(() => undefined);
    },
    async loadPassage(text, post) {
      try {
        const stems = await loadStems(reader);
        const matcher = createMatcher(parseQuery(text), { stems });
        return markPassage(await readPassage(options, post.path, matcher), matcher);
      } catch {
        // The post cannot be read now: the result stays without an excerpt.
        return { excerpt: undefined, sections: [] };
      }
    },
    reset,
  };
}

interface Found {
  readonly posts: FoundPosts;
  readonly counts: Readonly<Record<string, number>>;
  readonly matcher: Matcher;
  readonly cards: ReadonlyMap<number, PostCard>;
}

async function loadStems(reader: IndexReader): Promise<readonly Stem[]> {
  const { languages } = await reader.loadRoot();
  return Promise.all(languages.map((language) => loadStemmer(language)));
}

async function find(reader: IndexReader, query: Query, request: SearchRequest): Promise<Found> {
  const stems = await loadStems(reader);
  const posts = await findPosts(reader, { ...request, query, stems });
  const used = posts.corrections.map((correction) => correction.used);
  const records = new Map(posts.records.map(({ card }) => [card.id, card]));
  const missing = posts.ids.filter((id) => !records.has(id));
  for (const [id, card] of await reader.loadCards(missing)) records.set(id, card);
  const cards = posts.ids.flatMap((id) => records.get(id) ?? []);
  const numbers = [...posts.counts.keys(), ...cards.flatMap((card) => card.keywords)];
  const keywords = await reader.loadKeywords(numbers);
  const counts = [...posts.counts].map(([number, count]) => [keywords.get(number)?.slug, count]);
  return {
    posts,
    counts: Object.fromEntries(counts.filter(([slug]) => slug !== undefined)),
    matcher: createMatcher(query, { stems, used }),
    cards: new Map(cards.map((card) => [card.id, toPostCard(card, keywords)])),
  };
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

interface AnswerOptions extends SearchOptions {
  readonly query: Query;
  readonly request: SearchRequest;
  /** Bytes of the index fetched for this search. */
  readonly spent: number;
}

async function createAnswer(found: Found, options: AnswerOptions): Promise<SearchAnswer> {
  const { posts, counts, matcher } = found;
  const cards = posts.ids.flatMap((id) => found.cards.get(id) ?? []);
  const passages = await loadPassages(cards, { ...options, records: posts.records, matcher });
  const hits = cards.map((post): SearchHit => ({
    post,
    title: markText(post.title, (token) => matcher.isMatch(token)),
    ...markPassage(passages.get(post.id), matcher),
  }));
  return {
    hits,
    total: posts.total,
    counts,
    match: posts.match,
    corrections: posts.corrections,
    suggestions: posts.total > 0 ? [] : suggest(options),
    scope: 'text',
  };
}

/** What is known without the index: posts whose titles have every word. */
function answerFromTitles(
  cards: readonly PostCard[],
  query: Query,
  { keywords, limit }: SearchRequest,
): SearchAnswer {
  const matcher = createMatcher(query, { stems: [] });
  const hits = matchTitles(cards, matcher).filter((card) =>
    keywords.every((slug) => card.keywords.some((keyword) => keyword.slug === slug)),
  );
  const counts = new Map<string, number>();
  for (const { slug } of hits.flatMap((card) => card.keywords)) {
    counts.set(slug, (counts.get(slug) ?? 0) + 1);
  }
  return {
    hits: hits.slice(0, limit).map((post) => ({
      post,
      title: markText(post.title, (token) => matcher.isMatch(token)),
      excerpt: undefined,
      sections: [],
    })),
    total: hits.length,
    counts: Object.fromEntries(counts),
    match: hits.length > 0 ? 'all' : 'none',
    corrections: [],
    suggestions: hits.length > 0 ? [] : suggest({ listCards: () => cards, query }),
    scope: 'titles',
  };
}

function suggest({
  listCards,
  query,
}: Pick<AnswerOptions, 'listCards' | 'query'>): SearchAnswer['suggestions'] {
  return suggestTitles(listCards(), query).map(({ permalink, title }) => ({ permalink, title }));
}
