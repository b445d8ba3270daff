import { describe, expect, test } from 'vitest';

import {
  evaluateCondition,
  evaluateOutput,
} from '../../../../../src/content/shortcode/liquid/liquid-expression.ts';

const names = new Map<string, unknown>([
  ['page', { title: 'Tea', tags: ['a', 'b'], n: 3, deep: { x: 'y' }, 'with-dash': 1 }],
  ['none', undefined],
]);
const scope = {
  find: (name: string) => ({ isKnown: names.has(name), value: names.get(name) }),
};

describe('evaluateOutput', () => {
  test.each<[string, unknown]>([
    ['"a"', 'a'],
    ["'a|b'", 'a|b'],
    ['3', 3],
    ['-2.5', -2.5],
    ['true', true],
    ['nil', undefined],
    ['page.title', 'Tea'],
    ['page["title"]', 'Tea'],
    ['page.with-dash', 1],
    ['page.tags[1]', 'b'],
    ['page.tags.first', 'a'],
    ['page.tags.last', 'b'],
    ['page.tags.size', 2],
    ['page.title.size', 3],
    ['page.deep.x', 'y'],
    ['page.title | upcase', 'TEA'],
    ['page.title | append: "s" | downcase', 'teas'],
    ['(1..3) | join: "-"', '1-2-3'],
    ['(1..page.n) | size', 3],
    ['(1..999999) | size', 1001],
    ['none', undefined],
  ])('reads %s', (text, value) => {
    const result = evaluateOutput(text, scope);
    expect(result).toEqual({ value, unknownName: undefined, unknownFilter: undefined });
  });

  test.each([
    ['a.b', 'a.b', undefined],
    ['page.gone', 'page.gone', undefined],
    ['page.constructor', 'page.constructor', undefined],
    ['page.title.constructor', 'page.title.constructor', undefined],
    ['page.title | gone: 1', undefined, 'gone'],
  ])('names what is not known in %s', (text, unknownName, unknownFilter) => {
    expect(evaluateOutput(text, scope)).toMatchObject({ unknownName, unknownFilter });
  });

  test.each(['', 'a b', '"a', 'a |', 'a | b:', '| b', '{a: 1}', 'a!', 'a | 1'])(
    'rejects %j',
    (text) => {
      expect(evaluateOutput(text, scope)).toBeUndefined();
    },
  );
});

describe('evaluateCondition', () => {
  test.each([
    ['page.title', true],
    ['none', false],
    ['""', true],
    ['page.title == "Tea"', true],
    ['page.title != "Tea"', false],
    ['page.n > 2', true],
    ['page.n >= 4', false],
    ['page.n < 4', true],
    ['page.n <= 3', true],
    ['page.tags contains "a"', true],
    ['page.title contains "x"', false],
    ['page.tags == empty', false],
    ['page.n == "3"', true],
    ['none and page.title', false],
    ['none or page.title', true],
    // Liquid reads from the right.
    ['false and false or true', false],
    ['true or false and false', true],
  ])('says of %s: %s', (text, value) => {
    expect(evaluateCondition(text, scope)?.value).toBe(value);
  });

  test.each(['', 'a ==', 'a = b', 'a and', '== b'])('rejects %j', (text) => {
    expect(evaluateCondition(text, scope)).toBeUndefined();
  });
});
