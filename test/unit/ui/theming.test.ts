import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseSite } from '../../../src/content/site/site.ts';

const text = readFileSync('docs/theming.md', 'utf8');
const tokens = readFileSync('src/ui/styles/tokens.css', 'utf8');
const sources = readdirSync('src/ui', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx'))
  .map((file) => readFileSync(`src/ui/${file}`, 'utf8'))
  .join('\n');
const given = new Set(
  Array.from(sources.matchAll(/\bclass="([^"]*)"/g), ([, names = '']) => names.split(/\s+/)).flat(),
);

function list(pattern: RegExp): readonly string[] {
  return [...new Set(Array.from(text.matchAll(pattern), ([, name = '']) => name))];
}

describe('docs/theming.md', () => {
  test.each(list(/(--[a-z][a-z0-9-]*)/g))('names the token %s, which exists', (token) => {
    expect(tokens).toMatch(new RegExp(`^ +${token}:`, 'm'));
  });

  test('names every token that a blogger may set', () => {
    const known = new Set(Array.from(tokens.matchAll(/^ +(--[\w-]+):/gm), ([, name = '']) => name));
    expect([...known].filter((token) => !text.includes(`${token}`))).toEqual([
      '--bleed',
      '--mast-start',
    ]);
  });

  test.each(list(/[`\n](\.[a-z]+(?:-[a-z]+)*)(?=[` ,])/g))(
    'names the class %s, which exists',
    (name) => {
      expect(given).toContain(name.slice(1));
    },
  );

  test('names a setting that exists', () => {
    const toml = /```toml\n([^`]*)```/.exec(text)?.[1] ?? '';
    expect(parseSite(toml, 'site.toml').styles).toBe('my.css');
  });
});
