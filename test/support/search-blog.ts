import { writeSearchIndex } from '../../src/publish/search/write-search-index.ts';
import { slugify } from '../../src/content/text/slug.ts';
import type { Keyword, PostCard } from '../../src/content/model/post.ts';
import type { SearchAnswer, SearchRequest } from '../../src/content/model/library.ts';
import { createSearch } from '../../src/library/search/search-posts.ts';
import type { Search } from '../../src/library/search/search-posts.ts';
import { searchFolder } from '../../src/search/format/index-format.ts';

/** A post of a blog made for a test. */
export interface TestPost {
  readonly title: string;
  readonly body?: string | undefined;
  readonly keywords?: readonly string[] | undefined;
  readonly language?: string | undefined;
}

/** A blog with its search index in memory. */
export interface SearchBlog {
  readonly cards: readonly PostCard[];
  readonly keywords: readonly Keyword[];
  /** By name within `searchFolder`. */
  readonly files: Map<string, Uint8Array>;
  /** Names of files and paths of posts asked for, in order. */
  readonly requests: string[];
  readonly search: Search;
  /** Faults that files and posts are answered with, by name or path. */
  readonly faults: Map<string, Error>;
  /** Titles of the hits, best first. */
  find(text: string, request?: Partial<SearchRequest>): Promise<readonly string[]>;
  ask(text: string, request?: Partial<SearchRequest>): Promise<SearchAnswer>;
  /** The same files as a reader finds them who comes for the first time. */
  reopen(): SearchBlog;
}

/** Publishes `posts`, oldest first, and opens their search. */
export async function createSearchBlog(
  posts: readonly TestPost[],
  options: { readonly language?: string; readonly report?: (error: unknown) => void } = {},
): Promise<SearchBlog> {
  const cards = posts.map(createCard);
  const keywords = tallyKeywords(cards);
  const bodies = new Map(cards.map(({ path }, index) => [path, posts[index]?.body ?? '']));
  const written = await writeSearchIndex(
    cards.map((card) => ({ card, body: bodies.get(card.path) ?? '' })),
    { keywords, language: options.language ?? 'en' },
  );
  const files = new Map(
    written.map(({ fileName, content }) => [
      fileName.slice(searchFolder.length),
      typeof content === 'string' ? new TextEncoder().encode(content) : content,
    ]),
  );
  return openBlog({ cards, keywords, bodies, files, report: options.report });
}

interface PublishedBlog {
  readonly cards: readonly PostCard[];
  readonly keywords: readonly Keyword[];
  readonly bodies: ReadonlyMap<string, string>;
  readonly files: Map<string, Uint8Array>;
  readonly report: ((error: unknown) => void) | undefined;
}

function openBlog(published: PublishedBlog): SearchBlog {
  const { cards, keywords, bodies, files, report } = published;
  const requests: string[] = [];
  const faults = new Map<string, Error>();
  const note = (name: string): void => {
    requests.push(name);
    const fault = faults.get(name);
    if (fault !== undefined) throw fault;
  };
  const search = createSearch({
    async loadFile(name) {
      note(name);
      const file = files.get(name);
      if (file === undefined) throw new Error(`There is no file \`${name}\`.`);
      return file;
    },
    async loadRaw(path) {
      note(path);
      return `+++\ntitle = "front matter"\n+++\n${bodies.get(path) ?? ''}`;
    },
    listCards: () => cards.toReversed(),
    report,
  });
  const ask: SearchBlog['ask'] = (text, request = {}) =>
    search.search({ text, keywords: [], order: 'best', limit: 20, ...request });
  return {
    cards,
    keywords,
    files,
    requests,
    faults,
    search,
    ask,
    find: async (text, request) => (await ask(text, request)).hits.map(({ post }) => post.title),
    reopen: () => openBlog(published),
  };
}

function createCard({ title, keywords = [], language }: TestPost, id: number): PostCard {
  return {
    id,
    path: `post-${id}.md`,
    permalink: `/posts/post-${id}/`,
    title,
    day: `2024-01-${String((id % 28) + 1).padStart(2, '0')}`,
    minutes: 1,
    keywords: keywords.map((name) => ({ name, slug: slugify(name) })),
    summary: '',
    language,
  };
}

function tallyKeywords(cards: readonly PostCard[]): Keyword[] {
  const counts = new Map<string, { keyword: Keyword; count: number }>();
  for (const keyword of cards.flatMap((card) => card.keywords)) {
    const entry = counts.get(keyword.slug) ?? { keyword, count: 0 };
    entry.count++;
    counts.set(keyword.slug, entry);
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count).map(({ keyword }) => keyword);
}
