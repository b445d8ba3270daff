import { describe, expect, test } from 'vitest';

import { parseFenceInfo } from '../../../../src/content/code/fence-info.ts';

const plain = { language: '', title: undefined, hasLineNumbers: false, start: 1, marked: [] };
const range = (first: number, last = first): { first: number; last: number } => ({ first, last });

describe('parseFenceInfo', () => {
  test.each([
    ['nothing', '', {}],
    ['a language', 'Rust', { language: 'rust' }],
    ['a language with signs', 'c++', { language: 'c++' }],
    ['a class as a language', 'language-js', { language: 'js' }],
    [
      'Zola',
      'rust,linenos,linenostart=10,hl_lines=3-5 8,name=src/main.rs',
      {
        language: 'rust',
        hasLineNumbers: true,
        start: 10,
        marked: [range(3, 5), range(8)],
        title: 'src/main.rs',
      },
    ],
    ['Zola with spaces', 'toml, name=site.toml', { language: 'toml', title: 'site.toml' }],
    ['Zola without a language', ',linenos', { hasLineNumbers: true }],
    [
      'Hugo',
      'go {linenos=true,hl_lines=[2,"4-6"],linenostart=199}',
      { language: 'go', hasLineNumbers: true, start: 199, marked: [range(2), range(4, 6)] },
    ],
    ['Hugo without a space', 'go{linenos=table}', { language: 'go', hasLineNumbers: true }],
    ['Hugo that says no', 'go {linenos=false}', { language: 'go' }],
    [
      'Docusaurus',
      'js {1,3-5} title="src/a b.js" showLineNumbers',
      {
        language: 'js',
        marked: [range(1), range(3, 5)],
        title: 'src/a b.js',
        hasLineNumbers: true,
      },
    ],
    [
      'VitePress',
      'ts:line-numbers=7 {2}',
      { language: 'ts', hasLineNumbers: true, start: 7, marked: [range(2)] },
    ],
    ['VitePress that says no', 'ts:no-line-numbers', { language: 'ts' }],
    ['a file after a colon', 'rust:src/lib.rs', { language: 'rust', title: 'src/lib.rs' }],
    [
      'Jekyll',
      'ruby linenos mark_lines="1 2"',
      { language: 'ruby', hasLineNumbers: true, marked: [range(1), range(2)] },
    ],
    ['kramdown', '{:.language-sh}', { language: 'sh' }],
    [
      'Pandoc',
      '{.haskell .numberLines startFrom="100"}',
      { language: 'haskell', hasLineNumbers: true, start: 100 },
    ],
    ['R Markdown', '{r, echo=FALSE}', { language: 'r' }],
    ['a title only', 'title="x.txt"', { title: 'x.txt' }],
    ['marks only', '{1-2}', { marked: [range(1, 2)] }],
    ['a comma and a word of rustdoc', 'rust,ignore', { language: 'rust' }],
    ['nonsense', '!!! ]]] {{{', { language: '!!!' }],
  ])('reads %s', (_name, info, expected) => {
    expect(parseFenceInfo(info)).toEqual({ ...plain, ...expected });
  });

  test('keeps a start of millions within bounds', () => {
    expect(parseFenceInfo('js {linenostart=9999999}').start).toBe(1_000_000);
  });
});
