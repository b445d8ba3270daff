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
import type { RenderedPost } from './render-post.ts';

/** Rendered bodies, from the cache where nothing they depend on has changed. */
export interface RenderStore {
  /** The body of a post or free page. Never rejects for what a post holds. */
  load(entry: CatalogEntry): Promise<RenderedPost>;
}

/** What a store needs. */
export interface StoreOptions {
  readonly blog: Blog;
  readonly pool: Pick<RenderPool, 'render'>;
  /** `undefined` renders each post once and keeps it in memory. */
  readonly cache: Cache | undefined;
  /** Hash of all that every body depends on: code, settings, base, templates. */
  readonly version: string;
}

/** Bodies kept in memory beside the cache: the steps of a build ask for the same post close together. */
const keptBodies = 256;

/** The store of one state of the blog: after a change another one is made. */
export function createRenderStore(options: StoreOptions): RenderStore {
  const kept = new Map<string, Promise<RenderedPost>>();
  const isCurrent = createCheck(options.blog);
  return {
    load(entry) {
      const { permalink } = entry.meta;
      const known = kept.get(permalink);
      if (known !== undefined) return known;
      const made = loadOrRender(entry, options, isCurrent);
      kept.set(permalink, made);
      const [oldest] = kept.keys();
      if (options.cache !== undefined && kept.size > keptBodies && oldest) kept.delete(oldest);
      return made;
    },
  };
}

async function loadOrRender(
  entry: CatalogEntry,
  options: StoreOptions,
  isCurrent: (entry: CatalogEntry, rendered: RenderedPost) => boolean,
): Promise<RenderedPost> {
  const { blog, cache, version } = options;
  const key = hashBytes(JSON.stringify([version, blog.hashOf(entry.meta), entry.meta]));
  const found = parseCached(cache?.load(key));
  if (found !== undefined && isCurrent(entry, found)) return found;
  const job = { file: blog.fileOf(entry.meta), meta: entry.meta };
  const outcome = await options.pool.render(job);
  if (outcome.kind !== 'done') return showSource(job.file, { entry, outcome, blog });
  cache?.save(key, outcome.value);
  return outcome.value;
}

/** Tells whether all that a body refers to is still what it was when the body was rendered. */
function createCheck(blog: Blog): (entry: CatalogEntry, rendered: RenderedPost) => boolean {
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
