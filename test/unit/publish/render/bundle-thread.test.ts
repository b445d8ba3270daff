import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { beforeAll, describe, expect, test } from 'vitest';

import { bundleThread } from '../../../../src/publish/render/bundle-thread.ts';
import type { ThreadBundle } from '../../../../src/publish/render/bundle-thread.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';

describe('bundleThread', { timeout: 60_000 }, () => {
  let cache: string;
  let bundle: ThreadBundle;
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rubric-'));
    cache = join(folder, 'deep', 'cache');
    bundle = await bundleThread(cache);
    return () => rmSync(folder, { recursive: true, force: true });
  });

  test('writes code that Node can run, each version to a folder of its own', async () => {
    const { file, hash } = bundle;
    expect(dirname(file)).toBe(join(cache, `thread-${hash}`));
    expect(readFileSync(file, 'utf8')).toContain("from 'node:worker_threads'".replaceAll("'", '"'));
    expect(await bundleThread(cache)).toEqual({ file, hash });
  });

  test('leaves the sanitizer to a chunk that is loaded for rendering', () => {
    expect(readFileSync(bundle.file, 'utf8')).not.toContain('jsdom');
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

  test('makes the folder it is given', () => {
    expect(existsSync(bundle.file)).toBe(true);
  });
});
