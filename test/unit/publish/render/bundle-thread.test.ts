import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { bundleThread } from '../../../../src/publish/render/bundle-thread.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';

describe('bundleThread', { timeout: 60_000 }, () => {
  test('writes code that Node can run, each version to a folder of its own', async () => {
    const folder = makeFolder();
    const { file, hash } = await bundleThread(folder);
    expect(dirname(file)).toBe(join(folder, `thread-${hash}`));
    expect(readFileSync(file, 'utf8')).toContain("from 'node:worker_threads'".replaceAll("'", '"'));
    expect(await bundleThread(folder)).toEqual({ file, hash });
  });

  test('leaves the sanitizer to a chunk that is loaded for rendering', async () => {
    const { file } = await bundleThread(makeFolder());
    expect(readFileSync(file, 'utf8')).not.toContain('jsdom');
  });

  test('removes versions that are more than a week old, and nothing else', async () => {
    const folder = makeFolder({
      'thread-old/a.js': '',
      'blog-x/a.json': '',
      'thread-new/a.js': '',
    });
    const old = new Date(2001, 1, 1);
    for (const name of ['thread-old', 'blog-x']) utimesSync(join(folder, name), old, old);
    await bundleThread(folder);
    expect(existsSync(join(folder, 'thread-old'))).toBe(false);
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(['blog-x', 'thread-new']));
  });

  test('makes the folder it is given', async () => {
    const folder = join(makeFolder(), 'deep', 'cache');
    mkdirSync(dirname(folder));
    expect(existsSync((await bundleThread(folder)).file)).toBe(true);
  });
});
