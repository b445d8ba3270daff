import { describe, expect, test } from 'vitest';
import { ContentError } from '../../../../src/content/model/problem.ts';
import { describeValue, parseLine, parseText } from '../../../../src/content/settings/setting.ts';
import type { Setting } from '../../../../src/content/settings/setting.ts';

function createSetting(value: unknown): Setting {
  return { name: 'x', value, fail };
}

function fail(message: string, remedy: string): ContentError {
  return new ContentError({ kind: 'site', severity: 'error', file: 'site.toml', message, remedy });
}

describe('parseLine', () => {
  test('trims, and accepts nothing', () => {
    expect(parseLine(createSetting('  a '))).toBe('a');
    expect(parseLine(createSetting(''))).toBe('');
  });
});

describe('parseText', () => {
  test('rejects a text that says nothing', () => {
    expect(() => parseText(createSetting(' '))).toThrow('`x` is empty.');
  });
});

describe('describeValue', () => {
  test.each([
    ['a', '`"a"`'],
    [['a'], 'a list'],
    [{}, 'a table'],
    [1, '`1`'],
  ])('tells of %j', (value, text) => expect(describeValue(value)).toBe(text));
});
