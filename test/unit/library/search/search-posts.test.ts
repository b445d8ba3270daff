import { beforeAll, describe, expect, test } from 'vitest';

import type { MarkedRun } from '../../../../src/content/model/library.ts';
import { LibraryError } from '../../../../src/library/net/library-error.ts';
import { createSearchBlog } from '../../../support/search-blog.ts';
import type { SearchBlog, TestPost } from '../../../support/search-blog.ts';

const posts: readonly TestPost[] = [
  { title: 'Undated thoughts', body: 'A page of nothing much, the oldest of all.' },
  {
    title: 'Moving to WebAssembly',
    keywords: ['Rust', 'Web'],
    body: '## Why we moved\n\nThe module runs fast in the browser.\n\n## Memory and performance\n\nThe performance of the allocator was a surprise to us.',
  },
  {
    title: 'A borrow checker primer',
    keywords: ['Rust'],
    body: 'Learn how `Vec<T>` and `std::mem::replace` please the borrow checker. A checker to borrow from.',
  },
  {
    title: 'Notes on C++ and templates',
    keywords: ['C++'],
    body: 'Modern C++ has concepts. Nothing here is about its older relative.',
  },
  { title: 'A tour of C#', keywords: ['C#'], body: 'The C# language has records now.' },
  { title: 'Plain C for the patient', keywords: ['C'], body: 'Pointers in C are simple.' },
  {
    title: 'The café of Łódź',
    keywords: ['Travel'],
    body: 'We found it in a Straße with a view. Two universities have their libraries near by.',
  },
  {
    title: 'php-ext-wasm is out',
    keywords: ['Web'],
    body: 'The extension php-ext-wasm runs modules.',
  },
  { title: 'PHP and wasm', body: 'An ext for php, some wasm too, but not by that name.' },
  {
    title: '検索について',
    language: 'ja',
    body: 'この記事では全文検索の作り方を説明します。東京で書きました。',
  },
  { title: '全文搜索', language: 'zh', body: '搜索引擎怎么工作？我们在北京写了这篇文章。' },
  { title: '검색 엔진', language: 'ko', body: '블로그에서 검색을 만드는 방법을 설명합니다.' },
  { title: 'مرحبا بالعالم', language: 'ar', body: 'هذه مُدوَّنة عن البرمجة والكتابة.' },
  { title: 'שלום עולם', language: 'he', body: 'בלוג על תכנות וכתיבה בעברית.' },
  { title: 'Привет, мир', language: 'ru', body: 'Блог о программировании и ёлках.' },
  { title: 'สวัสดีชาวโลก', language: 'th', body: 'บล็อกเกี่ยวกับการเขียนโปรแกรมภาษาไทย' },
  {
    title: 'A day in the garden',
    keywords: ['Travel'],
    body: 'Nothing about machines, but memory fades. Rust on the gate.',
  },
  {
    title: 'Memory',
    keywords: ['Rust'],
    body: 'One word in the title counts for more than many below.',
  },
];

/** So many words that they fill several shards. */
const manyWords: readonly TestPost[] = [
  ...posts,
  {
    title: 'Many words',
    body: Array.from({ length: 4000 }, (_, index) => `word${index * 7919}`).join(' '),
  },
];

let blog: SearchBlog;
beforeAll(async () => {
  blog = await createSearchBlog(posts, {
    report: (error) => {
      throw error;
    },
  });
});

describe('finds', () => {
  test.each([
    ['two letters of the word being typed', 'we', 'Moving to WebAssembly'],
    ['a word half typed', 'webass', 'Moving to WebAssembly'],
    ['a whole word', 'webassembly', 'Moving to WebAssembly'],
    ['a letter left out', 'webasembly', 'Moving to WebAssembly'],
    ['two letters swapped', 'wbeassembly', 'Moving to WebAssembly'],
    ['a letter left out in the middle', 'perfomance', 'Moving to WebAssembly'],
    ['a doubled letter left out', 'alocator', 'Moving to WebAssembly'],
    ['a mistyped word beside a right one', 'borow checker', 'A borrow checker primer'],
    ['an accent left out', 'cafe', 'The café of Łódź'],
    ['an accent typed', 'café', 'The café of Łódź'],
    ['Łódź without its marks', 'lodz', 'The café of Łódź'],
    ['Łódź as it is written', 'Łódź', 'The café of Łódź'],
    ['ss for ß', 'strasse', 'The café of Łódź'],
    ['ß', 'Straße', 'The café of Łódź'],
    ['the singular of a plural', 'university', 'The café of Łódź'],
    ['the plural on the way to be typed', 'universiti', 'The café of Łódź'],
    ['a library from its plural', 'library', 'The café of Łódź'],
    ['搜索', '搜索', '全文搜索'],
    ['検索', '検索', '検索について'],
    ['검색', '검색', '검색 엔진'],
    ['東京', '東京', '検索について'],
    ['one Chinese sign', '京', '全文搜索'],
    ['a Japanese sentence without spaces', '全文検索の作り方', '検索について'],
    ['a generic type', 'Vec<T>', 'A borrow checker primer'],
    ['a path of names', 'std::mem', 'A borrow checker primer'],
    ['a name with hyphens', 'php-ext-wasm', 'php-ext-wasm is out'],
    ['C++', 'c++', 'Notes on C++ and templates'],
    ['C#', 'C#', 'A tour of C#'],
    ['Arabic without vowel signs', 'مدونة', 'مرحبا بالعالم'],
    ['Hebrew', 'תכנות', 'שלום עולם'],
    ['Cyrillic', 'привет', 'Привет, мир'],
    ['ё typed as е', 'елках', 'Привет, мир'],
    ['another Russian case', 'программирование', 'Привет, мир'],
    ['Thai', 'โปรแกรม', 'สวัสดีชาวโลก'],
    ['capitals', 'WEBASSEMBLY', 'Moving to WebAssembly'],
    ['a keyword', 'travel', 'A day in the garden'],
  ])('%s: %s', async (_, text, title) => {
    expect(await blog.find(text)).toContain(title);
  });
});

describe('names of code, versions and emoji', () => {
  let code: SearchBlog;
  beforeAll(async () => {
    code = await createSearchBlog([
      { title: 'Numbers', body: 'On page 19 of 2, from 0 to 1.' },
      { title: 'Old release', body: 'Version 0.19.1 came first, then 2 more by 0.18.' },
      { title: 'New release', body: 'Out now: v0.19.2, the best.' },
      { title: 'Settings', body: 'Set `maxPoolSize` before the start. 🎉 At last.' },
      { title: 'Swimming', body: 'A swimming place.' },
      { title: 'XMLHttpRequest', body: 'Old, but ❤️ it.' },
      { title: 'JavaScript', body: 'A language, javascript for short.' },
    ]);
  });

  test.each([
    ['a part of a name in camel case', 'pool', ['Settings']],
    ['the first part', 'max', ['Settings']],
    ['the whole name', 'maxPoolSize', ['Settings']],
    ['the whole name in lower case', 'maxpoolsize', ['Settings']],
    ['the beginning of the name', 'maxpo', ['Settings']],
    ['a part of a title', 'request', ['XMLHttpRequest']],
    ['a name in capitals and not', 'JavaScript', ['JavaScript']],
    ['a phrase with a name', '"maxPoolSize before"', ['Settings']],
    ['a version', '0.19.2', ['New release']],
    ['a version with its letter', 'v0.19.2', ['New release']],
    ['another version', '0.19.1', ['Old release']],
    ['the beginning of versions', '0.19', ['New release', 'Old release']],
    ['an emoji by its sign', '🎉', ['Settings']],
    ['an emoji by its name', 'tada', ['Settings']],
    ['an emoji as it is written', ':tada:', ['Settings']],
    ['an emoji without its colour sign', '❤', ['XMLHttpRequest']],
    ['an emoji with its colour sign', '❤️', ['XMLHttpRequest']],
    ['an emoji by a word of its name', 'heart', ['XMLHttpRequest']],
    ['a phrase over an emoji', '"start at last"', ['Settings']],
    ['no emoji that no post has', '🐘', []],
  ])('finds %s: %s', async (_, text, titles) => {
    expect((await code.find(text)).toSorted()).toEqual(titles);
  });
});

describe('tells apart', () => {
  test.each([
    ['C from C++ and C#', 'c', ['Plain C for the patient']],
    ['C++ from C', 'c++', ['Notes on C++ and templates']],
    ['C# from C', 'c#', ['A tour of C#']],
    ['a phrase from its words', '"borrow checker"', ['A borrow checker primer']],
    ['a phrase in another order', '"checker borrow"', []],
    ['a phrase within a sentence', '"checker to borrow"', ['A borrow checker primer']],
    ['a typographic phrase', '„borrow checker“', ['A borrow checker primer']],
    ['a Japanese phrase', '"全文検索"', ['検索について']],
    ['an excluded word', 'memory -rust', []],
    ['an excluded phrase', 'wasm -"php and wasm"', ['php-ext-wasm is out']],
    ['nonsense from typing errors', 'zzzqqq', []],
    ['punctuation from words', '?!… --- "" () <>', []],
    ['an exclusion alone', '-rust', []],
  ])('%s: %s', async (_, text, titles) => {
    expect(await blog.find(text)).toEqual(titles);
  });
});

describe('orders', () => {
  test('a word in the title before the same word in the text', async () => {
    expect((await blog.find('memory'))[0]).toBe('Memory');
  });

  test('a whole name before its words', async () => {
    expect(await blog.find('php-ext-wasm')).toEqual(['php-ext-wasm is out', 'PHP and wasm']);
  });

  test('the newest first on request', async () => {
    const answer = await blog.ask('memory', { order: 'newest' });
    const ids = answer.hits.map(({ post }) => post.id);
    expect(ids).toEqual(ids.toSorted((a, b) => b - a));
    expect(ids.length).toBe(3);
  });
});

describe('narrows', () => {
  test('by a keyword, with counts of what remains', async () => {
    const answer = await blog.ask('memory', { keywords: ['rust'] });
    expect(answer.total).toBe(2);
    expect(answer.counts).toEqual({ rust: 2, web: 1 });
  });

  test('by two keywords', async () => {
    const answer = await blog.ask('memory', { keywords: ['rust', 'web'] });
    expect(answer.hits.map(({ post }) => post.title)).toEqual(['Moving to WebAssembly']);
  });

  test('to posts that have some of the words when none of the keyword has all', async () => {
    const answer = await blog.ask('memory performance', { keywords: ['travel'] });
    expect(answer.match).toBe('some');
    expect(answer.hits.map(({ post }) => post.title)).toEqual(['A day in the garden']);
  });

  test('to nothing by a keyword that no post has', async () => {
    const answer = await blog.ask('memory', { keywords: ['nope'] });
    expect(answer).toMatchObject({ total: 0, match: 'none', counts: {} });
  });

  test('counts every keyword of the posts found', async () => {
    expect((await blog.ask('rust')).counts).toEqual({ rust: 3, web: 1, travel: 1 });
  });
});

describe('names', () => {
  test('keywords beyond those of the root', async () => {
    const many = await createSearchBlog(
      Array.from({ length: 40 }, (_, id) => ({
        title: `Post ${id}`,
        keywords: Array.from({ length: 10 }, (_keyword, place) => `Keyword ${id * 10 + place}`),
      })),
    );
    expect(many.keywords).toHaveLength(400);
    const { counts, hits } = await many.ask('"post 39"');
    expect(Object.keys(counts)).toHaveLength(10);
    expect(counts['keyword-399']).toBe(1);
    expect(hits[0]?.post.keywords.at(-1)).toEqual({ name: 'Keyword 399', slug: 'keyword-399' });
  });
});

describe('answers', () => {
  test('with marks in title, excerpt and sections', async () => {
    const { hits } = await blog.ask('performance memory');
    const [first] = hits;
    expect(first?.post.title).toBe('Moving to WebAssembly');
    expect(lit(first?.excerpt)).toContain('performance');
    expect(first?.sections[0]?.id).toBe('memory-and-performance');
    expect(lit(first?.sections[0]?.title)).toEqual(['Memory', 'performance']);
    expect(lit((await blog.ask('wasm')).hits[0]?.title)).toEqual(['wasm']);
  });

  test('with posts that have some of the words when none has all', async () => {
    const answer = await blog.ask('garden allocator machines');
    expect(answer.match).toBe('some');
    expect(answer.hits[0]?.post.title).toBe('A day in the garden');
  });

  test('with what was searched instead of a mistyped word', async () => {
    expect((await blog.ask('borow checker')).corrections).toEqual([
      { typed: 'borow', used: 'borrow' },
    ]);
  });

  test('with near titles when nothing was found', async () => {
    const near = await createSearchBlog([{ title: 'Xylophones' }, { title: 'Other' }]);
    near.files.delete('words.bin');
    const { suggestions } = await near.ask('xylofones');
    expect(suggestions.map(({ title }) => title)).toEqual(['Xylophones']);
  });

  test('with the limit and the whole count', async () => {
    const answer = await blog.ask('rust', { limit: 1 });
    expect(answer.hits).toHaveLength(1);
    expect(answer.total).toBe(4);
  });

  test('with passages of hits further down on request', async () => {
    const [, , card] = blog.cards;
    if (card === undefined) throw new Error('no card');
    const passage = await blog.search.loadPassage('borrow', card);
    expect(lit(passage.excerpt)).toEqual(['borrow', 'borrow']);
  });

  test('with passages that are cut once for the same words', async () => {
    const fresh = await createSearchBlog(posts);
    const read = (): number => fresh.requests.filter((name) => name.endsWith('.md')).length;
    const { hits } = await fresh.ask('allocator');
    expect(hits[0]?.excerpt).toBeDefined();
    expect(read()).toBe(1);
    await fresh.ask('allocator');
    expect(read()).toBe(1);
    fresh.search.reset();
    await fresh.ask('allocator');
    expect(read()).toBe(2);
  });
});

describe('marks a text', () => {
  test.each([
    [
      'other forms of a word',
      'university',
      'Universities and a university.',
      ['Universities', 'university'],
    ],
    ['a word without its accents', 'strasse', 'Eine Straße.', ['Straße']],
    ['C apart from C++ and C#', 'c', 'C, C++ and C#', ['C']],
    ['what a beginning begins', 'memo', 'Memory, a memo', ['Memory', 'memo']],
    ['no excluded word', 'memory -rust', 'Rust memory', ['memory']],
    ['words of a phrase', '"borrow checker"', 'A borrow checker', ['borrow', 'checker']],
  ])('with %s', async (_, words, text, expected) => {
    expect(lit((await blog.search.openMarker(words))(text))).toEqual(expected);
  });
});

describe('survives', () => {
  test.each([
    ['10,000 characters', 'word '.repeat(2000)],
    ['10,000 characters without a space', 'x'.repeat(10_000)],
    ['10,000 Chinese characters', '搜'.repeat(10_000)],
    ['10,000 quotes', '"'.repeat(10_000)],
    ['10,000 hyphens', '-'.repeat(10_000)],
    ['a lone surrogate', '\ud83d memory \udc00'],
    ['only punctuation', '!?.,;:'],
    ['__proto__', '__proto__ constructor toString'],
    ['signs of regular expressions', '(a+)+$ [^] \\d{9} .*'],
    ['emoji', '🎉👩‍👩‍👧'],
    ['a bidi override', '\u202ememory\u202c'],
    ['control characters', '\u0000\u0001\u0002memory'],
    ['nothing', ''],
  ])('%s', async (_, text) => {
    const before = blog.requests.length;
    const answer = await blog.ask(text);
    expect(answer.scope).toBe('text');
    expect(blog.requests.length - before).toBeLessThan(20);
  });
});

describe('falls back to titles', () => {
  const damage: readonly [string, (file: Uint8Array) => Uint8Array][] = [
    ['cut off', (file) => file.slice(0, Math.floor(file.length / 2))],
    ['emptied', () => new Uint8Array()],
    [
      'a page in its place',
      () => new TextEncoder().encode('<!doctype html><title>Not found</title>'),
    ],
    ['one bit turned', (file) => file.with(file.length - 5, (file.at(-5) ?? 0) ^ 4)],
    ['another version', (file) => file.with(3, 9)],
    ['another kind', (file) => file.with(4, 8)],
  ];

  test.each(damage)('when a shard is %s, and recovers', async (_, spoil) => {
    const faults: unknown[] = [];
    const fresh = await createSearchBlog(posts, { report: (error) => faults.push(error) });
    const good = fresh.files.get('0.bin') ?? new Uint8Array();
    fresh.files.set('0.bin', spoil(good));
    const answer = await fresh.ask('c++');
    expect(answer.scope).toBe('titles');
    expect(answer.hits.map(({ post }) => post.title)).toEqual(['Notes on C++ and templates']);
    expect(String(faults[0])).toMatch(
      /^ContentError: 0\.bin {2}The search file .*Publish the blog again\.$/,
    );

    fresh.files.set('0.bin', good);
    expect((await fresh.ask('c++')).scope).toBe('text');
  });

  test('when the index is missing, with keywords and counts', async () => {
    const bare = await createSearchBlog(posts);
    bare.files.clear();
    const answer = await bare.ask('memory', { keywords: ['rust'] });
    expect(answer).toMatchObject({ scope: 'titles', total: 1, counts: { rust: 1 } });
  });

  test('heeds exclusions and phrases, and a word in and beside a phrase', async () => {
    const bare = await createSearchBlog([
      { title: 'Pruning the quince' },
      { title: 'Quince jam' },
      { title: 'Jam of quince' },
    ]);
    bare.files.clear();
    expect(await bare.find('quince -pruning')).toEqual(['Jam of quince', 'Quince jam']);
    expect(await bare.find('quince "quince jam"')).toEqual(['Quince jam']);
    expect(await bare.find('"jam quince"')).toEqual([]);
  });

  test('without a connection for that word alone', async () => {
    const far = await createSearchBlog(manyWords);
    await far.ask('memory');
    const offline = new LibraryError('offline', 'The server could not be reached.');
    for (const name of far.files.keys()) far.faults.set(name, offline);
    expect((await far.ask('word7919')).scope).toBe('titles');
    expect((await far.ask('memory')).scope).toBe('text');
    far.faults.clear();
    expect((await far.ask('word7919')).scope).toBe('text');
  });

  test('but reads on over a deploy that has fewer files', async () => {
    const one = await createSearchBlog(manyWords);
    await one.ask('memory');
    const two = await createSearchBlog(posts);
    one.files.clear();
    for (const [name, file] of two.files) one.files.set(name, file);
    expect((await one.ask('webassembly')).scope).toBe('text');
  });

  test('but reads on over a deploy between two files', async () => {
    const one = await createSearchBlog(posts);
    await one.ask('memory');
    const two = await createSearchBlog([...manyWords, { title: 'New after deploy' }]);
    one.files.clear();
    for (const [name, file] of two.files) one.files.set(name, file);
    expect((await one.ask('deploy')).scope).toBe('text');
  });

  test('rejects a search that was given up', async () => {
    const signal = AbortSignal.abort();
    await expect(blog.ask('memory', { signal })).rejects.toThrow(/abort/i);
  });
});

function lit(runs: readonly MarkedRun[] = []): string[] {
  return runs.filter(({ isMatch }) => isMatch).map(({ text }) => text);
}
