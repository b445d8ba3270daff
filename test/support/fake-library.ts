import type {
  KeywordCount,
  Library,
  ListRequest,
  MarkedRun,
  Overview,
  PostList,
  PostView,
  SearchAnswer,
  SearchHit,
  SearchRequest,
} from '../../src/content/model/library.ts';
import { findCompanions } from '../../src/content/blog/keyword-count.ts';
import { selectRows } from '../../src/content/files/archive-data.ts';
import { pageSize } from '../../src/content/model/library.ts';
import type { SafeHtml } from '../../src/content/model/html.ts';
import { createMarker } from '../../src/search/words/mark-text.ts';
import type { Heading, Keyword, PostCard } from '../../src/content/model/post.ts';

/** A post of the fake library: what is left out is made up. */
export interface FakePost {
  readonly title: string;
  readonly day?: string | undefined;
  readonly keywords?: readonly string[];
  readonly summary?: string;
  /** HTML of the body. */
  readonly html?: string;
  readonly headings?: readonly Heading[];
  readonly view?: Partial<PostView>;
}

/** A library over a few posts in memory, with ways to make it slow or fail. */
export interface FakeLibrary extends Library {
  /** Every call in order: `list all 1`, `post /posts/x/`, `search words`. */
  readonly calls: readonly string[];
  /** Makes every further call reject with `error`; `undefined` lets them succeed again. */
  fail(error: unknown): void;
  /** Makes posts and searches wait for {@link release}. */
  hold(): void;
  release(): void;
  /** Tells the listeners that posts changed. */
  change(): void;
}

/** `text` as the last part of an address. */
export function fakeSlug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** Makes SafeHtml the way each renderer wants it: text on the server, nodes in a document. Tests only. */
function fakeHtml(html: string): SafeHtml {
  const content =
    typeof document === 'undefined' ? html : document.createRange().createContextualFragment(html);
  return { content } as unknown as SafeHtml;
}

/** A library that holds `posts`, given in any order. Answers like the real ones; everything is recounted on each call. */
export function createFakeLibrary(posts: readonly FakePost[]): FakeLibrary {
  const sorted = posts.toSorted(
    (a, b) => (b.day ?? '').localeCompare(a.day ?? '') || a.title.localeCompare(b.title),
  );
  const cards = sorted.map((post, at) => toCard(post, sorted.length - 1 - at));
  const views = new Map(
    sorted.map((post, at) => [cards[at]?.permalink ?? '', toView(post, at, cards)]),
  );
  const calls: string[] = [];
  /** Cards of what was answered. */
  const seen = new Map<string, PostCard>();
  const see = (shown: readonly PostCard[]): void => {
    for (const card of shown) seen.set(card.permalink, card);
  };
  const listeners = new Set<() => void>();
  let error: unknown;
  let gate: { promise: Promise<void>; open: () => void } | undefined;
  const answer = async <T>(call: string, give: () => T, isHeld = false): Promise<T> => {
    calls.push(call);
    if (isHeld) await gate?.promise;
    if (error !== undefined) throw error;
    return give();
  };
  return {
    calls,
    fail: (next) => (error = next),
    hold: () => {
      const { promise, resolve } = createGate();
      gate = { promise, open: resolve };
    },
    release: () => gate?.open(),
    change: () => {
      seen.clear();
      listeners.forEach((listener) => listener());
    },
    loadOverview: () => answer('overview', () => toOverview(cards)),
    loadKeywords: () => answer('keywords', () => countKeywords(cards)),
    loadList: (request) =>
      answer(describeList(request), () => {
        const list = toList(cards, request);
        see(list.posts);
        return list;
      }),
    loadArchive: (place) =>
      answer(`archive ${Object.values(place).filter(Boolean).join(' ')}`, () =>
        selectRows(cards, place),
      ),
    loadPost: (permalink) =>
      answer(
        `post ${permalink}`,
        () => {
          const view = views.get(permalink);
          if (view !== undefined) see([view.card]);
          return view;
        },
        true,
      ),
    prefetchPost: (permalink) => void calls.push(`prefetch ${permalink}`),
    hasPost: (permalink) => calls.includes(`post ${permalink}`),
    warmUp: () => answer('warm up', () => undefined),
    findCard: (permalink) => seen.get(permalink),
    findTitle: (permalink) => seen.get(permalink)?.title,
    listCards: () => seen.values(),
    hasPage: (permalink) => answer(`page ${permalink}`, () => false),
    findNearPosts: (permalink) =>
      answer(`near ${permalink}`, () =>
        cards.filter((card) => card.permalink.slice(0, 9) === permalink.slice(0, 9)).slice(0, 3),
      ),
    search: (request) =>
      answer(
        `search ${request.text}`,
        () => {
          const found = toAnswer(cards, sorted, request);
          see(found.hits.map(({ post }) => post));
          return found;
        },
        true,
      ),
    prefetchSearch: () => void calls.push('prefetch search'),
    loadPassage: (text, post) =>
      answer(`passage ${post.permalink}`, () => ({ excerpt: toExcerpt(text), sections: [] })),
    openMarker: (words) => answer(`marker ${words}`, () => createMarker(words)),
    openSaved: () => Promise.reject(new Error('Nothing is saved here.')),
    moveOn: () => undefined,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function createGate(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = noop;
  const promise = new Promise<void>((settle) => (resolve = settle));
  return { promise, resolve };
}

function noop(): void {
  // Replaced at once.
}

function toCard(post: FakePost, id: number): PostCard {
  const slug = fakeSlug(post.title);
  return {
    id,
    path: `${slug}/index.md`,
    permalink: `/posts/${slug}/`,
    title: post.title,
    day: post.day,
    minutes: 2,
    keywords: (post.keywords ?? []).map((name): Keyword => ({ name, slug: fakeSlug(name) })),
    summary: post.summary ?? '',
    language: undefined,
  };
}

function toView(post: FakePost, at: number, cards: readonly PostCard[]): PostView {
  const card = cards[at] ?? toCard(post, -1);
  return {
    collection: 'posts',
    card,
    date: card.day === undefined ? undefined : { day: card.day, instant: undefined },
    updated: undefined,
    author: undefined,
    description: undefined,
    image: undefined,
    body: { kind: 'html', html: fakeHtml(post.html ?? `<p>${post.title}.</p>`) },
    headings: post.headings ?? [],
    previous: cards[at + 1],
    next: cards[at - 1],
    related: [],
    series: undefined,
    translations: [],
    problems: [],
    ...post.view,
  };
}

function countKeywords(cards: readonly PostCard[]): readonly KeywordCount[] {
  const counts = new Map<string, KeywordCount>();
  for (const { name, slug } of cards.flatMap((card) => card.keywords)) {
    counts.set(slug, { name, slug, count: (counts.get(slug)?.count ?? 0) + 1 });
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name));
}

function toOverview(cards: readonly PostCard[]): Overview {
  const keywords = countKeywords(cards);
  const years = [...new Set(cards.flatMap((card) => card.day?.slice(0, 4) ?? []))];
  return {
    buildId: 'fake',
    total: cards.length,
    undated: cards.filter((card) => card.day === undefined).length,
    keywords: keywords.slice(0, 64),
    keywordTotal: keywords.length,
    years: years.map((year) => {
      const inYear = cards.filter((card) => card.day?.startsWith(year));
      const months = Array.from(
        { length: 12 },
        (_, month) => inYear.filter((card) => Number(card.day?.slice(5, 7)) === month + 1).length,
      );
      return { year: Number(year), count: inYear.length, months };
    }),
  };
}

function toList(cards: readonly PostCard[], request: ListRequest): PostList {
  const found = cards.filter((card) => isWanted(card, request));
  const start = (request.pageNumber - 1) * pageSize;
  const hasCounts = request.kind === 'keyword' || request.kind === 'selection';
  return {
    posts: found.slice(start, start + pageSize),
    total: found.length,
    pageNumber: request.pageNumber,
    pageCount: Math.ceil(found.length / pageSize),
    counts: hasCounts ? countBySlug(found) : undefined,
    ...(request.kind === 'keyword'
      ? { companions: findCompanions(countKeywords(found), request.slug) }
      : {}),
  };
}

function isWanted(card: PostCard, request: ListRequest): boolean {
  switch (request.kind) {
    case 'all':
      return true;
    case 'keyword':
      return hasKeywords(card, [request.slug]);
    case 'selection':
      return hasKeywords(card, request.keywords);
    default:
      return request satisfies never;
  }
}

function hasKeywords(card: PostCard, slugs: readonly string[]): boolean {
  return slugs.every((slug) => card.keywords.some((keyword) => keyword.slug === slug));
}

function countBySlug(cards: readonly PostCard[]): Readonly<Record<string, number>> {
  return Object.fromEntries(countKeywords(cards).map((keyword) => [keyword.slug, keyword.count]));
}

function toAnswer(
  cards: readonly PostCard[],
  posts: readonly FakePost[],
  request: SearchRequest,
): SearchAnswer {
  const wanted = request.text.toLowerCase();
  const found = cards.filter(
    (card, at) =>
      hasKeywords(card, request.keywords) &&
      `${card.title} ${posts[at]?.html ?? ''}`.toLowerCase().includes(wanted),
  );
  return {
    hits: found.slice(0, request.limit).map((post): SearchHit => ({
      post,
      title: [{ text: post.title, isMatch: false }],
      excerpt: toExcerpt(request.text),
      sections: [],
    })),
    total: found.length,
    counts: countBySlug(found),
    counted: 'all',
    match: found.length === 0 ? 'none' : 'all',
    corrections: [],
    suggestions: found.length === 0 ? cards.slice(0, 1) : [],
    scope: 'text',
  };
}

function toExcerpt(text: string): readonly MarkedRun[] {
  return [
    { text: 'A passage with ', isMatch: false },
    { text, isMatch: true },
    { text: ' in it…', isMatch: false },
  ];
}

function describeList(request: ListRequest): string {
  const what = request.kind === 'selection' ? request.keywords.join('+') : '';
  return `list ${request.kind}${what === '' ? '' : ` ${what}`} ${request.pageNumber}`;
}
