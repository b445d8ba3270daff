import type { MarkedRun, SearchAnswer, SearchHit, SearchRequest } from '../content/library.ts';
import type { PostCard } from '../content/post.ts';
import { markText } from '../search/excerpt.ts';
import { findPosts } from '../search/find-posts.ts';
import type { FoundPosts } from '../search/find-posts.ts';
import { createIndexReader, isStale } from '../search/index-reader.ts';
import type { IndexReader, LoadIndexFile } from '../search/index-reader.ts';
import { createMatcher } from '../search/matcher.ts';
import type { Matcher } from '../search/matcher.ts';
import type { Passage } from '../search/passage.ts';
import { parseQuery } from '../search/query.ts';
import type { Query } from '../search/query.ts';
import type { ListRecord, ShardCard } from '../search/shard-file.ts';
import { loadStemmer } from '../search/stem.ts';
import type { Stem } from '../search/stem.ts';
import { matchTitles, suggestTitles } from '../search/titles.ts';

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

/** Hits whose excerpts a search waits for; the rest come by `loadPassage`. */
const shownHits = 10;
/** Posts read for their excerpts in one search. */
const maximumRaws = 4;
/** Bytes that one search may fetch before it does without further excerpts, and posts among them. */
const searchBudget = 45_000;
const rawBudget = 20_000;
/** About what a minute of reading is, compressed. */
const bytesAMinute = 700;

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
  const { keywords, order, limit } = request;
  const posts = await findPosts(reader, { query, stems, keywords, order, limit });
  const used = posts.corrections.map((correction) => correction.used);
  const wanted = new Set(posts.ids);
  const records = new Map(posts.records.map(({ card }) => [card.id, card]));
  const missing = posts.ids.filter((id) => !records.has(id));
  for (const [id, card] of await reader.loadCards(missing)) records.set(id, card);
  const cards = await Promise.all(
    [...records.values()]
      .filter(({ id }) => wanted.has(id))
      .map((card) => toPostCard(reader, card)),
  );
  return {
    posts,
    counts: await nameCounts(reader, posts.counts),
    matcher: createMatcher(query, { stems, used }),
    cards: new Map(cards.map((card) => [card.id, card])),
  };
}

async function nameCounts(
  reader: IndexReader,
  counts: ReadonlyMap<number, number>,
): Promise<Record<string, number>> {
  const named = await Promise.all(
    [...counts].map(
      async ([number, count]) => [(await reader.loadKeyword(number))?.slug, count] as const,
    ),
  );
  return Object.fromEntries(named.filter(([slug]) => slug !== undefined));
}

async function toPostCard(reader: IndexReader, card: ShardCard): Promise<PostCard> {
  const keywords = await Promise.all(card.keywords.map((number) => reader.loadKeyword(number)));
  return {
    ...card,
    day: card.day === '' ? undefined : card.day,
    language: card.language === '' ? undefined : card.language,
    keywords: keywords.filter((keyword) => keyword !== undefined),
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

interface PassageOptions extends AnswerOptions {
  readonly records: readonly ListRecord[];
  readonly matcher: Matcher;
}

/** Excerpts and sections by post: those beside the lists, and a few cut from the posts themselves. */
async function loadPassages(
  cards: readonly PostCard[],
  options: PassageOptions,
): Promise<ReadonlyMap<number, Passage>> {
  const { records, matcher } = options;
  const passages = new Map<number, Passage>();
  const values = new Map<number, number>();
  for (const { card, excerpt, sections } of records) {
    if (excerpt === '') continue;
    const value = countWords(excerpt, matcher);
    if (value <= (values.get(card.id) ?? -1)) continue;
    values.set(card.id, value);
    passages.set(card.id, { excerpt, sections });
  }
  let room = Math.min(rawBudget, searchBudget - options.spent);
  const missing = cards.slice(0, shownHits).filter(({ id }) => !passages.has(id));
  const read = missing
    .slice(0, maximumRaws)
    .filter((card) => (room -= card.minutes * bytesAMinute) > 0);
  await Promise.all(
    read.map(async ({ id, path }) => {
      try {
        const passage = await readPassage(options, path, matcher);
        if (passage !== undefined) passages.set(id, passage);
      } catch (error) {
        // The result is shown without an excerpt.
        options.report?.(error);
      }
    }),
  );
  return passages;
}

async function readPassage(
  { loadRaw }: SearchOptions,
  path: string,
  matcher: Matcher,
): Promise<Passage | undefined> {
  const [source, { findPassage }] = await Promise.all([
    loadRaw(path),
    import('../search/passage.ts'),
  ]);
  return findPassage(source, matcher);
}

/** How many of the words searched for are in `text`. */
function countWords(text: string, matcher: Matcher): number {
  const lit = markText(text, (token) => matcher.isMatch(token)).filter(({ isMatch }) => isMatch);
  return new Set(lit.map((run) => run.text.toLowerCase())).size;
}

function markPassage(
  passage: Passage | undefined,
  matcher: Matcher,
): Pick<SearchHit, 'excerpt' | 'sections'> {
  const mark = (text: string): MarkedRun[] => markText(text, (token) => matcher.isMatch(token));
  return {
    excerpt: passage && mark(passage.excerpt),
    sections: passage?.sections.map(({ id, title }) => ({ id, title: mark(title) })) ?? [],
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
