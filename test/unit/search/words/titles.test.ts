import { array, assert, constantFrom, oneof, property } from 'fast-check';
import { describe, expect, test } from 'vitest';

import { createWantedWords } from '../../../../src/search/words/wanted-words.ts';
import { findPassage } from '../../../../src/search/text/passage.ts';
import { parseQuery } from '../../../../src/search/words/query.ts';
import { matchTitles, suggestTitles } from '../../../../src/search/words/titles.ts';
import { scanPosts } from '../scan-posts.ts';

const items = [
  'Rust and memory',
  'Rust memories',
  'Memory',
  'C++ today',
  'A borrow checker',
  'The café of Łódź',
  'Straßen',
  '全文検索',
].map((title) => ({ title }));
const matcherOf = (text: string): ReturnType<typeof createWantedWords> =>
  createWantedWords(parseQuery(text), { stems: [] });

const stem = (word: string): string => word.replace(/s$/, '');

describe('matchTitles', () => {
  test.each([
    ['rust mem', ['Rust and memory', 'Rust memories']],
    ['memory ', ['Rust and memory', 'Memory']],
    ['"rust and"', ['Rust and memory']],
    ['c++', ['C++ today']],
    ['c ', []],
    ['c', []],
    ['', []],
    ['che', ['A borrow checker']],
    ['che borrow', []],
    ['"borrow checker"', ['A borrow checker']],
    ['"checker borrow"', []],
    ['borrow "borrow checker"', ['A borrow checker']],
    ['memory -rust', ['Memory']],
    ['rust -"rust memories"', ['Rust and memory']],
    ['-rust', []],
    ['lodz', ['The café of Łódź']],
    ['strasse', ['Straßen']],
    ['検索', ['全文検索']],
    ['検', ['全文検索']],
  ])('finds the titles that %j asks for', (text, titles) => {
    expect(matchTitles(items, parseQuery(text)).map(({ title }) => title)).toEqual(titles);
  });

  test('reads the words of a title once', () => {
    let reads = 0;
    const item = {
      get title() {
        reads++;
        return 'Rust and memory';
      },
    };
    for (const text of ['r', 'ru', 'rus']) matchTitles([item], parseQuery(text));
    expect(reads).toBe(1);
  });

  test('finds in random titles what a scan with the same tokenizer finds', () => {
    const piece = constantFrom('go', 'gone', 'c++', 'c', 'std::mem', 'std', 'łódź', 'lodz', '検索');
    const typed = oneof(piece, piece.map((word) => `-${word}`), piece.map((word) => `"go ${word}"`)); // prettier-ignore
    assert(
      property(
        array(array(piece, { minLength: 1, maxLength: 4 }).map(joinWords), { maxLength: 6 }),
        array(typed, { minLength: 1, maxLength: 3 }).map(joinWords),
        (titles, text) => {
          const posts = titles.map((title) => ({ title }));
          const scan = scanPosts(posts, text, { stem: (word) => word });
          const expected = scan.match === 'all' ? scan.ids.map((id) => posts[id]) : [];
          expect(matchTitles(posts, parseQuery(text))).toEqual(expected);
        },
      ),
    );
  });
});

describe('suggestTitles', () => {
  test.each([
    ['memroy', ['Rust and memory', 'Memory']],
    ['rust zzz', ['Rust and memory', 'Rust memories']],
    ['memroy -and', ['Memory']],
    ['zzzqqq', []],
  ])('suggests titles near %j', (text, titles) => {
    expect(suggestTitles(items, parseQuery(text)).map(({ title }) => title)).toEqual(titles);
  });
});

describe('findPassage', () => {
  test('shows no control character', () => {
    const passage = findPassage('# A\0\n\nMy rust\u001b.', matcherOf('rust '));
    expect(passage?.sections).toEqual([{ id: 'a', title: 'A' }]);
    expect(passage?.excerpt).toBe('My rust.');
  });

  const source = `+++\ntitle = "memory"\n+++\n\n# Start\n\nMemory here.\n\n## Rust {#r}\n\nAbout rust and memory together.\n\n\`\`\`\nrust memory rust\n\`\`\`\n`;

  test('shows the place with most of the words, prose before code', () => {
    const passage = findPassage(source, matcherOf('rust memory '));
    expect(passage?.excerpt).toMatch(/^About rust and memory together\./);
    expect(passage?.sections.map(({ id }) => id)).toEqual(['start', 'r']);
  });

  test('finds nothing in the front matter', () => {
    expect(findPassage(source, matcherOf('title'))).toBeUndefined();
  });
});

describe('createWantedWords', () => {
  test.each([
    ['a word', 'rust ', 'rust', 0],
    ['another form', 'rusts ', 'rust', 0],
    ['a beginning', 'x ru', 'rusty', 1],
    ['a word of a phrase', '"a b"', 'b', 1],
    ['no excluded word', 'a -b', 'b', -1],
    ['a word twice, where it stood first', 'a b "a c"', 'a', 0],
    ['no other word', 'rust ', 'trust', -1],
  ])('tells the place of %s', (_, text, token, place) => {
    expect(createWantedWords(parseQuery(text), { stems: [stem] }).find(token)).toBe(place);
  });

  test('lights the words used for mistyped ones', () => {
    const wanted = createWantedWords(parseQuery('rsut '), { stems: [stem], used: ['rust'] });
    expect(wanted.isMatch('rusts')).toBe(true);
  });
});

function joinWords(all: readonly string[]): string {
  return all.join(' ');
}
