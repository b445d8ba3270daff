import { beforeAll, describe, expect, test } from 'vitest';

import { createIndexFiles } from '../../../../src/search/read/index-files.ts';
import { createIndexReader } from '../../../../src/search/read/index-reader.ts';
import { createSearchBlog } from '../../../support/search-blog.ts';
import type { SearchBlog } from '../../../support/search-blog.ts';

let blog: SearchBlog;
beforeAll(async () => {
  blog = await createSearchBlog([
    { title: 'Rust', body: 'Memory.' },
    { title: 'Wasm', body: Array.from({ length: 4000 }, (_, at) => `word${at * 7919}`).join(' ') },
  ]);
});

describe('createIndexReader', () => {
  test('counts the bytes of its own files alone, whatever others fetch meanwhile', async () => {
    const files = createIndexFiles(async (name) => blog.files.get(name) ?? new Uint8Array());
    const one = createIndexReader(files);
    const two = createIndexReader(files);
    await Promise.all([one.findWord('memory'), two.findWord('word7919')]);
    const sizes = [...blog.files].flatMap(([name, { length }]) =>
      /^(?:root|\d+)\.bin$/.test(name) ? [length] : [],
    );
    const spent = one.countBytes();
    expect(spent).toBeGreaterThan(0);
    expect(spent + two.countBytes()).toBeLessThanOrEqual(
      sizes.reduce((sum, size) => sum + size, 0),
    );
    await two.findWord('memory');
    await two.findWord('rust');
    expect(one.countBytes()).toBe(spent);
  });

  test.each(['0.bin', 'c0.bin', 'words.bin'])('takes no %s of another build', async (other) => {
    const built = await createSearchBlog([{ title: 'Rust', body: 'Other memory.' }]);
    const files = createIndexFiles(
      async (name) => (name === other ? built : blog).files.get(name) ?? new Uint8Array(),
    );
    const reader = createIndexReader(files);
    const use = {
      '0.bin': () => reader.findWord('memory'),
      'c0.bin': () => reader.loadCards([0]),
      'words.bin': () => reader.loadSpelling(),
    }[other];
    await expect(use?.()).rejects.toThrow(/is of another build than the root/);
  });

  test('fetches a file once for all readers, and again after a reset', async () => {
    const asked: string[] = [];
    const files = createIndexFiles(async (name, version) => {
      asked.push(`${name} ${version ?? ''}`);
      return blog.files.get(name) ?? new Uint8Array();
    });
    for (let round = 0; round < 3; round++) await createIndexReader(files).loadRoot();
    expect(asked).toEqual(['root.bin ']);
    await createIndexReader(files).findWord('memory');
    // A file is asked for by its stamp, which stays while the file does.
    expect(asked[1]).toMatch(/^0\.bin [0-9a-z]+$/);
    files.reset('b');
    await createIndexReader(files).loadRoot();
    await createIndexReader(files).findWord('memory');
    expect(asked.slice(2)).toEqual(['root.bin b', '0.bin b']);
  });
});
