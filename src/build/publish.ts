import type { CatalogEntry } from '../content/catalog-entry.ts';
import type { Problem } from '../content/content-error.ts';
import type { Site } from '../content/site.ts';
import { createRecord } from './create-record.ts';
import { createTargets, toPostTarget } from './find-target.ts';
import type { Blog } from './load-blog.ts';
import type { OutputFile } from './output-file.ts';
import type { RenderStore } from './render-store.ts';

/** What the files of a blog are made from. */
export interface PublishOptions {
  readonly blog: Blog;
  readonly site: Site;
  readonly base: string;
  readonly store: RenderStore;
}

/** Makes the files that are published beside the pages. */
export interface Publisher {
  readonly blog: Blog;
  /** `post.json` of a post or free page and the faults found while rendering it. */
  writeRecord(
    entry: CatalogEntry,
  ): Promise<{ readonly file: OutputFile; readonly problems: readonly Problem[] }>;
  /** The one file at a path, made when it is asked for: for development. */
  findFile(fileName: string): Promise<OutputFile | undefined>;
  /** All files that are not of one post: lists, search index, feeds, sitemap and the like. */
  writeAll(): AsyncIterable<OutputFile>;
}

/** A publisher of one state of the blog. Each group of files is made once. */
export function createPublisher(options: PublishOptions): Publisher {
  const { blog, store } = options;
  const targetsOf = createTargets(blog.world.targets);
  const groups = createGroups(options);
  return {
    blog,
    async writeRecord(entry) {
      const rendered = await store.load(entry);
      const findTarget = targetsOf(toPostTarget(entry.meta));
      const record = createRecord(entry, {
        catalog: blog.catalog,
        rendered,
        findTarget,
        problems: [],
      });
      const fileName = `${entry.meta.permalink.slice(1)}post.json`;
      return { file: { fileName, content: JSON.stringify(record) }, problems: rendered.problems };
    },
    async findFile(fileName) {
      const group = groups.find(({ pattern }) => pattern.test(fileName));
      const files = await group?.make();
      return files?.find((file) => file.fileName === fileName);
    },
    async *writeAll() {
      for (const { make } of groups) yield* await make();
    },
  };
}

/** Files made in one go, and the names by which development knows that one of them is asked for. */
interface Group {
  readonly pattern: RegExp;
  readonly make: () => Promise<readonly OutputFile[]>;
}

function createGroups(_options: PublishOptions): readonly Group[] {
  return [];
}
