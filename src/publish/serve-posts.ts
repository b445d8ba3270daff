import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';

import type { ViteDevServer } from 'vite';

import { formatProblems } from './report/format-problems.ts';
import { contentTypeOf } from './disk/content-type.ts';
import type { OutputFile } from './disk/output-file.ts';
import { openWorkshop } from './steps/open-workshop.ts';
import type { Workshop, WorkshopOptions } from './steps/open-workshop.ts';
import type { Publisher } from './steps/list-files.ts';
import { isIgnored, pathWithin } from './disk/walk-folder.ts';
import type { Problem } from '../content/model/problem.ts';
import { decodePath } from '../content/site/permalink.ts';

/** Changes closer together than this are one: an editor saves by writing, renaming and deleting. */
const quietMs = 40;

/**
 * Serves the blog of a development server from memory, by the steps that publish it at build, and keeps
 * it true to the disk: on a change only that file is read again, its problems are printed and the open
 * page is told.
 */
export async function serveBlog(server: ViteDevServer, options: WorkshopOptions): Promise<void> {
  const workshop = await openWorkshop(options);
  const { logger } = server.config;
  let printed = '';
  const print = (problems: readonly Problem[]): void => {
    const text = formatProblems(problems, {
      hasColour: process.stdout.isTTY && !process.env['NO_COLOR'],
    });
    // The page asks for a post again after each change, and would say the same again.
    if (text !== '' && text !== printed) logger.warn(`\n${text}`, { timestamp: true });
    if (text !== '') printed = text;
  };
  let current = load(workshop);
  current.then(({ blog }) => print(blog.problems), reportTo(server));

  const refresh = async (changed: ReadonlySet<string>): Promise<void> => {
    current = load(workshop);
    const { blog } = await current;
    print(blog.problems.filter(({ file }) => changed.has(file)));
    server.ws.send({ type: 'custom', event: 'rubric:change', data: {} });
  };
  watch(server, options, (changed) => void refresh(changed).catch(reportTo(server)));
  server.middlewares.use((request, response, next) => {
    const handle = async (): Promise<void> => {
      try {
        const path = findPath(request, options.base);
        const answer =
          path === undefined ? 'unknown' : await findAnswer(path, await current, print);
        if (answer === 'unknown') next();
        else send(answer, request, response);
      } catch (error) {
        // Vite's own handler prints it and shows it in the page.
        next(error);
      }
    };
    void handle();
  });
  server.httpServer?.once('close', () => void workshop.close());
}

async function load(workshop: Workshop): Promise<Publisher> {
  return workshop.openPublisher(await workshop.load(), { isDevelopment: true });
}

/** Calls `onChange` with the names of changed posts and assets after each burst of changes. */
function watch(
  server: ViteDevServer,
  { files }: WorkshopOptions,
  onChange: (changed: ReadonlySet<string>) => void,
): void {
  let changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const folders = {
    posts: files.posts,
    pages: files.pages,
    static: files.static,
    ...Object.fromEntries(files.assets.map(({ alias, folder }) => [alias, folder])),
  };
  const templates = { shortcodes: files.shortcodes };
  server.watcher.add([files.file, ...Object.values(folders), files.shortcodes]);
  server.watcher.on('all', (_event, file) => {
    if (file === files.file || findName(file, templates) !== undefined) {
      // Settings and templates are part of the app's code: start over.
      if (file === files.file) void server.restart();
      else reloadTemplates(server);
    }
    const name = findName(file, { ...folders, ...templates });
    const isPublished = files.output !== undefined && pathWithin(files.output, file) !== undefined;
    if (name === undefined || isPublished) return;
    changed.add(name);
    clearTimeout(timer);
    timer = setTimeout(() => {
      onChange(changed);
      changed = new Set();
    }, quietMs);
  });
}

/** The name problems use for an absolute path: `posts/x.md`; `undefined` when it is none of the blog's. */
function findName(file: string, folders: Readonly<Record<string, string>>): string | undefined {
  for (const [name, folder] of Object.entries(folders)) {
    const path = pathWithin(folder, file);
    if (path !== undefined && !isIgnored(path)) return `${name}/${path}`;
  }
  return undefined;
}

function reloadTemplates(server: ViteDevServer): void {
  const { client } = server.environments;
  const known = client.moduleGraph.getModuleById('\0virtual:rubric/shortcodes');
  if (known !== undefined) client.moduleGraph.invalidateModule(known);
  client.hot.send({ type: 'full-reload' });
}

/** The decoded path of a request under the base, without `/` at the start. */
function findPath(request: IncomingMessage, base: string): string | undefined {
  if (request.method !== 'GET' && request.method !== 'HEAD') return undefined;
  const path = decodePath((request.url ?? '/').replace(/[?#].*$/s, ''));
  return path?.startsWith(base) === true ? path.slice(base.length).normalize('NFC') : undefined;
}

type Answer =
  | { readonly kind: 'copy'; readonly fileName: string; readonly file: string }
  | { readonly kind: 'output'; readonly file: OutputFile }
  | { readonly kind: 'missing' };

/** What is published at `path`; `unknown` when Vite may know it, as the app's own modules. */
async function findAnswer(
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

function send(answer: Answer, request: IncomingMessage, response: ServerResponse): void {
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

function reportTo(server: ViteDevServer): (error: unknown) => void {
  return (error) => {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    server.config.logger.error(`The blog could not be read: ${message}`);
  };
}
