import { describe, expect, test } from 'vitest';

import { writeSearchIndex } from '../../../../src/publish/search/write-search-index.ts';
import type {
  SearchCache,
  SearchSource,
} from '../../../../src/publish/search/write-search-index.ts';
import type { Problem } from '../../../../src/content/model/problem.ts';
import { shardLimit, unpackFile } from '../../../../src/search/format/index-format.ts';
import type { OutputFile } from '../../../../src/publish/disk/output-file.ts';
import { createSearchBlog } from '../../../support/search-blog.ts';
import { createSearchBlog as createProseBlog } from '../../../bench/search-posts.ts';

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

/** A blog of generated prose, one word in nine a rare one. */
const prose = createProseBlog(300);
const proseOptions = { keywords: prose.catalog.keywords, language: 'en' };
const proseSources = [...prose.posts()];
const proseFiles = await writeSearchIndex(proseSources, proseOptions);

function nameFiles(files: readonly OutputFile[]): Map<string, Buffer> {
  return new Map(files.map(({ fileName, content }) => [fileName, Buffer.from(content)]));
}

/** Names of files that are not as they were. */
function listChanged(files: readonly OutputFile[]): string[] {
  const before = nameFiles(proseFiles);
  return [...nameFiles(files)].flatMap(([name, content]) =>
    before.get(name)?.equals(content) === true ? [] : [name],
  );
}

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

  test('takes less than the Markdown and no more than a file a post', () => {
    const bytes = proseFiles.reduce((sum, { content }) => sum + content.length, 0);
    const source = proseSources.reduce((sum, { body }) => sum + Buffer.byteLength(body), 0);
    expect(bytes).toBeLessThan(source);
    expect(proseFiles.length).toBeLessThan(proseSources.length);
  });

  test('keeps most files as they are when one post changes', async () => {
    const edited = proseSources.map((source) =>
      source.card.id === 150 ? { ...source, body: `${source.body}\n\nOne more line.\n` } : source,
    );
    const changed = listChanged(await writeSearchIndex(edited, proseOptions));
    expect(changed).toContain('data/v1/s/root.bin');
    expect(changed.length).toBeLessThan(proseFiles.length / 10);
  });

  test('keeps shards as they are when a title changes', async () => {
    const [first] = proseSources;
    if (first === undefined) throw new Error('There is no post.');
    const renamed = { ...first, card: { ...first.card, title: `${first.card.title} anew` } };
    const files = await writeSearchIndex([renamed, ...proseSources.slice(1)], proseOptions);
    const changed = listChanged(files);
    expect(changed).toContain('data/v1/s/c0.bin');
    expect(changed.length).toBeLessThan(proseFiles.length / 3);
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
