import { readFile } from 'node:fs/promises';

import { nameSource } from '../../content/model/post.ts';
import type { CatalogEntry } from '../../content/model/catalog-entry.ts';
import { decodeText } from '../../content/text/decode-text.ts';
import { translateForLists } from '../../content/vault/vault-source.ts';
import type { PostBody } from '../../content/model/library.ts';
import type { Cache } from '../disk/cache.ts';
import { createImageSizes } from './find-image-size.ts';
import { createTargets, toPostTarget } from '../scan/find-target.ts';
import type { Blog } from '../scan/load-blog.ts';
import { hashBytes } from '../disk/hash-bytes.ts';
import type { PoolOutcome, RenderPool } from './render-pool.ts';
import { isVaultCurrent, openVault } from '../vault/read-vault-post.ts';
import { createFacts, openFactsTable } from './post-facts.ts';
import type { FactsTable, PostFacts } from './post-facts.ts';
import type { RenderedPost } from './render-post.ts';

/** Rendered bodies, from the cache where nothing they depend on has changed. */
export interface RenderStore {
  /** The body of a post or free page. Never rejects for what a post holds. */
  load(entry: CatalogEntry): Promise<RenderedPost>;
  /** The facts of that body; it is rendered or read only where they are not known. */
  loadFacts(entry: CatalogEntry): Promise<PostFacts>;
}

/** What a store needs. */
export interface StoreOptions {
  readonly blog: Blog;
  readonly pool: Pick<RenderPool, 'render'>;
  /** `undefined` renders each post once and keeps it in memory. */
  readonly cache: Cache | undefined;
  /** Hash of all that every body depends on: code, settings, base, templates. */
  readonly version: string;
  /** Facts of an earlier state of the blog; default none. */
  readonly facts?: FactsTable;
}

/** Bodies kept in memory beside the cache: the steps of a build ask for the same post close together. */
const keptBodies = 256;

/** The store of one state of the blog: after a change another one is made. */
export function createRenderStore(options: StoreOptions): RenderStore {
  const tools = { ...options, isCurrent: createCheck(options.blog) };
  const table = options.facts ?? openFactsTable(undefined);
  const kept = new Map<string, Promise<StoredPost>>();
  const facts = new Map<string, Promise<PostFacts>>();
  const load = (entry: CatalogEntry): Promise<StoredPost> => {
    const { permalink } = entry.meta;
    const known = kept.get(permalink);
    if (known !== undefined) return known;
    const made = loadOrRender(entry, tools);
    kept.set(permalink, made);
    const [oldest] = kept.keys();
    if (options.cache !== undefined && kept.size > keptBodies && oldest) kept.delete(oldest);
    return made;
  };
  const findFacts = async (entry: CatalogEntry): Promise<PostFacts> => {
    const key = keyOf(entry, tools);
    const known = table.find(key);
    if (known !== undefined && tools.isCurrent(entry, known)) {
      options.cache?.keep(key);
      return known;
    }
    const { rendered, hash, isKept } = await load(entry);
    const made = createFacts(rendered, hash);
    if (isKept) table.note(key, made);
    return made;
  };
  return {
    load: async (entry) => (await load(entry)).rendered,
    loadFacts(entry) {
      const { permalink } = entry.meta;
      const found = facts.get(permalink) ?? findFacts(entry);
      facts.set(permalink, found);
      return found;
    },
  };
}

/** A rendered post. */
interface StoredPost {
  readonly rendered: RenderedPost;
  /** Its SHA-256 as JSON, where it is known. */
  readonly hash?: string | undefined;
  /** False for one that could not be rendered in time: it may be another time. */
  readonly isKept: boolean;
}

/** {@link StoreOptions} and what is made of them once. */
interface StoreTools extends StoreOptions {
  readonly isCurrent: (entry: CatalogEntry, uses: Uses) => boolean;
}

/** What a rendered post depends on beside its text. */
type Uses = Pick<RenderedPost, 'references' | 'missing' | 'images' | 'vault'>;

function keyOf({ meta }: CatalogEntry, { version, blog }: StoreOptions): string {
  return hashBytes(JSON.stringify([version, blog.hashOf(meta), meta]));
}

async function loadOrRender(entry: CatalogEntry, tools: StoreTools): Promise<StoredPost> {
  const { blog, cache, pool, isCurrent } = tools;
  const key = keyOf(entry, tools);
  const found = parseCached(cache?.load(key));
  if (found !== undefined && isCurrent(entry, found)) return { rendered: found, isKept: true };
  const job = { file: blog.fileOf(entry.meta), meta: entry.meta };
  const outcome = await pool.render(job);
  if (outcome.kind !== 'done')
    return { rendered: await showSource(job.file, { entry, outcome, blog }), isKept: false };
  return { rendered: outcome.value, hash: cache?.save(key, outcome.value), isKept: true };
}

/** Tells whether all that a body refers to is still what it was when the body was rendered. */
function createCheck(blog: Blog): StoreTools['isCurrent'] {
  const { world, catalog } = blog;
  const targetsOf = createTargets(world.targets);
  const findImageSize = createImageSizes(world.sources);
  const vault = world.vault && openVault(world.vault);
  const metas = vault && [...catalog.pages, ...catalog.entries].map(({ meta }) => meta);
  const hashes = new Map(metas?.map((meta) => [nameSource(meta), blog.hashOf(meta)]));
  return ({ meta }, { references, missing, images, vault: use }) => {
    const findTarget = targetsOf(toPostTarget(meta));
    return (
      (use === undefined || isVaultCurrent(use, vault, (source) => hashes.get(source))) &&
      missing.every((reference) => findTarget(reference) === undefined) &&
      Object.entries(references).every(
        // Ids of headings follow from the text and the settings.
        ([written, target]) => written.startsWith('ref:#') || findTarget(written) === target,
      ) &&
      Object.entries(images).every(([address, size]) => {
        const now = findImageSize(address);
        return now?.width === size.width && now.height === size.height;
      })
    );
  };
}

/** A rendered post that the cache gave back; `undefined` for a value that was cut short or has another shape. */
function parseCached(value: unknown): RenderedPost | undefined {
  if (!isRecord(value) || !isRecord(value['body'])) return undefined;
  const lists = ['headings', 'problems', 'findings', 'missing', 'needs', 'languages'].map(
    (key) => value[key],
  );
  const tables = [value['references'], value['images']];
  const isRendered =
    isKind(value['body']) &&
    lists.every(Array.isArray) &&
    tables.every(isRecord) &&
    typeof value['markdown'] === 'string';
  return isRendered ? (value as unknown as RenderedPost) : undefined;
}

/** Tells whether `body` is one of the kinds of a post's body, with its text. */
function isKind(body: Readonly<Record<string, unknown>>): boolean {
  if (body['kind'] === 'html') return isRecord(body['html']);
  return (
    body['kind'] === 'empty' || (body['kind'] === 'source' && typeof body['text'] === 'string')
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

interface Failure {
  readonly entry: CatalogEntry;
  readonly outcome: Exclude<PoolOutcome<never>, { kind: 'done' }>;
  readonly blog: Blog;
}

/** The post as plain text, for one that could not be rendered. */
async function showSource(
  file: string,
  { entry: { meta }, outcome, blog }: Failure,
): Promise<RenderedPost> {
  const source = decodeText(await readFile(file)).text;
  const rules = blog.world.vault?.rules;
  // Comments of a vault are for nobody else, also where nothing else of the post is understood.
  const rewritten = rules && translateForLists(source, rules);
  const text = rewritten?.text ?? source;
  const reason = outcome.kind === 'timeout' ? 'timeout' : 'failed';
  const body: PostBody = { kind: 'source', text, reason };
  const message =
    outcome.kind === 'timeout'
      ? 'Rendering took too long; the post is shown as plain text.'
      : `Rendering failed (${outcome.message}); the post is shown as plain text.`;
  const remedy = 'Look for text that repeats or nests one mark very often.';
  return {
    body,
    headings: [],
    references: {},
    images: {},
    markdown: text,
    published: rewritten?.isRewritten === true ? text : undefined,
    missing: [],
    needs: [],
    languages: [],
    findings: [],
    problems: [
      {
        kind: 'limit',
        severity: 'warning',
        file: nameSource(meta),
        message,
        remedy,
      },
    ],
  };
}
