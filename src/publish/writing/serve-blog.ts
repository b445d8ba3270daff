import type { IncomingMessage } from 'node:http';

import type { ViteDevServer } from 'vite';

import { ContentError } from '../../content/model/problem.ts';
import type { Problem } from '../../content/model/problem.ts';
import { decodePath } from '../../content/site/permalink.ts';
import { formatProblems } from '../report/format-problems.ts';
import { openWorkshop } from '../steps/open-workshop.ts';
import type { Workshop, WorkshopOptions } from '../steps/open-workshop.ts';
import type { Publisher } from '../steps/list-files.ts';
import { findAnswer, sendAnswer } from './answer-path.ts';
import { createExaminer } from './examine-shown.ts';
import { createShellHandler } from './serve-shell.ts';
import { createPageTeller } from './tell-page.ts';
import { watchBlog } from './watch-blog.ts';

/** What is served, and how its settings are read again. */
export interface ServeOptions extends WorkshopOptions {
  /** Throws a `ContentError` while the settings are wrong. */
  readonly checkSettings: () => void;
}

/**
 * Serves the blog of a development server from memory, by the steps that publish it at build, and keeps
 * it true to the disk: on a change only that file is read again, its problems are printed and the open
 * page is told. New settings start the server over; wrong ones are told, and the last good ones stay.
 *
 * @returns adds what must come after Vite's own answers
 */
export async function serveBlog(server: ViteDevServer, options: ServeOptions): Promise<() => void> {
  const workshop = await openWorkshop(options);
  const { files, base } = options;
  const print = createPrinter(server);
  const teller = createPageTeller(server, files, base);
  const report = reportTo(server);
  const examiner = createExaminer({ site: files.site, base, tell: teller.tellFound });
  let current = load(workshop);
  const start = async (): Promise<void> => {
    const publisher = await current;
    const { blog } = publisher;
    print(blog.problems);
    teller.tellBlog(blog, new Set());
    await examiner.examine(publisher);
  };
  start().catch(report);

  const refresh = async (changed: ReadonlySet<string>): Promise<void> => {
    current = load(workshop);
    const publisher = await current;
    const { blog } = publisher;
    print(blog.problems.filter(({ file }) => changed.has(file)));
    teller.tellBlog(blog, changed);
    server.ws.send({ type: 'custom', event: 'rubric:change', data: {} });
    await examiner.examine(publisher);
  };
  watchBlog(server, files, {
    onChange: (changed) => void refresh(changed).catch(report),
    onSettings: () => {
      const fault = findFault(options.checkSettings);
      teller.tellSettings(fault);
      if (fault === undefined) void server.restart();
      else print([fault]);
    },
  });
  const tellRendered = (problems: readonly Problem[]): void => {
    print(problems);
    teller.tellRendered(problems);
  };
  server.middlewares.use((request, response, next) => {
    const handle = async (): Promise<void> => {
      try {
        const path = findPath(request, base);
        const answer =
          path === undefined ? 'unknown' : await findAnswer(path, await current, tellRendered);
        if (answer === 'unknown') next();
        else sendAnswer(answer, request, response);
      } catch (error) {
        // Vite's own handler prints it and shows it in the page.
        next(error);
      }
    };
    void handle();
  });
  server.httpServer?.once('close', () => {
    examiner.stop();
    void workshop.close();
  });
  const loadBlog = async (): Promise<Publisher['blog']> => (await current).blog;
  const readAgain = (): Promise<Publisher['blog']> => {
    current = load(workshop);
    return loadBlog();
  };
  return () => {
    server.middlewares.use(
      createShellHandler(server, { base, site: files.site, loadBlog, readAgain }),
    );
  };
}

async function load(workshop: Workshop): Promise<Publisher> {
  return workshop.openPublisher(await workshop.load({ showsWaiting: true }), {
    isDevelopment: true,
  });
}

/** Prints problems, the same ones once: the page asks for a post again after each change, and would say the same again. */
function createPrinter(server: ViteDevServer): (problems: readonly Problem[]) => void {
  let printed = '';
  return (problems) => {
    const text = formatProblems(problems, {
      hasColour: process.stdout.isTTY && !process.env['NO_COLOR'],
    });
    if (text !== '' && text !== printed)
      server.config.logger.warn(`\n${text}`, { timestamp: true });
    if (text !== '') printed = text;
  };
}

/** The problem for which `check` throws. */
function findFault(check: () => void): Problem | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    if (error instanceof ContentError) return error.problem;
    throw error;
  }
}

/** The decoded path of a request under the base, without `/` at the start. */
function findPath(request: IncomingMessage, base: string): string | undefined {
  if (request.method !== 'GET' && request.method !== 'HEAD') return undefined;
  const path = decodePath((request.url ?? '/').replace(/[?#].*$/s, ''));
  return path?.startsWith(base) === true ? path.slice(base.length).normalize('NFC') : undefined;
}

function reportTo(server: ViteDevServer): (error: unknown) => void {
  return (error) => {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    server.config.logger.error(`The blog could not be read: ${message}`);
  };
}
