import { parse } from 'smol-toml';
import { describe, expect, test } from 'vitest';
import {
  createTable,
  maximumDepth,
  normalizeValues,
  readScalar,
} from '../../../../../src/content/front-matter/base/values.ts';

describe('normalizeValues', () => {
  test('writes keys in lower case at all depths', () => {
    const { values } = normalizeValues({
      ' Title ': 'x',
      Extra: { Image: 'y' },
      list: [{ Name: 'z' }],
    });
    expect(values).toEqual({ title: 'x', extra: { image: 'y' }, list: [{ name: 'z' }] });
  });

  test.each([
    ['a day', 'd = 2019-03-04', '2019-03-04'],
    ['an offset date-time', 'd = 2019-03-04T10:30:00+02:00', '2019-03-04T10:30:00+02:00'],
    ['a UTC date-time', 'd = 2019-03-04T10:30:00Z', '2019-03-04T10:30:00Z'],
    ['a local date-time', 'd = 2019-03-04T10:30:00', '2019-03-04T10:30:00'],
    ['a local time', 'd = 10:30:00', '10:30:00'],
    ['a large integer', 'd = 9007199254740993', undefined],
  ])('makes text of %s of TOML', (_, toml, text) => {
    const { values } = normalizeValues(parse(toml, { integersAsBigInt: 'asNeeded' }));
    expect(values['d']).toBe(text ?? '9007199254740993');
  });

  test('leaves control characters out of texts and keys, and names the settings', () => {
    const raw = { title: '\0x', 'a\u0001': 1, extra: { Image: ['\u009fy'] }, ok: 'a\tb\nc' };
    const { values, controlled } = normalizeValues(raw);
    expect(values).toEqual({ title: 'x', a: 1, extra: { image: ['y'] }, ok: 'a\tb\nc' });
    expect(controlled).toEqual(['title', 'a', 'image']);
  });

  test('gives objects no prototype', () => {
    const { values } = normalizeValues(
      JSON.parse('{"__proto__": {"x": 1}, "a": {}}') as Record<string, unknown>,
    );
    expect(values['constructor']).toBeUndefined();
    expect((values['a'] as Record<string, unknown>)['toString']).toBeUndefined();
    expect(Object.keys(values)).toEqual(['__proto__', 'a']);
  });

  test('leaves out what is nested too deeply', () => {
    let deep: Record<string, unknown> = { x: 1 };
    for (let i = 0; i < maximumDepth * 2; i++) deep = { a: deep };
    const { values, isCut } = normalizeValues(deep);
    expect(isCut).toBe(true);
    expect(JSON.stringify(values)).not.toContain('x');
  });

  test('leaves out what is too much', () => {
    const { values, isCut } = normalizeValues({
      list: Array.from({ length: 10_000 }, (_, i) => i),
    });
    expect(isCut).toBe(true);
    expect((values['list'] as unknown[]).length).toBeLessThan(5000);
  });

  test('makes text of numbers that are not finite', () => {
    expect(normalizeValues({ a: NaN, b: Infinity, c: 1.5 }).values).toEqual({
      a: 'NaN',
      b: 'Infinity',
      c: 1.5,
    });
  });
});

describe('readScalar', () => {
  test.each([
    ['', null],
    ['~', null],
    ['null', null],
    ['true', true],
    ['False', false],
    ['yes', 'yes'],
    ['12', 12],
    ['-1.5', -1.5],
    ['1.10', '1.10'],
    ['007', '007'],
    ['1e3', '1e3'],
    ['0x10', '0x10'],
    ['.5', '.5'],
    ['2019-03-04', '2019-03-04'],
    ['9007199254740993', '9007199254740993'],
  ])('reads %j', (text, value) => {
    expect(readScalar(text)).toBe(value);
  });
});

describe('createTable', () => {
  test('has no keys', () => {
    expect('toString' in createTable()).toBe(false);
  });
});
