import { join, resolve } from 'node:path';

import { describe, expect, test } from 'vitest';

import type { HiddenReason } from '../../../../src/content/model/post.ts';
import type { Problem } from '../../../../src/content/model/problem.ts';
import { askStateEvent, stateEvent } from '../../../../src/content/model/writing-state.ts';
import type { WritingState } from '../../../../src/content/model/writing-state.ts';
import { createPageTeller } from '../../../../src/publish/writing/tell-page.ts';
import type { PageTeller } from '../../../../src/publish/writing/tell-page.ts';
import { testSite } from '../../../support/create-meta.ts';

const folder = resolve('/blog');
const files = {
  site: testSite,
  file: join(folder, 'site.toml'),
  name: 'site.toml',
  posts: join(folder, 'posts'),
  pages: join(folder, 'pages'),
  static: join(folder, 'public'),
  shortcodes: join(folder, 'shortcodes'),
  assets: [],
};

function makeProblem(changes: Partial<Problem>): Problem {
  return {
    kind: 'front-matter',
    severity: 'warning',
    file: 'posts/a.md',
    message: 'M',
    ...changes,
  };
}

function open(): {
  readonly teller: PageTeller;
  readonly last: () => WritingState | undefined;
  readonly count: () => number;
  readonly ask: () => WritingState | undefined;
} {
  const sent: WritingState[] = [];
  const listeners = new Map<string, (data: unknown, client: object) => void>();
  const ws = {
    send: (event: string, state: WritingState) => {
      expect(event).toBe(stateEvent);
      sent.push(state);
    },
    on: (event: string, listener: (data: unknown, client: object) => void) =>
      void listeners.set(event, listener),
  };
  // The two functions of Vite's server that are called.
  const teller = createPageTeller(
    { ws } as unknown as Parameters<typeof createPageTeller>[0],
    files,
    '/base/',
  );
  return {
    teller,
    last: () => sent.at(-1),
    count: () => sent.length,
    ask: () => {
      let answer: WritingState | undefined;
      const client = { send: (_event: string, state: WritingState) => void (answer = state) };
      listeners.get(askStateEvent)?.(undefined, client);
      return answer;
    },
  };
}

const nothing = { problems: [], unpublished: new Map<string, HiddenReason>() };

describe('createPageTeller', () => {
  test('tells problems, the worst first, with the place that an editor opens', () => {
    const { teller, last } = open();
    const problems = [
      makeProblem({ severity: 'info', message: 'note' }),
      makeProblem({ severity: 'error', message: 'fault', line: 3, column: 8 }),
      makeProblem({ file: 'site.toml', message: 'setting', line: 2 }),
      makeProblem({ file: 'elsewhere', message: 'nowhere' }),
    ];
    teller.tellBlog({ ...nothing, problems }, new Set());
    expect(last()?.problems.map(({ message, place }) => [message, place])).toEqual([
      ['fault', `${join(files.posts, 'a.md')}:3:8`],
      ['setting', `${files.file}:2:1`],
      ['nowhere', undefined],
      ['note', `${join(files.posts, 'a.md')}:1:1`],
    ]);
  });

  test('tells which posts readers do not get, as links have them', () => {
    const { teller, last } = open();
    const unpublished = new Map<string, HiddenReason>([['/posts/é/', { kind: 'draft' }]]);
    teller.tellBlog({ problems: [], unpublished }, new Set());
    expect(last()?.unpublished).toEqual([{ href: '/base/posts/%C3%A9/', label: 'Draft' }]);
  });

  test('keeps what rendering said until its file changes, and says nothing twice', () => {
    const { teller, last, count } = open();
    const problem = makeProblem({ message: 'unknown shortcode' });
    teller.tellRendered([problem]);
    teller.tellRendered([problem]);
    expect(count()).toBe(1);
    teller.tellBlog(nothing, new Set(['posts/b.md']));
    expect(last()?.problems).toHaveLength(1);
    teller.tellBlog(nothing, new Set(['posts/a.md']));
    expect(last()?.problems).toEqual([]);
  });

  test('tells broken settings until they are whole', () => {
    const { teller, last } = open();
    teller.tellSettings(makeProblem({ severity: 'error', file: 'site.toml' }));
    expect(last()?.problems).toHaveLength(1);
    teller.tellSettings(undefined);
    expect(last()?.problems).toEqual([]);
  });

  test('sends a page no more than it can use, and the state to a page that asks', () => {
    const { teller, last, ask } = open();
    const problems = Array.from({ length: 400 }, (_, at) => makeProblem({ message: `${at}` }));
    teller.tellBlog({ ...nothing, problems }, new Set());
    expect(last()?.problems).toHaveLength(300);
    expect(ask()).toEqual(last());
  });

  test('tells what looking through the blog found, once and until its file changes', () => {
    const { teller, last } = open();
    const problem = makeProblem({ message: 'no text in place of a picture' });
    teller.tellRendered([problem]);
    teller.tellFound([problem, makeProblem({ message: 'huge picture', file: 'posts/b.md' })]);
    expect(last()?.problems.map(({ message }) => message)).toEqual([
      'no text in place of a picture',
      'huge picture',
    ]);
    teller.tellBlog(nothing, new Set(['posts/b.md']));
    expect(last()?.problems).toHaveLength(1);
    teller.tellFound([]);
    expect(last()?.problems).toHaveLength(1);
  });
});
