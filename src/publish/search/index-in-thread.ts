import { on } from 'node:events';
import { Worker } from 'node:worker_threads';

import type { Problem } from '../../content/model/problem.ts';
import type { OutputFile } from '../disk/output-file.ts';
import type { SearchThreadData, SearchThreadReply, SearchThreadRequest } from './search-thread.ts';
import type { SearchSource } from './write-search-index.ts';

/** Posts in one message. */
const postsAtOnce = 32;

/** How to make the index. */
export interface ThreadedIndexOptions extends SearchThreadData {
  /** The bundled `search-thread.ts`. */
  readonly threadFile: string;
  /** Takes the problems that are found. */
  readonly report: (problem: Problem) => void;
}

/**
 * The files of `streamSearchIndex`, made in a thread of their own while other work goes on. `posts` are read as fast as the
 * thread takes them. Rejects when the thread fails.
 */
export async function* indexInThread(
  posts: AsyncIterable<SearchSource>,
  { threadFile, report, keywords, language }: ThreadedIndexOptions,
): AsyncGenerator<OutputFile, void> {
  const data: SearchThreadData = { keywords, language };
  const worker = new Worker(threadFile, { workerData: data });
  const replies = listen(worker);
  const batches = inBatches(posts);
  try {
    for await (const reply of replies) {
      if (reply.kind === 'files') yield* reply.files;
      else if (reply.kind === 'more') {
        const { value, done } = await batches.next();
        const request: SearchThreadRequest = done === true ? [] : value;
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
        worker.postMessage(request);
      } else {
        reply.problems.forEach(report);
        return;
      }
    }
  } finally {
    await worker.terminate();
  }
}

async function* inBatches(
  posts: AsyncIterable<SearchSource>,
): AsyncGenerator<readonly SearchSource[], void> {
  let batch: SearchSource[] = [];
  for await (const post of posts) {
    batch.push(post);
    if (batch.length < postsAtOnce) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** What a thread says, in order; throws its error, and when it ends without its last word. */
async function* listen(worker: Worker): AsyncGenerator<SearchThreadReply, void> {
  const messages = on(worker, 'message', { close: ['exit'] });
  for await (const [reply] of messages) yield reply as SearchThreadReply;
  throw new Error('The thread that makes the search index has ended too early.');
}
