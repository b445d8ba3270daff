import { describe, expect, test } from 'vitest';

import { writeSearchIndex } from '../../../../src/publish/search/write-search-index.ts';
import type {
  SearchCache,
  SearchSource,
} from '../../../../src/publish/search/write-search-index.ts';
import type { Problem } from '../../../../src/content/model/problem.ts';
import { shardLimit, unpackFile } from '../../../../src/search/format/index-format.ts';
import { createSearchBlog } from '../../../support/search-blog.ts';

const blog = await createSearchBlog(
  Array.from({ length: 300 }, (_, id) => ({
    title: `Post number ${id}`,
    body: `${'common words of every post '.repeat(9)} rare${id} other${id * 7919} ${id % 2 === 0 ? 'even' : 'odd'}`,
    keywords: [`k${id % 40}`, `j${id % 33}`],
  })),
);
const sources: readonly SearchSource[] = blog.cards.map((card) => ({
  card,
  body: `words of ${card.title}`,
}));
const options = { keywords: blog.keywords, language: 'en' };

describe('writeSearchIndex', () => {
  test('writes shards within their limit', async () => {
    const shards = [...blog.files].filter(([name]) => /^\d+\.bin$/.test(name));
    expect(shards.length).toBeGreaterThan(3);
    for (const [name, file] of shards) {
      const { content } = await unpackFile(file, { kind: 'shard', name });
      expect(content.length).toBeLessThanOrEqual(shardLimit);
      expect(file.length).toBeLessThanOrEqual(14_000);
    }
  });

  test('gives the same bytes for the same posts', async () => {
    expect(await writeSearchIndex(sources, options)).toEqual(
      await writeSearchIndex(sources, options),
    );
  });

  test('prepares again only what changed', async () => {
    const cache: SearchCache = new Map();
    await writeSearchIndex(sources, { ...options, cache });
    const before = new Map([...cache].map(([path, { prepared }]) => [path, prepared]));
    const changed = sources.map((source, id) =>
      id === 5 ? { ...source, body: 'new text' } : source,
    );
    const files = await writeSearchIndex(changed, { ...options, cache });
    const anew = [...cache].filter(([path, { prepared }]) => before.get(path) !== prepared);
    expect(anew.map(([path]) => path)).toEqual(['post-5.md']);
    expect(files).toEqual(await writeSearchIndex(changed, { ...options, cache: new Map() }));
  });

  test('names the post whose words the library for its language fails on, and keeps the words', async () => {
    const problems: Problem[] = [];
    const cards = sources.slice(0, 2).map(({ card }, id) => ({ ...card, id, language: 'bg' }));
    const written = await writeSearchIndex(
      cards.map((card) => ({ card, body: 'Списък с промени.' })),
      { ...options, report: (problem) => problems.push(problem) },
    );
    expect(written.length).toBeGreaterThan(1);
    expect(problems.map(({ file }) => file)).toEqual([`posts/${cards[0]?.path}`]);
    expect(problems[0]?.message).toContain('`bg` fails on `списък`');
  });

  test('writes an index of no posts', async () => {
    const empty = await createSearchBlog([]);
    expect(await empty.ask('anything')).toMatchObject({ total: 0, match: 'none', scope: 'text' });
  });

  test('rejects posts out of order', async () => {
    await expect(writeSearchIndex(sources.toReversed(), options)).rejects.toThrow(
      /has the id 299, expected 0/,
    );
  });
});
