/**
 * A worker thread that parses and renders posts, so that a text on which a parser runs for minutes costs
 * the build one thread and not its life. `render-pool.ts` starts it and keeps the deadline.
 */
import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';

import type { Collection } from '../../content/model/post.ts';
import type { FolderFile } from '../disk/walk-folder.ts';
import { createImageSizes } from './find-image-size.ts';
import { createTargets } from '../scan/find-target.ts';
import type { BlogWorld } from '../scan/load-blog.ts';
import type { VaultRules } from '../../content/vault/vault-source.ts';
import { parseFile } from '../scan/parse-file.ts';
import type { ParsedFile } from '../scan/parse-file.ts';
import { parseNothing } from '../scan/parse-nothing.ts';
import type { NothingOptions } from '../scan/parse-nothing.ts';
import { openVault } from '../vault/read-vault-post.ts';
import type { RenderJob, RenderedPost, RenderWorld } from './render-post.ts';
import type { Site } from '../../content/site/site.ts';

/** What a thread is given when it starts. */
export interface ThreadData {
  readonly site: Site;
  readonly base: string;
  readonly today: string;
}

/** What a thread is asked to do. */
export type ThreadRequest =
  | { readonly kind: 'world'; readonly world: BlogWorld }
  | {
      readonly kind: 'parse';
      readonly file: string;
      readonly path: string;
      readonly collection: Collection;
      readonly vault: VaultRules;
    }
  | {
      readonly kind: 'parse-nothing';
      readonly file: FolderFile;
      readonly collection: Collection;
      readonly reason: NothingOptions['reason'];
    }
  | { readonly kind: 'render'; readonly job: RenderJob };

/** What a thread answers: `started` when the clock may run, then one of the others. */
export type ThreadReply =
  | { readonly kind: 'started' }
  | { readonly kind: 'parsed'; readonly parsed: ParsedFile }
  | { readonly kind: 'rendered'; readonly rendered: RenderedPost }
  | { readonly kind: 'failed'; readonly message: string };

const data = workerData as ThreadData;
let world: RenderWorld | undefined;

parentPort?.on('message', (request: ThreadRequest) => {
  answer(request).then(
    (reply) => reply && send(reply),
    (error: unknown) => {
      send({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
    },
  );
});

async function answer(request: ThreadRequest): Promise<ThreadReply | undefined> {
  switch (request.kind) {
    case 'world':
      world = createWorld(request.world);
      return undefined;
    case 'parse': {
      send({ kind: 'started' });
      const bytes = await readFile(request.file);
      const { site, today } = data;
      const { path, collection, vault } = request;
      const parsed = await parseFile(bytes, path, { site, today, collection, vault });
      return { kind: 'parsed', parsed };
    }
    case 'parse-nothing': {
      send({ kind: 'started' });
      const { site, today } = data;
      const { file, collection, reason } = request;
      return {
        kind: 'parsed',
        parsed: await parseNothing(file, { site, today, collection, reason }),
      };
    }
    case 'render': {
      if (world === undefined) throw new Error('The thread does not know the blog yet.');
      // Loaded here: a thread that only parses needs no sanitizer, which takes half a second to load.
      const { renderPost } = await import('./render-post.ts');
      send({ kind: 'started' });
      return { kind: 'rendered', rendered: await renderPost(request.job, world) };
    }
    default:
      return request satisfies never;
  }
}

function createWorld({ targets, sources, shortcodes, vault }: BlogWorld): RenderWorld {
  return {
    site: data.site,
    base: data.base,
    shortcodes,
    targetsOf: createTargets(targets),
    findImageSize: createImageSizes(sources),
    vault: vault && openVault(vault),
  };
}

function send(reply: ThreadReply): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(reply);
}
