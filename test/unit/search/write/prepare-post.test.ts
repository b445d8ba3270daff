import { describe, expect, test } from 'vitest';

import { createByteReader } from '../../../../src/search/format/bytes.ts';
import { maximumPositions, preparePost } from '../../../../src/search/write/prepare-post.ts';
import type { PreparedPost } from '../../../../src/search/write/prepare-post.ts';
import { chooseSections } from '../../../../src/search/text/sections.ts';
import { readPositions } from '../../../../src/search/format/side-files.ts';
import { loadStemmer, stemmerOf } from '../../../../src/search/words/stem.ts';

const same = (word: string): string => word;
const prepare = (body: string, title = '', keywords: readonly string[] = []): PreparedPost =>
  preparePost({ title, keywords, body }, same);

function weightOf(post: PreparedPost, word: string): number {
  return post.weights[post.words.indexOf(word)] ?? 0;
}

describe('preparePost', () => {
  test('weighs title over keyword over heading over text over code', () => {
    const filler = 'filler '.repeat(400);
    const post = prepare(`## Heading\n\nbody ${filler}\n\n\`\`\`\ncode\n\`\`\``, 'Title', [
      'keyword',
    ]);
    const weights = ['title', 'keyword', 'heading', 'body', 'code'].map((word) =>
      weightOf(post, word),
    );
    expect(weights).toEqual(weights.toSorted((a, b) => b - a));
    expect(new Set(weights).size).toBe(5);
  });

  test('weighs a word less in a long post and in a long title', () => {
    const long = prepare(`word ${'filler '.repeat(3000)}`, `word ${'more '.repeat(12)}`);
    const short = prepare('word here', 'word');
    expect(weightOf(long, 'word')).toBeLessThan(weightOf(short, 'word'));
  });

  test('shows a word in prose before headings and code', () => {
    const post = prepare('## A word\n\n```\nword\n```\n\nThe word in prose.');
    expect(post.text.slice(post.offsets[post.words.indexOf('word')])).toBe('word in prose.');
    expect(prepare('text', 'Title').offsets[0]).toBe(-1);
  });

  test('keeps where each word stands, unless it is everywhere', () => {
    const post = prepare(`a b a ${'everywhere '.repeat(maximumPositions + 1)}`);
    const reader = createByteReader(post.positions, 'x');
    expect(post.words.map(() => readPositions(reader))).toEqual([[1, 3], [2], undefined]);
    expect(reader.offset).toBe(reader.end);
  });

  test.each([
    ['the text', '## One two\n## One two', undefined, ['one-two', 'one-two-1']],
    ['an id of its own', '## One {#own}', undefined, ['own']],
    [
      'the rendered heading',
      '## One\n## Two',
      '<h2 id="made">Made by a shortcode</h2><h3 id="x-two">Two</h3>',
      ['made', 'x-two'],
    ],
  ])('takes the id of a section from %s', (_, body, html, ids) => {
    const post = preparePost({ title: '', keywords: [], body, html }, same);
    expect(post.sections.map(({ id }) => id)).toEqual(ids);
  });

  test('gives each of 20,000 equal headings an id of its own', () => {
    const { sections } = prepare('## Same heading\n\n'.repeat(20_000));
    expect(new Set(sections.map(({ id }) => id)).size).toBe(20_000);
    expect(sections.at(-1)?.id).toBe('same-heading-19999');
  });
});

describe('chooseSections', () => {
  test('cuts a title that results would repeat at any length', () => {
    const sections = [{ id: 'a', title: 'x'.repeat(100_000), position: 0 }];
    expect(chooseSections(sections, [1])[0]?.title).toHaveLength(300);
  });

  const sections = ['a', 'b', 'c', 'd'].map((id, index) => ({
    id,
    title: id,
    position: index * 10,
  }));

  test.each([
    ['none before the first heading', [], []],
    ['in the order of the post', [35, 5], ['a', 'd']],
    [
      'those with most words, three at most',
      [1, 11, 12, 21, 22, 31, 32].toSorted((a, b) => a - b),
      ['b', 'c', 'd'],
    ],
  ])('gives %s', (_, positions, ids) => {
    const ascending = positions.toSorted((a, b) => a - b);
    expect(chooseSections(sections, ascending).map(({ id }) => id)).toEqual(ids);
  });
});

describe('loadStemmer', () => {
  test.each([
    ['en', 'universities', 'univers'],
    ['en-GB', 'running', 'run'],
    ['fr', 'continuellement', 'continuel'],
    ['de', 'hauser', 'haus'],
    ['ru', 'программирование', 'программирован'],
    ['ja', 'rust', 'rust'],
    ['xx', 'universities', 'universities'],
    ['en', 'std::mem', 'std::mem'],
    ['en', 'x86', 'x86'],
    ['en', 'is', 'is'],
  ])('stems in %s: %s', async (language, word, stem) => {
    expect((await loadStemmer(language))(word)).toBe(stem);
  });

  test('knows each stemmer by the primary subtag', () => {
    expect(['pt-BR', 'EN_us', 'constructor', ''].map(stemmerOf)).toEqual(['pt', 'en', '', '']);
  });
});
