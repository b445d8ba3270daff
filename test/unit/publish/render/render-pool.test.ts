import { join } from 'node:path';

import { describe, expect, onTestFinished, test, vi } from 'vitest';

import { createRenderPool } from '../../../../src/publish/render/render-pool.ts';
import type { PoolOptions, RenderPool } from '../../../../src/publish/render/render-pool.ts';
import { noVault } from '../../../../src/content/vault/vault-source.ts';
import { defaultSite } from '../../../../src/content/site/site.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';

/** A thread that does what the name of the file says, in place of parsing. */
const thread = `
import { parentPort, threadId } from 'node:worker_threads';
let world = 'none';
parentPort.on('message', (request) => {
  if (request.kind === 'world') { world = request.world.targets.files[0]; return; }
  const reply = (reply) => parentPort.postMessage(reply);
  reply({ kind: 'started' });
  if (request.kind === 'parse-nothing')
    return reply({ kind: 'parsed', parsed: { hash: request.reason + ' ' + request.file.path } });
  if (request.path === 'endless') for (;;);
  if (request.path === 'crash') process.exit(3);
  if (request.path === 'throw') setImmediate(() => { throw new Error('broken'); });
  else if (request.path === 'fail') reply({ kind: 'failed', message: 'no such file' });
  else setTimeout(() => reply({ kind: 'parsed', parsed: { hash: request.path + ' ' + world, thread: threadId } }), 20);
});
`;

function openPool(options: Partial<PoolOptions> = {}): RenderPool {
  const folder = makeFolder({ 'thread.mjs': thread });
  const pool = createRenderPool({
    threadFile: join(folder, 'thread.mjs'),
    data: { site: defaultSite, base: '/', today: '2026-01-01' },
    size: 2,
    ...options,
  });
  onTestFinished(() => pool.close());
  return pool;
}

function parse(pool: RenderPool, path: string): ReturnType<RenderPool['parse']> {
  return pool.parse({ file: `/${path}`, path, collection: 'posts', vault: noVault });
}

describe('createRenderPool', () => {
  test('answers each job', async () => {
    const pool = openPool();
    const paths = Array.from({ length: 9 }, (_, index) => `${index}`);
    const answers = await Promise.all(paths.map((path) => parse(pool, path)));
    expect(answers.map((answer) => answer.kind === 'done' && answer.value.hash)).toEqual(
      paths.map((path) => `${path} none`),
    );
  });

  test('uses no more threads than it may', async () => {
    const pool = openPool();
    const answers = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((path) => parse(pool, path)));
    const threads = answers.map((answer) => JSON.stringify(answer).match(/"thread":\d+/)?.[0]);
    expect(new Set(threads).size).toBe(2);
  });

  test('ends a thread that is late and goes on with the rest', async () => {
    const pool = openPool({ size: 1, timeoutMs: 200 });
    // The pool's clock goes on for the first job alone: the second is never late, however busy the machine is.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const job = { isEnded: false };
    const late = parse(pool, 'endless').finally(() => (job.isEnded = true));
    const next = parse(pool, 'a');
    while (!job.isEnded) {
      vi.advanceTimersByTime(100);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await Promise.all([late, next])).toMatchObject([{ kind: 'timeout' }, { kind: 'done' }]);
  });

  test.each([
    ['that ends', 'crash', 'ended'],
    ['that throws', 'throw', 'broken'],
    ['that cannot do it', 'fail', 'no such file'],
  ])('reports a thread %s and goes on', async (_what, path, message) => {
    const pool = openPool({ size: 1 });
    const answers = await Promise.all([path, 'a'].map((name) => parse(pool, name)));
    expect(answers[0]).toMatchObject({ kind: 'failed', message: expect.stringContaining(message) });
    expect(answers[1]).toMatchObject({ kind: 'done' });
  });

  test('tells what the path alone says of a file in a thread too', async () => {
    const pool = openPool();
    const file = { path: 'a.md', file: '/a.md', sizeBytes: 1, modifiedMs: 1 };
    const job = { file, collection: 'posts', reason: 'timeout' } as const;
    expect(await pool.parseNothing(job)).toMatchObject({ value: { hash: 'timeout a.md' } });
  });

  test('reports a thread that cannot start', async () => {
    const pool = openPool({ threadFile: '/none/thread.mjs' });
    expect(await parse(pool, 'a')).toMatchObject({ kind: 'failed' });
  });

  test('tells running and later threads of the blog', async () => {
    const pool = openPool();
    await parse(pool, 'a');
    const targets = { posts: [], files: ['/cat.png'], routes: [], aliases: {}, sections: {} };
    pool.setWorld({ targets, sources: new Map(), shortcodes: {} });
    const answers = await Promise.all(['b', 'c', 'd'].map((path) => parse(pool, path)));
    for (const answer of answers) expect(JSON.stringify(answer)).toContain('/cat.png');
  });

  test('ends idle threads, and starts others that know the blog', async () => {
    const pool = openPool({ size: 1 });
    const targets = { posts: [], files: ['/cat.png'], routes: [], aliases: {}, sections: {} };
    pool.setWorld({ targets, sources: new Map(), shortcodes: {} });
    const threadOf = async (path: string): Promise<string | undefined> =>
      /"thread":\d+/.exec(JSON.stringify(await parse(pool, path)))?.[0];
    const first = await threadOf('a');
    await pool.rest();
    expect(JSON.stringify(await parse(pool, 'b'))).toContain('/cat.png');
    expect(await threadOf('c')).not.toBe(first);
  });

  test('fails what waits when it is closed', async () => {
    const pool = openPool({ size: 1 });
    const answers = ['endless', 'a'].map((path) => parse(pool, path));
    await pool.close();
    expect(await Promise.all(answers)).toMatchObject([{ kind: 'failed' }, { kind: 'failed' }]);
  });
});
