import type { Catalog } from '../../content/blog/catalog.ts';
import type { CatalogEntry } from '../../content/model/catalog-entry.ts';
import type { PostLink } from '../../content/model/post.ts';
import { createQueue } from '../disk/work-queue.ts';
import type { RenderStore } from '../render/render-store.ts';
import type { Blog } from '../scan/load-blog.ts';
import type { RenderedPost } from '../render/render-post.ts';

/** Links from posts to posts, as their rendered bodies have them. */
export interface Backlinks {
  /** Remembers where the body of `entry` leads. */
  add(entry: CatalogEntry, rendered: Pick<RenderedPost, 'references'>): void;
  /** Tells whether the links of `entry`, as its file is now, are known. */
  has(entry: CatalogEntry): boolean;
  /** Posts and pages whose text leads to `entry`, newest first, at most {@link maxBacklinks}; `undefined` for none. */
  find(entry: CatalogEntry): readonly PostLink[] | undefined;
}

/** Where posts lead, by permalink, and the hashes of their files: kept between two states of a blog. */
export type KnownLinks = Map<
  string,
  { readonly hash: string; readonly targets: readonly string[] }
>;

/** A page that half of the blog leads to names the newest only. */
export const maxBacklinks = 30;

/** The links of one state of the blog. Those of `known` that are no longer true go as posts are added again. */
export function createBacklinks(
  catalog: Catalog,
  hashOf: (entry: CatalogEntry) => string,
  known: KnownLinks,
): Backlinks {
  let sources: ReadonlyMap<string, readonly CatalogEntry[]> | undefined;
  return {
    add(entry, { references }) {
      const { permalink } = entry.meta;
      const hash = hashOf(entry);
      const targets = Object.values(references).filter((target) => catalog.byPermalink.has(target));
      const links = { hash, targets: [...new Set(targets)] };
      const before = known.get(permalink)?.targets ?? [];
      known.set(permalink, links);
      if (before.join('\n') !== links.targets.join('\n')) sources = undefined;
    },
    has: (entry) => known.get(entry.meta.permalink)?.hash === hashOf(entry),
    find(entry) {
      sources ??= listSources(catalog, known);
      const found = sources.get(entry.meta.permalink);
      return found?.map(({ card }) => ({ permalink: card.permalink, title: card.title }));
    },
  };
}

/** What {@link followLinks} follows. */
export interface LinkOptions {
  readonly blog: Blog;
  readonly store: RenderStore;
  readonly knownLinks: KnownLinks;
  readonly onProgress?: ((step: string, done: number, total: number) => void) | undefined;
}

/** A store that remembers where each post it gives leads. */
export interface LinkedStore {
  readonly store: RenderStore;
  readonly backlinks: Backlinks;
  /** Renders all posts whose links are not known, once. */
  findLinks(): Promise<void>;
}

/** Posts rendered at a time: enough to keep every thread busy. */
const parallelPosts = 16;

/** The store of `options`, whose posts are remembered with their links. */
export function followLinks({
  blog,
  knownLinks,
  onProgress,
  ...options
}: LinkOptions): LinkedStore {
  const { catalog } = blog;
  const backlinks = createBacklinks(catalog, ({ meta }) => blog.hashOf(meta), knownLinks);
  const store: RenderStore = {
    async load(entry) {
      const rendered = await options.store.load(entry);
      backlinks.add(entry, rendered);
      return rendered;
    },
    async loadFacts(entry) {
      const facts = await options.store.loadFacts(entry);
      backlinks.add(entry, facts);
      return facts;
    },
  };
  const renderAll = async (): Promise<void> => {
    const entries = [...catalog.pages, ...catalog.entries].filter((entry) => !backlinks.has(entry));
    const run = createQueue(parallelPosts);
    let done = 0;
    for (const entry of entries) {
      await run(async () => {
        await store.loadFacts(entry);
        onProgress?.('Rendering', ++done, entries.length);
      });
    }
    await run.finish();
  };
  let finding: Promise<void> | undefined;
  return { store, backlinks, findLinks: () => (finding ??= renderAll()) };
}

/** Entries that lead to each permalink. */
function listSources(
  { pages, entries }: Catalog,
  known: KnownLinks,
): ReadonlyMap<string, readonly CatalogEntry[]> {
  const sources = new Map<string, CatalogEntry[]>();
  for (const entry of [...entries.toReversed(), ...pages]) {
    const { permalink } = entry.meta;
    for (const target of known.get(permalink)?.targets ?? []) {
      if (target === permalink) continue;
      const list = sources.get(target);
      if (list === undefined) sources.set(target, [entry]);
      else if (list.length < maxBacklinks) list.push(entry);
    }
  }
  return sources;
}
