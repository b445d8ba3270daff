import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { isGramText, maximumWordLength, tokenize } from '../../../../src/search/words/tokenize.ts';

const textsOf = (text: string): string[] => tokenize(text).map((token) => token.text);

describe('tokenize', () => {
  test.each([
    ['words', 'Two words, here.', ['two', 'words', 'here']],
    ['names joined by ::', 'std::mem::swap', ['std::mem::swap', 'std', 'mem', 'swap']],
    ['names joined by hyphens', 'php-ext-wasm', ['php-ext-wasm', 'php', 'ext', 'wasm']],
    ['names with a dot', 'Node.js.', ['node.js', 'node', 'js']],
    ['names with underscores', '__init__ snake_case', ['init', 'snake_case', 'snake', 'case']],
    ['C++ and C#', 'C++, C# and C.', ['c++', 'c#', 'and', 'c']],
    ['C++ with a year', 'C++17', ['c++', '17']],
    ['a sum', 'a+b', ['a', 'b']],
    ['a hash tag', '#tag', ['tag']],
    ['a generic type', 'Vec<T>', ['vec', 't']],
    ['English clitics', "don't it’s we'll", ['don', 'it', 'we']],
    ['French elision', 'l’université', ['l', 'universite']],
    ['numbers', 'v1.2 and 3.14', ['1.2', 'v1', '2', 'and', '3.14', '3', '14']],
    ['a version', '0.19.2', ['0.19.2', '0', '19', '2']],
    ['a version in a name', 'php-8.1.2', ['php-8.1.2', 'php', '8.1.2', '8', '1', '2']],
    ['a version and more', '1.0.0-beta.2', ['1.0.0-beta.2', '1.0.0', '1', '0', '0', 'beta', '2']],
    ['a number with its unit', '3.15GB', ['3.15gb', '3', '15gb']],
    ['camel case', 'maxPoolSize', ['maxpoolsize', 'max', 'pool', 'size']],
    [
      'Pascal case',
      'MaxPool2 JavaScript',
      ['maxpool2', 'max', 'pool2', 'javascript', 'java', 'script'],
    ],
    ['short forms in a name', 'XMLHttpRequest', ['xmlhttprequest', 'xml', 'http', 'request']],
    ['a name in a path', 'a.maxPool', ['a.maxpool', 'a', 'maxpool', 'max', 'pool']],
    ['letters alone', 'iPhone aB', ['iphone', 'phone', 'ab']],
    ['what is no camel', 'PDFs HTML Word WORD', ['pdfs', 'html', 'word', 'word']],
    ['accents in camel case', 'àlaCarteÉté', ['alacarteete', 'ala', 'carte', 'ete']],
    ['Chinese in pairs', '搜索引擎', ['搜索', '索引', '引擎', '擎']],
    ['one Chinese sign', '京', ['京']],
    ['Japanese with Latin', 'Rustで検索', ['rust', 'で検', '検索', '索']],
    ['Korean in pairs', '검색을', ['검색', '색을', '을']],
    ['Thai in pairs', 'ไทย', ['ไท', 'ทย', 'ย']],
    ['signs outside the basic plane', '𠮷野家', ['𠮷野', '野家', '家']],
    ['nothing from punctuation', '!? -- ++ ## ::', []],
    ['emoji', '🎉👩‍👩‍👧 ❤️ ❤ 👍🏽 🇨🇭', ['🎉', '👩‍👩‍👧', '❤', '❤', '👍', '🇨🇭']],
    ['no signs of rights', 'A© ™', ['a']],
    ['nothing from lone surrogates', '\ud800 \udfff', []],
  ])('reads %s', (_, text, tokens) => {
    expect(textsOf(text)).toEqual(tokens);
  });

  test('tells where each token stands', () => {
    expect(tokenize('Über std::mem')).toEqual([
      { kind: 'word', text: 'uber', start: 0, end: 4, position: 0 },
      { kind: 'whole', text: 'std::mem', start: 5, end: 13, position: 1 },
      { kind: 'word', text: 'std', start: 5, end: 8, position: 1 },
      { kind: 'word', text: 'mem', start: 10, end: 13, position: 2 },
    ]);
  });

  test('gives parts and emoji no place of their own', () => {
    expect(
      tokenize('a maxPool 🎉 b').map(({ kind, text, position }) => [kind, text, position]),
    ).toEqual([
      ['word', 'a', 0],
      ['word', 'maxpool', 1],
      ['part', 'max', 1],
      ['part', 'pool', 1],
      ['word', '🎉', 2],
      ['word', 'b', 2],
    ]);
    expect(tokenize('maxPool').map(({ start, end }) => [start, end])).toEqual([
      [0, 7],
      [0, 3],
      [3, 7],
    ]);
  });

  test('leaves out runs that are no words', () => {
    expect(textsOf(`a ${'x'.repeat(maximumWordLength + 1)} b`)).toEqual(['a', 'b']);
    expect(tokenize(`a ${'x'.repeat(maximumWordLength + 1)} b`).at(-1)?.position).toBe(2);
  });

  test('gives for any text tokens in order, within it, and folded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        let last = 0;
        for (const { start, end, position, text: token } of tokenize(text)) {
          if (start < 0 || end <= start || end > text.length || token === '') return false;
          if (position < last) return false;
          last = position;
        }
        return true;
      }),
    );
  });

  test.each([
    ['a.', 200_000],
    ['a', 0],
    ['+', 0],
  ])('finds in 400,000 characters of %s no more words than %i', (piece, count) => {
    expect(tokenize(piece.repeat(400_000 / piece.length))).toHaveLength(count);
  });
});

describe('isGramText', () => {
  test.each([
    ['搜索', true],
    ['かな', true],
    ['ไทย', true],
    ['한', true],
    ['word', false],
    ['слово', false],
    ['', false],
  ])('says of %s %s', (text, answer) => {
    expect(isGramText(text)).toBe(answer);
  });
});
