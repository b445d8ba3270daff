import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

import { defaultSite, parseSite } from '../../../../src/content/site/site.ts';

interface Row {
  readonly name: string;
  readonly type: string;
  readonly byDefault: string;
  readonly example: string;
}

const written = readFileSync(new URL('../../../../docs/settings.md', import.meta.url), 'utf8');

/** The settings in the tables of `docs/settings.md`. */
const rows = written.split('\n').flatMap((line): Row[] => {
  const [, name = '', type = '', byDefault = '', , example = ''] = line
    .split('|')
    .map((cell) => cell.trim().replace(/^`(.*)`$/, '$1'));
  return /^[a-z_]+$/.test(name) ? [{ name, type, byDefault, example }] : [];
});

/** `value` as the tables have it. */
function formatDefault(value: unknown): string {
  const isNone = value === undefined || value === '';
  // No list or table has anything in it by default.
  return isNone || typeof value === 'object' ? 'none' : JSON.stringify(value);
}

const keys = Object.keys(defaultSite);
const toName = (key: string): string =>
  key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

describe('docs/settings.md', () => {
  test('names each setting once, and no other', () => {
    expect(rows.map(({ name }) => name).toSorted()).toEqual(keys.map(toName).toSorted());
  });

  test.each(rows.filter(({ name }) => name !== 'footer'))(
    'tells the default of `$name`',
    ({ name, byDefault }) => {
      const [, value] = Object.entries(defaultSite).find(([key]) => toName(key) === name) ?? [];
      expect(byDefault).toBe(formatDefault(value));
    },
  );

  test.each(rows)('has an example of `$name` that another blog could have', ({ name, example }) => {
    expect(example).toMatch(new RegExp(`^${name} = `));
    expect(parseSite(example, 'site.toml')).not.toEqual(defaultSite);
  });

  test.each(rows)('tells the type of `$name`', ({ type, example }) => {
    const value = example.slice(example.indexOf('=') + 2);
    const patterns: Readonly<Record<string, RegExp>> = {
      'yes/no': /^(?:true|false)$/,
      number: /^\d+$/,
      list: /^\[.*\]$/,
      table: /^\{.*\}$/,
      text: /^".*"$/,
      path: /^".*"$/,
      address: /^"(?:https:\/\/|\/).*"$/,
    };
    expect(value).toMatch(patterns[type] ?? /^$/);
  });
});
