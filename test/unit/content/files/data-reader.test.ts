import { describe, expect, test } from 'vitest';
import { ContentError } from '../../../../src/content/model/problem.ts';
import { openData } from '../../../../src/content/files/data-reader.ts';
import type { DataReader } from '../../../../src/content/files/data-reader.ts';

const data = openData(
  {
    schema: 1,
    text: 'a',
    yes: true,
    count: 3,
    list: ['a'],
    row: '12',
    nothing: null,
    in: { x: 'y' },
  },
  'data/x.json',
  1,
);

describe('openData', () => {
  test('reads fields of every kind', () => {
    expect(data.string('text')).toBe('a');
    expect(data.boolean('yes')).toBe(true);
    expect(data.integer('count')).toBe(3);
    expect(data.strings('list')).toEqual(['a']);
    expect(data.numbers('row')).toEqual([1, 2]);
    expect(data.record('in').string('x')).toBe('y');
    expect(data.choice('text', ['a', 'b'])).toBe('a');
  });

  test.each([
    ['optionalString', data.optionalString('nothing')],
    ['optionalInteger', data.optionalInteger('absent')],
    ['optionalRecord', data.optionalRecord('nothing')],
  ])('takes null and absence as undefined: %s', (_, value) => {
    expect(value).toBeUndefined();
  });

  test.each<[string, unknown, (reader: DataReader) => unknown]>([
    ['The data is `null`; an object was expected.', null, () => ''],
    ['The data is an array of 2; an object was expected.', [1, 2], () => ''],
    ['`schema` is `2`; 1 was expected.', { schema: 2 }, () => ''],
    ['`schema` is missing; 1 was expected.', {}, () => ''],
    ['`a` is `1`; text was expected.', { schema: 1, a: 1 }, (reader) => reader.string('a')],
    [
      '`a` is an object; `true` or `false` was expected.',
      { schema: 1, a: {} },
      (reader) => reader.boolean('a'),
    ],
    [
      '`a` is `-1`; a whole number from 0 on was expected.',
      { schema: 1, a: -1 },
      (reader) => reader.integer('a'),
    ],
    [
      '`a` is an array of 1; an array of texts was expected.',
      { schema: 1, a: [1] },
      (reader) => reader.strings('a'),
    ],
    [
      '`a` is `"`; a row of numbers was expected.',
      { schema: 1, a: '"' },
      (reader) => reader.numbers('a'),
    ],
    [
      '`a` is `c`; `x` or `y` was expected.',
      { schema: 1, a: 'c' },
      (reader) => reader.choice('a', ['x', 'y']),
    ],
    ['`a` is missing; an array was expected.', { schema: 1 }, (reader) => reader.records('a')],
    [
      '`constructor` is missing; text was expected.',
      { schema: 1 },
      (reader) => reader.string('constructor'),
    ],
  ])('says %s', (message, value, read) => {
    const act = (): unknown => read(openData(value, 'data/x.json', 1));
    expect(act).toThrow(ContentError);
    expect(act).toThrow(`data/x.json  ${message} Build the site again`);
  });

  test('names the way to a nested field', () => {
    expect(() => data.record('in').integer('x')).toThrow('data/x.json: in  `x` is `y`;');
  });
});
