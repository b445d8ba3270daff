import type {
  MarkedRun,
  SearchAnswer,
  SearchPassage,
  SearchRequest,
} from '../../content/model/library.ts';
import type { PostCard } from '../../content/model/post.ts';
import { createIndexFiles } from '../../search/read/index-files.ts';
import type { LoadIndexFile } from '../../search/read/index-files.ts';
import { createIndexReader } from '../../search/read/index-reader.ts';
import { createMarker } from '../../search/words/mark-text.ts';
import { createWantedWords } from '../../search/words/wanted-words.ts';
import { parseQuery } from '../../search/words/query.ts';
import type { SearchRoot } from '../../search/format/root-file.ts';
import { loadStemmer } from '../../search/words/stem.ts';
import type { Stem } from '../../search/words/stem.ts';
import { answerFromTitles, suggestPosts } from '../../search/words/title-answer.ts';
import { findCards } from './search-cards.ts';
import type { FoundCards } from './search-cards.ts';
import { createPassages, markMatches, markPassage } from './search-passages.ts';

// Whoever fetches the files learns from here where they lie: their format belongs to this chunk.
export { searchFolder } from '../../search/format/index-format.ts';

/** The parts of the library that a search needs. */
export interface SearchOptions {
  /** A file of `searchFolder` by its name. A given `version` goes behind `?v=` in place of the build's. */
  readonly loadFile: LoadIndexFile;
  /** The raw Markdown of a post by `PostCard.path`. */
  readonly loadRaw: (path: string) => Promise<string>;
  /** The cards that are in memory, newest first. Titles are matched in them when the index fails. */
  readonly listCards: () => readonly PostCard[];
  /** The answer of the posts that the reader has saved, where there is no network and no index. */
  readonly searchSaved?: ((request: SearchRequest) => Promise<SearchAnswer>) | undefined;
  /** Called with each fault of the index, in development. */
  readonly report?: ((error: unknown) => void) | undefined;
}

/** The full-text search of the library. */
export interface Search {
  search(request: SearchRequest): Promise<SearchAnswer>;
  /** Starts loading what the first search needs. Never throws. */
  prefetch(): void;
  /** The passage of a post that came without one: its excerpt and sections. Rejects when the post cannot be read. */
  loadPassage(text: string, post: PostCard): Promise<SearchPassage>;
  /** See `Library.openMarker`. */
  openMarker(text: string): Promise<(text: string) => readonly MarkedRun[]>;
  /** Forgets the index: posts have changed under a development server. */
  reset(): void;
}

/** A search over the files of the index. Over 40 lines: one closure over what is kept of them. */
export function createSearch(options: SearchOptions): Search {
  const files = createIndexFiles(options.loadFile);
  const passages = createPassages(options);
  const stemsOf = new WeakMap<SearchRoot, Promise<readonly Stem[]>>();
  let resets = 0;
  const reset = (): void => {
    files.reset(`${Date.now().toString(36)}-${++resets}`);
    passages.clear();
  };
  const loadStems = async (): Promise<readonly Stem[]> => {
    const { root } = await files.root(files.load);
    const stems = stemsOf.get(root) ?? Promise.all(root.languages.map(openStemmer));
    stemsOf.set(root, stems);
    stems.catch(() => stemsOf.delete(root));
    return stems;
  };
  const findOnce = async (request: SearchRequest): Promise<FoundCards> => {
    try {
      const stems = await loadStems();
      return await findCards(createIndexReader(files), { ...request, stems });
    } catch (error) {
      request.signal?.throwIfAborted();
      // What is damaged or of another build may be kept somewhere: from now on it is requested anew.
      // Without a connection nothing is: what is here must serve until there is one. A file that was dropped with an earlier
      // search is not damaged.
      if (!isOffline(error) && !isDropped(error)) reset();
      throw error;
    }
  };
  const answer = async (request: SearchRequest): Promise<SearchAnswer> => {
    // After a deploy the root that is kept names files of the build before: they are gone or others.
    const found = await findOnce(request).catch((error: unknown) => {
      if (isOffline(error) || request.signal?.aborted === true) throw error;
      return findOnce(request);
    });
    const { cards, wanted } = found;
    const known = await passages.load(found);
    request.signal?.throwIfAborted();
    return {
      hits: cards.map((post) => ({
        post,
        title: markMatches(post.title, wanted),
        ...markPassage(known.get(post.id), wanted),
      })),
      total: found.total,
      counts: found.counts,
      counted: found.counted,
      match: found.match,
      corrections: found.corrections,
      suggestions: found.total > 0 ? [] : suggestPosts(options.listCards(), request.text),
      scope: 'text',
    };
  };
  return {
    async search(request) {
      try {
        return await answer(request);
      } catch (error) {
        request.signal?.throwIfAborted();
        options.report?.(error);
        const titles = answerFromTitles(options.listCards(), request);
        if (!isOffline(error)) return titles;
        // Forbidden storage, or code that is not here: titles are left.
        const saved = await options.searchSaved?.(request).catch(() => undefined);
        request.signal?.throwIfAborted();
        return saved === undefined ? titles : joinAnswers(saved, titles, request);
      }
    },
    prefetch() {
      loadStems().catch(() => undefined);
    },
    async loadPassage(text, { path }) {
      const wanted = createWantedWords(parseQuery(text), { stems: await loadStems() });
      return markPassage(await passages.read(path, { words: text, wanted }), wanted);
    },
    openMarker: async (words) => createMarker(words, await loadStems()),
    reset,
  };
}

/** Saved posts that have the words, and others whose titles do. */
function joinAnswers(
  saved: SearchAnswer,
  titles: SearchAnswer,
  { limit }: SearchRequest,
): SearchAnswer {
  const known = new Set(saved.hits.map(({ post }) => post.permalink));
  const others = titles.hits.filter(({ post }) => !known.has(post.permalink));
  if (saved.total === 0) return titles;
  const counts = Object.entries(titles.counts).map(
    ([slug, count]) => [slug, Math.max(count, saved.counts[slug] ?? 0)] as const,
  );
  return {
    ...saved,
    hits: [...saved.hits, ...others].slice(0, limit),
    total: saved.total + others.length,
    counts: { ...saved.counts, ...Object.fromEntries(counts) },
  };
}

/** Stems kept: the words of the texts on screen, again with every key. */
const keptStems = 5000;

/** A stemmer that remembers what it gave. */
async function openStemmer(language: string): Promise<Stem> {
  const stem = await loadStemmer(language);
  const stems = new Map<string, string>();
  return (word) => {
    const known = stems.get(word);
    if (known !== undefined) return known;
    if (stems.size >= keptStems) stems.clear();
    const found = stem(word);
    stems.set(word, found);
    return found;
  };
}

/** True if a request was given up, as its reader has moved on. */
function isDropped(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

/** Without the class: the chunk of the first view that holds it would be parted for it. */
function isOffline(error: unknown): boolean {
  return error instanceof Error && 'kind' in error && error.kind === 'offline';
}
