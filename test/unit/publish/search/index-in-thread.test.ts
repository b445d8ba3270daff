import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { beforeAll, describe, expect, test } from 'vitest';

import type { Problem } from '../../../../src/content/model/problem.ts';
import { bundleThread } from '../../../../src/publish/render/bundle-thread.ts';
import { indexInThread } from '../../../../src/publish/search/index-in-thread.ts';
import { writeSearchIndex } from '../../../../src/publish/search/write-search-index.ts';
import type { SearchSource } from '../../../../src/publish/search/write-search-index.ts';
import type { OutputFile } from '../../../../src/publish/disk/output-file.ts';
import { createSearchBlog } from '../../../support/search-blog.ts';

const blog = await createSearchBlog(
  Array.from({ length: 80 }, (_, id) => ({ title: `Post ${id}`, body: `word${id}`, keywords: [] })),
);
const sources: readonly SearchSource[] = blog.cards.map((card) => ({
  card,
  body: `words of ${card.title}`,
}));
const options = { keywords: blog.keywords, language: 'en' };

async function* stream(): AsyncGenerator<SearchSource, void> {
  for (const source of sources) yield await Promise.resolve(source);
}

describe('indexInThread', { timeout: 180_000 }, () => {
  let folder: string;
  let threadFile: string;
  beforeAll(async () => {
    // Packages are found from there.
    const cache = join(import.meta.dirname, '../../../../node_modules/.cache');
    mkdirSync(cache, { recursive: true });
    folder = mkdtempSync(join(cache, 'index-in-thread-'));
    threadFile = (await bundleThread(folder)).searchFile;
    return () => rmSync(folder, { recursive: true, force: true });
  });

  test('gives the files that are made without a thread', async () => {
    const problems: Problem[] = [];
    const report = (problem: Problem): void => void problems.push(problem);
    const files: OutputFile[] = [];
    for await (const file of indexInThread(stream(), { ...options, threadFile, report }))
      files.push(file);
    const expected = await writeSearchIndex(sources, options);
    expect(files.map(({ fileName }) => fileName)).toEqual(expected.map(({ fileName }) => fileName));
    for (const [at, { content }] of files.entries())
      expect(Buffer.compare(Buffer.from(content), Buffer.from(expected[at]?.content ?? ''))).toBe(
        0,
      );
    expect(problems).toEqual([]);
  });

  test.each([
    ['fails', 'throw new Error("out of words");', 'out of words'],
    ['ends without its last word', 'process.exit(0);', 'ended too early'],
  ])('rejects when the thread %s', async (_what, code, message) => {
    const file = join(folder, 'broken.mjs');
    writeFileSync(file, code);
    const files = indexInThread(stream(), {
      ...options,
      threadFile: file,
      report: () => undefined,
    });
    await expect(files.next()).rejects.toThrow(message);
  });
});
