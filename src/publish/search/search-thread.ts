/**
 * A worker thread that makes the search index, so that pages are written meanwhile. `index-in-thread.ts` starts it,
 * gives it posts and takes the files.
 */
import { on } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';

import type { Keyword } from '../../content/model/post.ts';
import type { Problem } from '../../content/model/problem.ts';
import type { OutputFile } from '../disk/output-file.ts';
import { streamSearchIndex } from './write-search-index.ts';
import type { SearchSource } from './write-search-index.ts';

/** The facts of the blog that a thread is started with. */
export interface SearchThreadData {
  readonly keywords: readonly Keyword[];
  readonly language: string;
}

/** Posts to index, oldest first; no posts at all are the end of them. */
export type SearchThreadRequest = readonly SearchSource[];

/** What the thread says: that it wants more posts, or some files of the index; after the last ones, the problems found. */
export type SearchThreadReply =
  | { readonly kind: 'more' }
  | { readonly kind: 'files'; readonly files: readonly OutputFile[] }
  | { readonly kind: 'done'; readonly problems: readonly Problem[] };

/** Files in one message. */
const filesAtOnce = 64;

const { keywords, language } = workerData as SearchThreadData;
// An error ends the thread, which tells the build.
if (parentPort !== null) void run(parentPort);

async function run(port: MessagePort): Promise<void> {
  const problems: Problem[] = [];
  let files: OutputFile[] = [];
  const report = (problem: Problem): void => void problems.push(problem);
  for await (const file of streamSearchIndex(readPosts(port), { keywords, language, report })) {
    files.push(file);
    if (files.length < filesAtOnce) continue;
    send({ kind: 'files', files });
    files = [];
  }
  send({ kind: 'files', files });
  send({ kind: 'done', problems });
  port.close();
}

async function* readPosts(port: MessagePort): AsyncGenerator<SearchSource, void> {
  const messages = on(port, 'message');
  for (;;) {
    send({ kind: 'more' });
    const { value } = await messages.next();
    const [posts] = value as [SearchThreadRequest];
    if (posts.length === 0) return;
    yield* posts;
  }
}

function send(reply: SearchThreadReply): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(reply);
}
