import { describe, expect, test } from 'vitest';
import { ContentError } from '../../../src/content/content-error.ts';
import {
  parseLine,
  parseNavigation,
  parsePermalink,
  parseUrl,
} from '../../../src/content/site-fields.ts';
import type { Setting } from '../../../src/content/site-fields.ts';

function setting(value: unknown): Setting {
  const fail = (message: string, remedy: string): ContentError =>
    new ContentError({ kind: 'site', severity: 'error', file: 'site.toml', message, remedy });
  return { name: 'x', value, fail };
}

describe('parseUrl', () => {
  test.each([
    ['https://example.org', 'https://example.org/'],
    ['https://example.org/blog', 'https://example.org/blog/'],
    ['https://example.org/blog/', 'https://example.org/blog/'],
    ['http://localhost:8080/', 'http://localhost:8080/'],
    ['HTTPS://Example.ORG/Blog', 'https://example.org/Blog/'],
  ])('reads %s', (value, url) => {
    expect(parseUrl(setting(value))).toBe(url);
  });
});

describe('parsePermalink', () => {
  test.each(['/:slug/', '/:year/:month/:title/', 'pretty', ':path', '/blog/:filename.html'])(
    'accepts %s',
    (pattern) => {
      expect(parsePermalink(setting(pattern))).toBe(pattern);
    },
  );
});

describe('parseLine', () => {
  test('trims, and accepts nothing', () => {
    expect(parseLine(setting('  a '))).toBe('a');
    expect(parseLine(setting(''))).toBe('');
  });
});

describe('parseNavigation', () => {
  test('reads links in order', () => {
    const links = [
      { title: ' A ', url: '/a/' },
      { title: 'B', url: 'mailto:b@example.org' },
    ];
    expect(parseNavigation(setting(links))).toEqual([
      { title: 'A', url: '/a/' },
      { title: 'B', url: 'mailto:b@example.org' },
    ]);
  });

  test('names the link that is wrong', () => {
    const links = [{ title: 'A', url: '/a/' }, 'b'];
    expect(() => parseNavigation(setting(links))).toThrow(/Link 2 of `x` needs/);
  });
});
