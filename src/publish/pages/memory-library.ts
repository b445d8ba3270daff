import type { Catalog } from '../../content/blog/catalog.ts';
import type { CatalogEntry } from '../../content/model/catalog-entry.ts';
import type { Library, Overview, PostView } from '../../content/model/library.ts';
import { pickFacts } from '../../content/files/post-record.ts';
import type { PostRecord } from '../../content/files/post-record.ts';
import { createArchive, createLists } from './memory-lists.ts';
import type { RenderedPost } from '../render/render-post.ts';

/** What a library in memory answers from. */
export interface MemoryLibraryOptions {
  readonly catalog: Catalog;
  readonly overview: Overview;
  /** Everything about a post but its body. */
  readonly loadRecord: (entry: CatalogEntry) => Promise<PostRecord>;
  readonly loadBody: (entry: CatalogEntry) => Promise<RenderedPost>;
}

/**
 * The {@link Library} of the build: what the screen asks while pages are prerendered. It has no search,
 * as no prerendered page shows a result.
 */
export function createMemoryLibrary(options: MemoryLibraryOptions): Library {
  const { catalog } = options;
  const loadList = createLists(catalog.entries);
  const loadArchive = createArchive(catalog.entries);
  return {
    loadOverview: () => Promise.resolve(options.overview),
    loadKeywords: () => Promise.resolve(catalog.keywords),
    loadList: (request) => Promise.resolve(loadList(request)),
    loadArchive: (place) => Promise.resolve(loadArchive(place)),
    async loadPost(permalink) {
      const entry = catalog.byPermalink.get(permalink);
      return entry === undefined ? undefined : createView(entry, options);
    },
    prefetchPost: doNothing,
    hasPost: (permalink) => catalog.byPermalink.has(permalink),
    warmUp: () => Promise.resolve(),
    findCard: doNothing,
    findTitle: doNothing,
    listCards: () => [],
    hasPage: () => Promise.resolve(false),
    findNearPosts: () => Promise.resolve([]),
    search: refuseSearch,
    prefetchSearch: doNothing,
    loadPassage: refuseSearch,
    openMarker: refuseSearch,
    openSaved: refuseSaved,
    moveOn: doNothing,
    onChange: () => doNothing,
  };
}

function refuseSearch(): Promise<never> {
  return Promise.reject(new Error('Nothing is searched while pages are prerendered.'));
}

function refuseSaved(): Promise<never> {
  return Promise.reject(new Error('Nothing is saved while pages are prerendered.'));
}

function doNothing(): undefined {
  // A build has everything at hand, and nothing changes under it.
}

async function createView(
  entry: CatalogEntry,
  { loadRecord, loadBody }: MemoryLibraryOptions,
): Promise<PostView> {
  const record = pickFacts(await loadRecord(entry));
  const { body, headings } = await loadBody(entry);
  return { ...record, body, headings, problems: [] };
}
