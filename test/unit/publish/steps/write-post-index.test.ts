import { describe, expect, test } from 'vitest';
import { writePostIndex } from '../../../../src/publish/steps/write-post-index.ts';
import { buildCatalog } from '../../../../src/content/blog/catalog.ts';
import { decodeFacets } from '../../../../src/content/files/facet-data.ts';
import {
  decodeKeyword,
  decodeRoot,
  decodeShard,
} from '../../../../src/content/files/post-index.ts';
import { generatePosts } from '../../../bench/generate-posts.ts';
import { createMeta, testSite } from '../../../support/create-meta.ts';

function write(metas = generatePosts(50), buildId = 'b1'): ReadonlyMap<string, string> {
  const files = [...writePostIndex(buildCatalog(metas, testSite), { buildId })];
  return new Map(files.map(({ fileName, content }) => [fileName, String(content)]));
}

function parse(files: ReadonlyMap<string, string>, name: string): unknown {
  return JSON.parse(files.get(name) ?? 'null');
}

describe('writePostIndex', () => {
  test('writes every file once, the root last', () => {
    const files = [...writePostIndex(buildCatalog(generatePosts(50), testSite), { buildId: 'b1' })];
    const names = files.map(({ fileName }) => fileName);
    expect(new Set(names).size).toBe(names.length);
    expect(names.at(-1)).toBe('data/v1/root.json');
    expect(names.filter((name) => name.startsWith('data/v1/p/'))).toEqual([
      'data/v1/p/0.json',
      'data/v1/p/1.json',
      'data/v1/p/2.json',
      'data/v1/p/new.json',
    ]);
  });

  test('writes for an empty blog what a reader asks first', () => {
    expect([...write([]).keys()]).toEqual([
      'data/v1/p/new.json',
      'data/v1/keywords.json',
      'data/v1/root.json',
    ]);
  });

  test('puts the stamp of the root into each shard of the block', () => {
    const files = write(generatePosts(2600));
    const { blocks } = decodeRoot(parse(files, 'data/v1/root.json'));
    expect(blocks).toHaveLength(3);
    const stampOf = (n: number): string =>
      decodeShard(parse(files, `data/v1/p/${n}.json`), 'test').stamp;
    expect([stampOf(0), stampOf(63), stampOf(64), stampOf(129)]).toEqual([
      blocks[0],
      blocks[0],
      blocks[1],
      blocks[2],
    ]);
  });

  test('leaves full blocks as they are when a post is added', () => {
    const metas = generatePosts(1500);
    const before = write(metas);
    const after = write([...metas, createMeta({ path: 'new.md', day: '2030-01-01' })], 'b2');
    for (const name of ['data/v1/p/0.json', 'data/v1/p/63.json']) {
      expect(after.get(name)).toBe(before.get(name));
    }
    expect(after.get('data/v1/p/64.json')).not.toBe(before.get('data/v1/p/64.json'));
  });

  test('gives each keyword its newest posts, facets and counts', () => {
    const metas = Array.from({ length: 25 }, (_, n) =>
      createMeta({
        path: `${n}.md`,
        day: '2020-01-01',
        title: String(n + 10),
        keywords: n < 2 ? ['Rust', 'C#'] : ['Rust'],
      }),
    );
    const files = write(metas);
    const rust = decodeKeyword(parse(files, 'data/v1/k/rust/new.json'), 'test');
    expect(rust).toMatchObject({ name: 'Rust', slug: 'rust', total: 25, counts: { 'c-sharp': 2 } });
    expect(rust.cards.map(({ path }) => path)).toEqual(metas.slice(0, 20).map(({ path }) => path));
    expect(decodeFacets(parse(files, 'data/v1/k/rust/f.json'), 'test').keywords).toEqual([
      'c-sharp',
    ]);
    expect(files.has('data/v1/k/rust/c.json')).toBe(false);
  });

  test('writes no facets where the first page has all posts', () => {
    const names = [...write([createMeta({ path: 'a.md', keywords: ['Rust'] })]).keys()];
    expect(names.filter((name) => name.includes('/k/'))).toEqual([
      'data/v1/k/rust/0.json',
      'data/v1/k/rust/new.json',
    ]);
  });

  test('puts counts of rarer keywords into a file of their own', () => {
    const names = Array.from({ length: 70 }, (_, n) => `k${n}`);
    const files = write([
      createMeta({ path: 'a.md', keywords: ['Rust', ...names] }),
      createMeta({ path: 'b.md', keywords: ['Rust'] }),
    ]);
    const rust = decodeKeyword(parse(files, 'data/v1/k/rust/new.json'), 'test');
    expect([Object.keys(rust.counts).length, rust.furtherTotal]).toEqual([63, 7]);
    expect(files.has('data/v1/k/rust/c.json')).toBe(true);
  });
});
