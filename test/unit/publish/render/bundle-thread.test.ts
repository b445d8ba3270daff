import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { beforeAll, describe, expect, test } from 'vitest';

import { bundleThread } from '../../../../src/publish/render/bundle-thread.ts';
import type { ThreadBundle } from '../../../../src/publish/render/bundle-thread.ts';

describe('bundleThread', { timeout: 180_000 }, () => {
  let cache: string;
  let bundle: ThreadBundle;
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rubric-'));
    cache = join(folder, 'deep', 'cache');
    bundle = await bundleThread(cache);
    return () => rmSync(folder, { recursive: true, force: true });
  });

  test('writes code that Node can run, and takes it again', async () => {
    const { file } = bundle;
    expect(dirname(dirname(file))).toBe(cache);
    expect(readFileSync(file, 'utf8')).toContain("from 'node:worker_threads'".replaceAll("'", '"'));
    expect(await bundleThread(cache)).toEqual(bundle);
  });

  test('leaves the sanitizer to a chunk that is loaded for rendering', () => {
    expect(readFileSync(bundle.file, 'utf8')).not.toContain('jsdom');
  });

  test('makes a bundle anew of which a byte has changed', async () => {
    const code = readFileSync(bundle.file, 'utf8');
    writeFileSync(bundle.file, `${code.slice(0, -1)} `);
    expect(await bundleThread(cache)).toEqual(bundle);
    expect(readFileSync(bundle.file, 'utf8')).toBe(code);
  });

  test('makes the folder it is given', () => {
    expect(existsSync(bundle.file)).toBe(true);
  });
});
