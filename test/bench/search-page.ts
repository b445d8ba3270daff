// Runs in the browser of the bench: the library's search over plain fetch, without the rest of the app.
import type { SearchAnswer } from '../../src/content/model/library.ts';
import { searchFolder } from '../../src/search/format/index-format.ts';
import type { Search } from '../../src/library/search/search-posts.ts';

/** What one search cost the reader's machine. */
export interface PageRun {
  /** From the call to the answer, with its excerpts. */
  readonly milliseconds: number;
  readonly titles: readonly string[];
  readonly total: number;
  readonly excerpts: number;
}

declare global {
  /** Pagefind's always gives `tenResults`. */
  var runSearch: (text: string, limit?: number) => Promise<PageRun>;
}

let opened: Promise<Search> | undefined;

function openSearch(): Promise<Search> {
  opened ??= import('../../src/library/search/search-posts.ts').then(({ createSearch }) =>
    createSearch({
      loadFile: async (name) => (await fetch(`/${searchFolder}${name}`)).bytes(),
      loadRaw: async (path) => (await fetch(`/posts/${encodeURI(path)}`)).text(),
      listCards: () => [],
      report: (error) => console.error(error),
    }),
  );
  return opened;
}

/** What the goal measures. The app asks for twenty: a page of results. */
const tenResults = 10;

globalThis.runSearch = async (text, limit = tenResults) => {
  const start = performance.now();
  const search = await openSearch();
  const answer: SearchAnswer = await search.search({
    text,
    keywords: [],
    order: 'best',
    counts: 'common',
    limit,
  });
  return {
    milliseconds: performance.now() - start,
    titles: answer.hits.map(({ post }) => post.title),
    total: answer.total,
    excerpts: answer.hits.filter(({ excerpt }) => excerpt !== undefined).length,
  };
};
