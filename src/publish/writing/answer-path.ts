import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Problem } from '../../content/model/problem.ts';
import { contentTypeOf } from '../disk/content-type.ts';
import type { OutputFile } from '../disk/output-file.ts';
import type { Publisher } from '../steps/list-files.ts';

/** What the development server has at a path. */
export type Answer =
  | { readonly kind: 'copy'; readonly fileName: string; readonly file: string }
  | { readonly kind: 'output'; readonly file: OutputFile }
  | { readonly kind: 'missing' };

/** What is published at `path`; `unknown` when Vite may know it, as the app's own modules. */
export async function findAnswer(
  path: string,
  publisher: Publisher,
  print: (problems: readonly Problem[]) => void,
): Promise<Answer | 'unknown'> {
  const rewritten = await publisher.findSource(path);
  if (rewritten !== undefined) return { kind: 'output', file: rewritten };
  const file = publisher.blog.world.sources.get(`/${path}`);
  if (file !== undefined) return { kind: 'copy', fileName: path, file };
  if (path.endsWith('post.json')) {
    const page = path.slice(0, -'post.json'.length).replace(/\.$/, '');
    const entry = publisher.blog.catalog.byPermalink.get(`/${page}`);
    if (entry === undefined) return { kind: 'missing' };
    const record = await publisher.writeRecord(entry);
    print(record.problems);
    return { kind: 'output', file: record.file };
  }
  const output = await publisher.findFile(path);
  if (output !== undefined) return { kind: 'output', file: output };
  // The page of a post ends with `/` and is the app's; a file that is not there must not be answered by it.
  const isFile = /^(?:posts|pages|data)\/.*\.[a-z0-9]+$/i.test(path);
  return isFile ? { kind: 'missing' } : 'unknown';
}

/** Sends `answer`; a file is streamed. */
export function sendAnswer(
  answer: Answer,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  response.setHeader('cache-control', 'no-cache');
  switch (answer.kind) {
    case 'missing':
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found\n');
      return;
    case 'output':
      response.setHeader('content-type', contentTypeOf(answer.file.fileName));
      response.end(request.method === 'HEAD' ? undefined : answer.file.content);
      return;
    case 'copy': {
      response.setHeader('content-type', contentTypeOf(answer.fileName));
      if (request.method === 'HEAD') return void response.end();
      const stream = createReadStream(answer.file);
      stream.on('error', (error) => response.destroy(error));
      stream.pipe(response);
      return;
    }
    default:
      answer satisfies never;
  }
}
