import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';

import { findPosts } from '../../../../src/search/read/find-posts.ts';
import type { IndexReader } from '../../../../src/search/read/index-reader.ts';
import { parseQuery } from '../../../../src/search/words/query.ts';
import type { SearchRoot } from '../../../../src/search/format/root-file.ts';
import type { PostingList } from '../../../../src/search/format/shard-entry.ts';
import { loadStemmer } from '../../../../src/search/words/stem.ts';
import type { Stem } from '../../../../src/search/words/stem.ts';
import { scanPosts } from '../scan-posts.ts';
import { propertyRuns } from '../../../support/property-runs.ts';
import { createSearchBlog } from '../../../support/search-blog.ts';
import type { SearchBlog, TestPost } from '../../../support/search-blog.ts';
import { createSearchBlog as createProseBlog } from '../../../bench/search-posts.ts';

/** Few words with much in common, so that beginnings, stems and joined names meet. */
const words = [
  'run', 'runs', 'running', 'runner', 'rune', 'rust', 'rusty', 'rusts', 'university', 'universities', 'universe',
  'c', 'c++', 'c#', 'std::mem', 'std', 'mem', 'node.js', 'node', 'php-ext-wasm', 'wasm', 'café', 'cafe', 'Łódź',
  'Straße', 'don’t', '検索', '検索する', '東京', 'a', 'I', '42', 'x1', 'été', 'ﬁle', 'привет',
]; // prettier-ignore
const noise = ['ab', 'abc', 'abcd', 'abd', 'b', 'bc', 'bcd', 'cd', 'cde', 'de'];

const text = fc
  .array(fc.constantFrom(...words, ...noise), { maxLength: 12 })
  .map((all) => all.join(' '));
const post: fc.Arbitrary<TestPost> = fc.record({
  title: text,
  body: fc.array(text, { maxLength: 3 }).map((blocks) => blocks.join('\n\n')),
  keywords: fc.uniqueArray(fc.constantFrom('red', 'green', 'blue'), { maxLength: 2 }),
});
const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...words, ...noise) },
  { weight: 1, arbitrary: fc.constantFrom(...words).map((word) => `-${word}`) },
  { weight: 1, arbitrary: text.map((all) => `"${all.split(' ').slice(0, 2).join(' ')}"`) },
  { weight: 1, arbitrary: fc.constantFrom(...words).map((word) => word.slice(0, 3)) },
  { weight: 1, arbitrary: fc.string({ maxLength: 4, unit: 'binary' }) },
);
const query = fc.array(piece, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '));

let stem: Stem;
beforeAll(async () => {
  stem = await loadStemmer('en');
});

async function expectScan(
  blog: SearchBlog,
  posts: readonly TestPost[],
  typed: string,
): Promise<void> {
  const answer = await blog.ask(typed, { limit: 1000 });
  // A scan does not repair typing errors.
  if (answer.corrections.length > 0) return;
  const scan = scanPosts(posts, typed, { stem });
  expect(answer.scope).toBe('text');
  expect(answer.match).toBe(scan.match);
  expect(answer.hits.map((hit) => hit.post.id).toSorted((a, b) => a - b)).toEqual(scan.ids);
  expect(answer.total).toBe(scan.ids.length);
  const counts = new Map<string, number>();
  for (const slug of scan.ids.flatMap((id) => posts[id]?.keywords ?? [])) {
    counts.set(slug, (counts.get(slug) ?? 0) + 1);
  }
  expect(answer.counts).toEqual(Object.fromEntries(counts));
}

describe('findPosts', () => {
  test('finds in random blogs what a plain scan finds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(post, { maxLength: 40 }),
        fc.array(query, { minLength: 1, maxLength: 8 }),
        async (posts, queries) => {
          const blog = await createSearchBlog(posts);
          for (const typed of queries) await expectScan(blog, posts, typed);
        },
      ),
      { numRuns: propertyRuns(50) },
    );
  });

  test('narrows random blogs by keywords as a plain scan does', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(post, { minLength: 10, maxLength: 30 }),
        query,
        fc.constantFrom('red', 'green', 'blue'),
        async (posts, typed, keyword) => {
          const blog = await createSearchBlog(posts);
          const answer = await blog.ask(typed, { limit: 1000, keywords: [keyword] });
          if (answer.corrections.length > 0) return;
          const scan = scanPosts(posts, typed, { stem, keywords: [keyword] });
          expect(answer.match).toBe(scan.match);
          expect(answer.hits.map((hit) => hit.post.id).toSorted((a, b) => a - b)).toEqual(scan.ids);
        },
      ),
      { numRuns: propertyRuns(25) },
    );
  });
});

describe('findPosts in a blog of hundreds of thousands', () => {
  const stems = [(word: string): string => word];
  const find = async (keywords: readonly string[]): Promise<readonly number[]> => {
    const reader = createTailReader({ one: 2, two: 3, three: 5, '#seven': 7, '#eight': 8 });
    const asked = parseQuery('one two three ');
    const options = {
      query: asked,
      stems,
      order: 'newest',
      limit: 500,
    } as const;
    return (await findPosts(reader, { ...options, keywords })).ids;
  };

  test('lets a common word go that would cost too much', async () => {
    const ids = await find([]);
    expect(ids).toContain(10);
    expect(ids.every((id) => id % 5 === 0)).toBe(true);
    expect(ids.some((id) => id % 3 !== 0)).toBe(true);
  });

  test.each([[['seven']], [['seven', 'eight']]])(
    'never lets a keyword go: %s',
    async (keywords) => {
      const ids = await find(keywords);
      expect(ids).toContain(0);
      expect(ids.every((id) => id % 7 === 0)).toBe(true);
      expect(ids.every((id) => keywords.length === 1 || id % 8 === 0)).toBe(true);
    },
  );

  test('stops when it is given up', async () => {
    const reader = createTailReader({ one: 2 });
    const signal = AbortSignal.abort();
    const asked = parseQuery('one ');
    const options = { query: asked, stems, keywords: [], order: 'best', limit: 1, signal } as const;
    await expect(findPosts(reader, options)).rejects.toThrow(/abort/i);
  });
});

describe('findPosts in a blog of thousands', () => {
  const posts: readonly TestPost[] = Array.from({ length: 4200 }, (_, id) => ({
    title: `Post ${id} ${id % 3 === 0 ? 'third' : ''}`,
    body: `Everywhere ${id % 2 === 0 ? 'even evenly' : 'odd'} word${id % 700} w${id % 13} ${'filler '.repeat(id % 5)} code${id}`,
    keywords: [
      `k${id % 5}`,
      ...(id % 7 === 0 ? ['seven'] : []),
      // Thirty rarer ones.
      ...(id % 9 === 0 ? [`r${id % 30}`] : []),
    ],
  }));
  let blog: SearchBlog;
  beforeAll(async () => {
    blog = await createSearchBlog(posts);
  });

  test.each([
    ['a word in every post', 'everywhere '],
    ['a beginning that every post has', 'eve'],
    ['two common words', 'even third '],
    ['a common and a rare word', 'even word12 '],
    ['three common words', 'even third filler '],
    ['a common word without another', 'third -odd'],
    ['a phrase of common words', '"even evenly"'],
    ['a phrase with a rare word', '"evenly word12"'],
    ['a rare word', 'code1777 '],
    ['a beginning of many words', 'code1'],
    ['words that no post has together', 'word1 word2 '],
  ])('finds %s', async (_, typed) => {
    const answer = await blog.ask(typed, { limit: 5000 });
    const scan = scanPosts(posts, typed, { stem });
    expect(answer.match).toBe(scan.match);
    expect(answer.total).toBe(scan.ids.length);
    expect(answer.hits.map((hit) => hit.post.id).toSorted((a, b) => a - b)).toEqual(scan.ids);
    const few = await blog.ask(typed, { limit: 10 });
    expect(few.total).toBe(scan.ids.length);
    expect(few.hits.map((hit) => hit.post.id)).toEqual(
      answer.hits.slice(0, 10).map((hit) => hit.post.id),
    );
    expect(few.counts).toEqual(answer.counts);
    const sevens = scan.ids.filter((id) => id % 7 === 0).length;
    expect(answer.counts['seven'] ?? 0).toBe(sevens);
  });

  test.each(['even third ', 'even third filler ', 'third -odd', '"even evenly"'])(
    'counts the commonest keywords of %s from a file of their own',
    async (typed) => {
      const fresh = blog.reopen();
      const answer = await fresh.ask(typed, { limit: 10, counts: 'common' });
      const { ids } = scanPosts(posts, typed, { stem });
      for (const slug of ['k0', 'k1', 'k2', 'k3', 'k4', 'seven']) {
        const expected = ids.filter((id) => posts[id]?.keywords?.includes(slug)).length;
        expect(answer.counts[slug] ?? 0, slug).toBe(expected);
      }
      expect(fresh.requests.filter((name) => name.startsWith('f'))).toEqual([]);
      expect(fresh.requests.filter((name) => name.startsWith('common'))).toEqual(['common.bin']);
      expect(answer.counted).toBe('common');
    },
  );

  test('counts the keywords of hits that are all shown from their cards', async () => {
    const fresh = blog.reopen();
    const typed = 'even third filler ';
    const narrowed = { keywords: ['seven', 'r0'], limit: 20, counts: 'common' } as const;
    const answer = await fresh.ask(typed, narrowed);
    const { ids } = scanPosts(posts, typed, { stem, keywords: narrowed.keywords });
    expect(ids.length).toBeGreaterThan(1);
    expect(answer.total).toBe(ids.length);
    expect(answer.counts['r0']).toBe(ids.length);
    expect(answer.counted).toBe('all');
    expect(fresh.requests.filter((name) => /^f\d|^common/.test(name))).toEqual([]);
  });

  test.each([
    ['one keyword', ['seven']],
    ['two keywords', ['seven', 'k3']],
  ])('narrows a common word by %s', async (_, keywords) => {
    const answer = await blog.ask('even ', { keywords, limit: 1000 });
    const scan = scanPosts(posts, 'even ', { stem, keywords });
    expect(answer.hits.map((hit) => hit.post.id).toSorted((a, b) => a - b)).toEqual(scan.ids);
    expect(answer.counts['seven']).toBe(scan.ids.length);
  });

  test('gives the newest of a common word', async () => {
    const answer = await blog.ask('third ', { order: 'newest', limit: 3 });
    expect(answer.hits.map((hit) => hit.post.id)).toEqual([4197, 4194, 4191]);
  });

  test('spends little on a first search and less on the next', async () => {
    const fresh = blog.reopen();
    const spend = async (typed: string): Promise<{ requests: number; bytes: number }> => {
      const before = fresh.requests.length;
      await fresh.ask(typed, { limit: 10, counts: 'common' });
      const asked = fresh.requests.slice(before);
      const sizeOf = (name: string): number => fresh.files.get(name)?.length ?? 3000;
      const bytes = asked.reduce((sum, name) => sum + sizeOf(name), 0);
      // The first post that is read for its excerpt brings the code that cuts it.
      const readsFirst = asked.some(isPost) && !fresh.requests.slice(0, before).some(isPost);
      return { requests: asked.length, bytes: bytes + (readsFirst ? 6500 : 0) };
    };
    // The code is some 12 kB: 50 kB and 8 requests are the goal with it.
    const first = await spend('third');
    expect(first.requests).toBeLessThanOrEqual(5);
    expect(first.bytes).toBeLessThanOrEqual(30_000);
    for (const following of ['filler', 'even word12', 'odd third filler', 'evne']) {
      const { bytes } = await spend(following);
      expect(bytes, following).toBeLessThanOrEqual(25_000);
    }
    const several = await spend('word12 even third filler');
    expect(several.bytes).toBeLessThanOrEqual(68_000);
  });
});

/** Bytes and requests of one search, the code that it brings left out. */
async function measureSearch(fresh: SearchBlog, typed: string): Promise<[number, number]> {
  const before = fresh.requests.length;
  await fresh.ask(typed, { limit: 10, counts: 'common' });
  const asked = fresh.requests.slice(before);
  const sizeOf = (name: string): number => fresh.files.get(name)?.length ?? 3000;
  return [asked.reduce((sum, name) => sum + sizeOf(name), 0), asked.length];
}

describe('findPosts in a blog of hundreds', () => {
  const prose = createProseBlog(300);
  const posts = Array.from(prose.posts(), ({ card, body }) => ({
    title: card.title,
    body,
    keywords: card.keywords.map(({ name }) => name),
  }));
  let blog: SearchBlog;
  beforeAll(async () => {
    blog = await createSearchBlog(posts);
  });

  test.each(['borrow', 'the', 'ja'])('spends little on %s as first search', async (typed) => {
    const fresh = blog.reopen();
    const [bytes, requests] = await measureSearch(fresh, typed);
    expect(requests).toBeLessThanOrEqual(6);
    expect(bytes).toBeLessThanOrEqual(29_000);
    for (const following of ['lifetime closure', 'brorow', 'query cache index']) {
      const [more] = await measureSearch(fresh, following);
      expect(more, following).toBeLessThanOrEqual(25_000);
    }
  });

  test('has the excerpts of the first posts ready', async () => {
    const { hits } = await blog.reopen().ask('borrow', { limit: 10 });
    expect(hits.slice(0, 2).every(({ excerpt }) => excerpt !== undefined)).toBe(true);
  });
});

describe('findPosts in a blog of more than ten thousand', () => {
  test('finds posts by tails in files of their own', async () => {
    const posts = Array.from({ length: 10_800 }, (_, id) => ({
      title: `${id % 2 === 0 ? 'even' : 'odd'} ${id % 3 === 0 ? 'third' : ''} w${id % 11}`,
    }));
    const blog = await createSearchBlog(posts);
    const { hits, total } = await blog.ask('even third w5 ', { order: 'newest', limit: 3 });
    const found = posts.flatMap(({ title }, id) => (title === 'even third w5' ? [id] : []));
    expect(total).toBe(found.length);
    expect(hits.map(({ post: { id } }) => id)).toEqual(found.toReversed().slice(0, 3));
    expect(blog.requests.some((name) => /^t\d+\.bin$/.test(name))).toBe(true);
  });
});

const isPost = (name: string): boolean => name.endsWith('.md');

/** A reader over words and keywords that are in every `step`th post, all with a tail of 30 kB. */
function createTailReader(steps: Readonly<Record<string, number>>): IndexReader {
  const names = Object.keys(steps);
  const listOf = (name: string): PostingList | undefined => {
    const step = steps[name];
    if (step === undefined) return undefined;
    const ids = listMultiples(step).slice(-2);
    const tail = { file: 0, index: names.indexOf(name) };
    const weights = ids.map(() => 1);
    return { total: 240_000 - step, ids, weights, tail, keywordSets: undefined, counts: new Map(), records: [], cards: new Map() }; // prettier-ignore
  };
  const reader: Partial<IndexReader> = {
    loadRoot: async () => ({ postCount: 240_000, cardBlock: 8 }) as SearchRoot,
    findStem: async (word) => {
      const list = listOf(word);
      return list && { kind: 'word', text: word, isOwnStem: true, isBare: false, ordinal: 0, list };
    },
    findKeyword: async (slug) => listOf(`#${slug}`),
    loadTail: async (tail) =>
      listMultiples(steps[names['index' in tail ? tail.index : 0] ?? ''] ?? 1),
    loadFacets: async () => new Map(),
    loadCards: async () => new Map(),
    isOpened: () => false,
    countBytes: () => 0,
  };
  return reader as IndexReader;
}

function listMultiples(step: number): number[] {
  return Array.from({ length: 240 / step }, (_, index) => index * step);
}
