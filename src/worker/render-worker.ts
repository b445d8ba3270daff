/**
 * Reads and renders posts off the page's thread, so that no post can freeze the page. What it gives back
 * has not been sanitized: a worker has no DOM.
 */
import { language, messages } from 'virtual:rubric/messages/body';
import { createBodyWords } from '../content/messages/create-body-words.ts';
import { parseWorkerRequest } from '../content/files/render-message.ts';
import type {
  KnownFacts,
  RenderJob,
  RenderOutcome,
  WorkerReply,
} from '../content/files/render-message.ts';
import type { Post } from '../content/model/post.ts';
import { readBody } from '../content/post/read-body.ts';
import { renderSource } from '../content/render-source.ts';
import type { RenderContext } from '../content/site/render-context.ts';
import { decodeText } from '../content/text/decode-text.ts';
import { loadWholePost, prepareParts } from './prepare-parts.ts';

/** The part of a worker's global scope that is used; named here so that tests can replace it. */
interface WorkerScope {
  postMessage(message: WorkerReply): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

/** Of the blog's own language. */
const ownWords = createBodyWords(messages, language);

const scope = globalThis as unknown as WorkerScope;

scope.addEventListener('message', (event) => {
  void answer(event.data);
});
reply({ kind: 'ready' });

async function answer(message: unknown): Promise<void> {
  const request = parseWorkerRequest(message);
  if (request.kind === 'ping') return reply({ kind: 'pong' });
  if (request.kind === 'prepare') return prepareParts(request);
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

/** The post of `job`, read and rendered. */
async function renderJob(job: RenderJob): Promise<RenderOutcome> {
  const { text } = decodeText(new Uint8Array(job.bytes));
  if (job.draft !== undefined) {
    const { renderDraft } = await import('./draft-post.ts');
    return renderDraft(text, job, pickContext(job));
  }
  return job.known === undefined ? renderUnknown(text, job) : renderKnown(text, job, job.known);
}

/** A post that the build does not know: its text alone tells of it, and the rules tell where its links lead. */
async function renderUnknown(text: string, job: RenderJob): Promise<RenderOutcome> {
  const { readUnknownPost } = await loadWholePost();
  const { post, facts, findTarget } = await readUnknownPost(text, job);
  const { html, headings } = await renderSource(
    { ...post, loadPost: () => Promise.resolve(post) },
    { ...pickContext(job), findTarget, findImageSize: () => undefined },
  );
  return { facts, html, headings };
}

/** A post whose record came with it: of its settings only those of the body are read. */
async function renderKnown(
  text: string,
  job: RenderJob,
  known: KnownFacts,
): Promise<RenderOutcome> {
  const source = await readBody(text, { ...job, title: known.title });
  const references = new Map(Object.entries(known.references));
  const images = new Map(Object.entries(known.images));
  const loadPost = async (): Promise<Post> => (await loadWholePost()).readWholePost(text, job);
  const { html, headings } = await renderSource(
    { ...source, loadPost },
    {
      ...pickContext(job),
      findTarget: (reference) => references.get(reference),
      findImageSize: (image) => images.get(image),
    },
  );
  return { facts: undefined, html, headings };
}

function pickContext({
  site,
  base,
  shortcodes,
  words: given,
}: RenderJob): Pick<RenderContext, 'site' | 'words' | 'base' | 'shortcodes'> {
  const words = given === undefined ? ownWords : createBodyWords(given, given.language);
  return { site, words, base, shortcodes };
}
