import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

import { buildCatalog } from '../../src/content/blog/catalog.ts';
import type { Catalog } from '../../src/content/blog/catalog.ts';
import { parsePost } from '../../src/content/post/parse-post.ts';
import type { Post } from '../../src/content/model/post.ts';
import { defaultSite } from '../../src/content/site/site.ts';
import type { SearchSource } from '../../src/publish/search/write-search-index.ts';

/** A blog as the benches read it. */
export interface BenchBlog {
  readonly name: string;
  readonly catalog: Catalog;
  /** Oldest first; made anew each time, so that a large blog is never whole in memory. */
  posts(): Iterable<SearchSource>;
}

/** The posts in `folders` as one blog. */
export async function readCorpus(name: string, folders: readonly string[]): Promise<BenchBlog> {
  const posts: Post[] = [];
  for (const folder of folders) {
    for (const file of listMarkdown(folder)) {
      const source = readFileSync(file, 'utf8');
      const options = { site: defaultSite, collection: 'posts', today: '2026-11-01' } as const;
      posts.push((await parsePost(source, relative(folder, file), options)).post);
    }
  }
  const catalog = buildCatalog(
    posts.map(({ meta }) => meta),
    defaultSite,
  );
  const bodies = new Map(posts.map(({ meta, body }) => [meta.path, body]));
  return {
    name,
    catalog,
    posts: () => catalog.entries.map(({ card }) => ({ card, body: bodies.get(card.path) ?? '' })),
  };
}

function listMarkdown(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() && entry.name.endsWith('.md') && !/^(?:_index|README)/.test(entry.name),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}
