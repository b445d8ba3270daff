import { resolve } from 'node:path';

import type { ViteDevServer } from 'vite';

import type { HiddenReason } from '../../content/model/post.ts';
import type { Problem, Severity } from '../../content/model/problem.ts';
import { askStateEvent, stateEvent } from '../../content/model/writing-state.ts';
import type { WritingProblem, WritingState } from '../../content/model/writing-state.ts';
import { permalinkToHref } from '../../content/site/permalink.ts';
import type { Blog } from '../scan/load-blog.ts';
import type { SiteFiles } from '../scan/read-site.ts';
import { labelHidden } from '../../content/blog/reveal-hidden.ts';
import { listFolders } from './watch-blog.ts';

/** Tells the open pages what is wrong with the blog, and which posts readers do not get. */
export interface PageTeller {
  /** The blog was read again; of `changed` files what rendering said before is forgotten. */
  tellBlog(blog: Pick<Blog, 'problems' | 'unpublished'>, changed: ReadonlySet<string>): void;
  /** Rendering has found `problems`. */
  tellRendered(problems: readonly Problem[]): void;
  /** Looking through the whole blog has found `problems`, in place of those of the last time. */
  tellFound(problems: readonly Problem[]): void;
  /** The settings cannot be read for `problem`; `undefined`: they can again. */
  tellSettings(problem: Problem | undefined): void;
}

/** Problems that are sent: a page has no use for ten thousand. */
const mostSent = 300;

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** A teller for the pages of `server`; a page that comes later asks for the state itself. */
export function createPageTeller(
  server: Pick<ViteDevServer, 'ws'>,
  files: SiteFiles,
  base: string,
): PageTeller {
  let blogProblems: readonly Problem[] = [];
  let unpublished: ReadonlyMap<string, HiddenReason> = new Map();
  let settings: Problem | undefined;
  const rendered = new Map<string, Problem>();
  let found: readonly Problem[] = [];

  const state = (): WritingState => {
    const all = [
      ...(settings === undefined ? [] : [settings]),
      ...blogProblems,
      ...rendered.values(),
    ];
    const told = new Set(all.map(describeProblem));
    all.push(...found.filter((problem) => !told.has(describeProblem(problem))));
    const sorted = all.toSorted((a, b) => ranks[a.severity] - ranks[b.severity]);
    return {
      problems: sorted.slice(0, mostSent).map((problem) => placeProblem(problem, files)),
      unpublished: Array.from(unpublished, ([permalink, hidden]) => ({
        href: permalinkToHref(permalink, base),
        label: labelHidden(hidden),
      })),
    };
  };
  const send = (): void => server.ws.send(stateEvent, state());
  server.ws.on(askStateEvent, (_data, client) => client.send(stateEvent, state()));
  return {
    tellBlog(blog, changed) {
      blogProblems = blog.problems;
      unpublished = blog.unpublished;
      for (const [key, { file }] of rendered) if (changed.has(file)) rendered.delete(key);
      // The blog is looked through again; meanwhile a changed file has no findings.
      found = found.filter(({ file }) => !changed.has(file));
      send();
    },
    tellRendered(problems) {
      const before = rendered.size;
      for (const problem of problems) rendered.set(JSON.stringify(problem), problem);
      if (rendered.size > before) send();
    },
    tellFound(problems) {
      found = problems;
      send();
    },
    tellSettings(problem) {
      settings = problem;
      send();
    },
  };
}

/** The same text for the same problem, whoever has found it. */
function describeProblem({ file, line, column, message }: Problem): string {
  return JSON.stringify([file, line, column, message]);
}

/** `problem` with the place that an editor can open. */
function placeProblem(problem: Problem, files: SiteFiles): WritingProblem {
  const { kind: _kind, subject: _subject, ...shown } = problem;
  const file = findFile(problem.file, files);
  const place = [file, problem.line ?? 1, problem.column ?? 1].join(':');
  return { ...shown, place: file === undefined ? undefined : place };
}

/** Absolute path of a file that problems name `posts/x.md` or as the settings are named. */
function findFile(name: string, files: SiteFiles): string | undefined {
  if (name === files.name) return files.file;
  const [folder, path] = Object.entries(listFolders(files))
    .map(([each, absolute]) => [
      absolute,
      name.startsWith(`${each}/`) ? name.slice(each.length + 1) : '',
    ])
    .find(([, rest]) => rest !== '') ?? [undefined, ''];
  return folder === undefined || path === undefined ? undefined : resolve(folder, path);
}
