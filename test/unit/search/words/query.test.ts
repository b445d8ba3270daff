import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { maximumClauses, parseQuery } from '../../../../src/search/words/query.ts';
import type { Clause } from '../../../../src/search/words/query.ts';

/** `word`, `begin*`, `"a phrase"`. */
const show = (clause: Clause): string =>
  clause.kind === 'word'
    ? `${clause.text}${clause.isPrefix ? '*' : ''}`
    : `"${clause.terms.map(({ text }) => text).join(' ')}"`;

describe('parseQuery', () => {
  test.each([
    ['words, the last as a beginning', 'Rust memory', ['rust', 'memory*'], []],
    ['a word that is ended', 'memory ', ['memory'], []],
    ['one letter as a whole word', 'c', ['c'], []],
    ['C++ as a whole word or more', 'c++', ['c++*'], []],
    ['a phrase', '"Borrow Checker"', ['"borrow checker"'], []],
    ['a phrase left open', '"borrow chec', ['"borrow chec"'], []],
    ['German and French quotes', '„ein Wort“ «un mot»', ['"ein wort"', '"un mot"'], []],
    ['an excluded word', 'rust -web', ['rust'], ['web']],
    ['an excluded phrase', 'rust -"the web"', ['rust'], ['"the web"']],
    ['a hyphen inside a word', 'e-mail', ['e', 'mail*'], []],
    ['a hyphen alone', '- rust', ['rust*'], []],
    ['a minus while it is typed', 'rust -', ['rust'], []],
    ['a word twice', 'rust rust', ['rust'], []],
    ['signs in pairs', '検索', ['検索'], []],
    ['one sign as a beginning', '検 x ', ['検*', 'x'], []],
    ['a long run by every other pair', '全文検索の作り方', ['全文', '検索', 'の作', 'り方'], []],
    ['two runs', '全文 検索', ['全文', '検索'], []],
    ['nothing', '  !? ', [], []],
  ])('understands %s: %s', (_, text, required, excluded) => {
    const query = parseQuery(text);
    expect(query.required.map(show)).toEqual(required);
    expect(query.excluded.map(show)).toEqual(excluded);
  });

  test('favours whole names', () => {
    expect(parseQuery('std::mem swap').favoured).toEqual(['std::mem']);
  });

  test('keeps the distances within a phrase', () => {
    const [clause] = parseQuery('"std::mem of 検索中"').required;
    expect(clause).toEqual({
      kind: 'phrase',
      terms: [
        { text: 'std', at: 0 },
        { text: 'mem', at: 1 },
        { text: 'of', at: 2 },
        { text: '検索', at: 3 },
        { text: '索中', at: 4 },
      ],
    });
  });

  test('bounds its work for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const query = parseQuery(text);
        expect(query.required.length).toBeLessThanOrEqual(maximumClauses);
        expect(query.excluded.length).toBeLessThanOrEqual(maximumClauses);
      }),
    );
  });
});
