import { createOverview } from '../../content/files/post-index.ts';
import { encodePostRecord } from '../../content/files/post-record.ts';
import type { PostRecord } from '../../content/files/post-record.ts';
import { findCover } from '../../content/finish/cover.ts';
import type { CatalogEntry } from '../../content/model/catalog-entry.ts';
import type { Overview } from '../../content/model/library.ts';
import { nameSource } from '../../content/model/post.ts';
import type { Problem } from '../../content/model/problem.ts';
import { recordFile } from '../../content/site/permalink.ts';
import { hashBytes } from '../disk/hash-bytes.ts';
import type { OutputFile } from '../disk/output-file.ts';
import type { KeptFiles } from '../output/kept-files.ts';
import type { Hosts } from '../render/find-hosts.ts';
import type { PreviewPost, Previews } from '../previews/previews.ts';
import { hostsOf } from '../render/post-facts.ts';
import type { PostFacts } from '../render/post-facts.ts';
import type { RenderedPost } from '../render/render-post.ts';
import { createTargets, toPostTarget } from '../scan/find-target.ts';
import type { Blog } from '../scan/load-blog.ts';
import { followLinks } from './backlinks.ts';
import type { KnownLinks } from './backlinks.ts';
import { checkImage, createRecord, needsBody } from './create-record.ts';
import { createFileGroups } from './file-groups.ts';
import type { FileGroup, FilePart, GroupOptions } from './file-groups.ts';
import { openRewritten } from './rewritten-posts.ts';

/** What the files of a blog are made from. */
export interface PublishOptions extends GroupOptions {
  /** Whether `post.json` tells of the faults of a post, for development. */
  readonly tellsProblems: boolean;
  /** Links of posts, some of which an earlier state of the blog may have told. */
  readonly knownLinks: KnownLinks;
  /** Pictures for link previews; `undefined` in development. */
  readonly previews: Previews | undefined;
}

/** A post's record and the faults found while it was made. */
export interface LoadedRecord {
  readonly record: PostRecord;
  /** The picture drawn for it. */
  readonly preview: OutputFile | undefined;
  /** What the body loads from. */
  readonly hosts: Hosts;
  readonly problems: readonly Problem[];
  readonly facts: PostFacts;
}

/** The files of a post and the faults found while it was made. */
export interface WrittenRecord {
  readonly file: OutputFile;
  /** The post as it is published, where it is not as it lies on the disk. */
  readonly source: OutputFile | undefined;
  /** The picture drawn for it. */
  readonly preview: OutputFile | undefined;
  /** What the body loads from. */
  readonly hosts: Hosts;
  readonly problems: readonly Problem[];
  readonly facts: PostFacts;
}

/** Parts of the output that an earlier build made. */
export type KeptParts = Pick<KeptFiles, 'find' | 'note'>;

/** Makes the files that are published beside the pages. */
export interface Publisher {
  readonly blog: Blog;
  readonly overview: Overview;
  /** Renders all posts whose links are not known: records tell which posts lead to theirs. */
  findLinks(): Promise<void>;
  /** The rendered body of a post or free page. */
  loadBody(entry: CatalogEntry): Promise<RenderedPost>;
  /** What `post.json` tells of a post or free page. */
  loadRecord(entry: CatalogEntry): Promise<LoadedRecord>;
  /** `post.json` of a post or free page. */
  writeRecord(entry: CatalogEntry): Promise<WrittenRecord>;
  /** The post that is published at `fileName` otherwise than it lies on the disk. */
  findSource(fileName: string): Promise<OutputFile | undefined>;
  /** The one file at a path, made when it is asked for: for development. */
  findFile(fileName: string): Promise<OutputFile | undefined>;
  /** The picture for previews of pages that have none of their own; `undefined` for none. */
  findPreview(): Promise<OutputFile | undefined>;
  /** A hash of all that the page of a post shows of it. */
  hashView(entry: CatalogEntry): Promise<string>;
  /**
   * All files that are not of one post, but for the search index: lists, feeds, sitemap and the like.
   *
   * @param kept - files that need not be made again; they are not given
   */
  writeAll(kept?: KeptParts): AsyncIterable<OutputFile>;
  /** The files of the search index, made in a thread beside other work. */
  writeSearch(kept?: KeptParts): AsyncIterable<OutputFile>;
  /** Faults found by {@link Publisher.writeAll} and {@link Publisher.writeSearch}. */
  readonly problems: readonly Problem[];
}

/** A publisher of one state of the blog. */
export function createPublisher(options: PublishOptions): Publisher {
  const { blog } = options;
  const links = followLinks(options);
  const { store, findLinks } = links;
  const problems: Problem[] = [];
  const groups = createFileGroups({ ...options, store });
  const made = new Map<FileGroup, Promise<ReadonlyMap<string, OutputFile>>>();
  const rewritten = openRewritten(blog, store);
  const loadRecord = createRecordLoader(options, links);
  const views = new Map<CatalogEntry, string>();
  const write = async function* (kept: KeptParts | undefined, isSearch: boolean) {
    for (const group of groups) {
      if ((group.isSearch === true) !== isSearch) continue;
      for (const part of group.parts) yield* makePart(part, kept, problems);
    }
  };
  return {
    blog,
    overview: createOverview(blog.catalog, options.buildId),
    problems,
    findLinks,
    loadBody: (entry) => store.load(entry),
    loadRecord,
    async writeRecord(entry) {
      const { record, preview, problems: found, hosts, facts } = await loadRecord(entry);
      const content = encodePostRecord(record);
      views.set(entry, hashBytes(content));
      const source = await rewritten.find(nameSource(entry.meta));
      const file = { fileName: recordFile(entry.meta.permalink), content };
      return { file, problems: found, source, preview, hosts, facts };
    },
    async hashView(entry) {
      const { hash } = await store.loadFacts(entry);
      const record =
        views.get(entry) ?? hashBytes(encodePostRecord((await loadRecord(entry)).record));
      views.set(entry, record);
      return `${record} ${hash}`;
    },
    findPreview: async () => options.previews?.findBlog(),
    findSource: (fileName) => rewritten.find(fileName),
    async findFile(fileName) {
      for (const group of groups) {
        if (!group.pattern.test(fileName)) continue;
        const files = made.get(group) ?? collect(group, problems);
        made.set(group, files);
        const file = (await files).get(fileName);
        if (file !== undefined) return file;
      }
      return undefined;
    },
    writeAll: (kept) => write(kept, false),
    writeSearch: (kept) => write(kept, true),
  };
}

/** In development, in a blog of more posts a record tells of those that were rendered before. */
const maxAwaited = 300;

function createRecordLoader(
  { blog, tellsProblems, previews }: PublishOptions,
  { store, backlinks, findLinks }: ReturnType<typeof followLinks>,
): Publisher['loadRecord'] {
  const { catalog } = blog;
  const targetsOf = createTargets(blog.world.targets);
  return async (entry) => {
    const facts = await store.loadFacts(entry);
    // Development shows a page of a large blog without having read all others.
    if (!tellsProblems || catalog.entries.length <= maxAwaited) await findLinks();
    const findTarget = targetsOf(toPostTarget(entry.meta));
    const found = [...facts.problems, ...checkImage(entry.meta, findTarget)];
    const preview = await previews?.find(describeForPreview(entry, facts, findTarget));
    const record = createRecord(entry, {
      catalog,
      preview: preview && `/${preview.fileName}`,
      rendered: facts,
      body: needsBody(entry) ? (await store.load(entry)).body : undefined,
      findTarget,
      backlinks: backlinks.find(entry),
      problems: tellsProblems ? [...findProblems(entry, blog), ...found] : [],
    });
    return { record, preview, problems: found, hosts: hostsOf(facts), facts };
  };
}

/** The facts of a post that decide on its picture for previews. */
function describeForPreview(
  { meta }: CatalogEntry,
  { images, hosts }: PostFacts,
  findTarget: (reference: string) => string | undefined,
): PreviewPost {
  const isInText = Object.keys(images).length > 0 || (hosts?.images.length ?? 0) > 0;
  return {
    permalink: meta.permalink,
    title: meta.title,
    isArticle: meta.collection === 'posts' && meta.isPage !== true,
    hasPicture: isInText || findCover(meta.image, findTarget) !== undefined,
  };
}

/** Faults of a post that were found before it was rendered. */
function findProblems({ meta }: CatalogEntry, blog: Blog): Problem[] {
  const file = nameSource(meta);
  return blog.problems.filter((problem) => problem.file === file);
}

/** The files of `part` that are not kept; its faults go into `problems` either way. */
async function* makePart(
  { name, hashInputs, make }: FilePart,
  kept: KeptParts | undefined,
  problems: Problem[],
): AsyncGenerator<OutputFile, void> {
  const inputs = kept && (await hashInputs?.());
  const known = inputs === undefined ? undefined : kept?.find(name, inputs);
  if (known !== undefined) {
    problems.push(...known.problems);
    return;
  }
  const found: Problem[] = [];
  const fileNames: string[] = [];
  for await (const file of make((problem) => void found.push(problem))) {
    fileNames.push(file.fileName);
    yield file;
  }
  problems.push(...found);
  if (inputs !== undefined) kept?.note(name, inputs, { fileNames, problems: found });
}

async function collect(
  { parts }: FileGroup,
  problems: Problem[],
): Promise<ReadonlyMap<string, OutputFile>> {
  const files = new Map<string, OutputFile>();
  for (const part of parts) {
    for await (const file of makePart(part, undefined, problems)) files.set(file.fileName, file);
  }
  return files;
}
