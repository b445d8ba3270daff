/**
 * Reads and renders posts off the page's thread, so that no post can freeze the page. What it gives back
 * has not been sanitized: a worker has no DOM.
 */
import { bodyWords } from '../content/model/body-words.ts';
import { findCover } from '../content/finish/cover.ts';
import { decodeText } from '../content/text/decode-text.ts';
import { findTargetByRules } from '../content/site/find-target-by-rules.ts';
import { parsePost } from '../content/post/parse-post.ts';
import { createCard } from '../content/post/post-card.ts';
import type { Post } from '../content/model/post.ts';
import { renderBody } from '../content/render-body.ts';
import type { RenderContext } from '../content/site/render-context.ts';
import { parseWorkerRequest } from '../content/files/render-message.ts';
import type {
  RenderJob,
  RenderOutcome,
  TextFacts,
  WorkerReply,
} from '../content/files/render-message.ts';

/** The part of a worker's global scope that is used; named here so that tests can replace it. */
interface WorkerScope {
  postMessage(message: WorkerReply): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

const scope = globalThis as unknown as WorkerScope;

scope.addEventListener('message', (event) => {
  void answer(event.data);
});
reply({ kind: 'ready' });

async function answer(message: unknown): Promise<void> {
  const request = parseWorkerRequest(message);
  if (request.kind === 'ping') return reply({ kind: 'pong' });
  const { id, job } = request;
  try {
    reply({ kind: 'rendered', id, outcome: await renderJob(job) });
  } catch (error) {
    // The page shows the source instead, and says why.
    const text = error instanceof Error ? error.message : String(error);
    reply({ kind: 'failed', id, message: text });
  }
}

function reply(message: WorkerReply): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's has none
  scope.postMessage(message);
}

/** The post of `job`, parsed and rendered. */
async function renderJob(job: RenderJob): Promise<RenderOutcome> {
  const { text } = decodeText(new Uint8Array(job.bytes));
  const { post, problems } = await parsePost(text, job.path, job);
  const placed: Post =
    job.known === undefined
      ? post
      : { ...post, meta: { ...post.meta, permalink: job.known.permalink } };
  const rendered = await renderBody(placed, createContext(job));
  return {
    facts: readFacts(placed, job),
    html: rendered.html,
    headings: rendered.headings,
    problems: [...problems, ...rendered.problems],
  };
}

function createContext({
  site,
  base,
  shortcodes,
  known,
  path,
  collection,
}: RenderJob): RenderContext {
  if (known === undefined) {
    return {
      site,
      words: bodyWords,
      base,
      shortcodes,
      findTarget: (reference) => findTargetByRules(reference, { path, collection }),
      findImageSize: () => undefined,
    };
  }
  const references = new Map(Object.entries(known.references));
  const images = new Map(Object.entries(known.images));
  return {
    site,
    words: bodyWords,
    base,
    shortcodes,
    findTarget: (reference) => references.get(reference),
    findImageSize: (image) => images.get(image),
  };
}

/** The facts that the text itself holds, for a post that no list knows. */
function readFacts({ meta }: Post, { path, collection }: RenderJob): TextFacts {
  const find = (reference: string): string | undefined =>
    findTargetByRules(reference, { path, collection });
  return {
    card: createCard(meta, -1),
    date: meta.date,
    updated: meta.updated,
    author: meta.author,
    description: meta.description,
    image: findCover(meta.image, find),
    isHidden: meta.hidden !== undefined,
  };
}
