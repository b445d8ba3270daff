import { describe, expect, test } from 'vitest';
import { ContentError } from '../../../../src/content/model/problem.ts';
import {
  parseAssets,
  parseNavigation,
  parsePermalink,
  parseUrl,
} from '../../../../src/content/site/site-fields.ts';
import type { Setting } from '../../../../src/content/settings/setting.ts';

function createSetting(value: unknown): Setting {
  return { name: 'x', value, fail };
}

function fail(message: string, remedy: string): ContentError {
  return new ContentError({ kind: 'site', severity: 'error', file: 'site.toml', message, remedy });
}

describe('parseUrl', () => {
  test.each([
    ['https://example.org', 'https://example.org/'],
    ['https://example.org/blog', 'https://example.org/blog/'],
    ['https://example.org/blog/', 'https://example.org/blog/'],
    ['http://localhost:8080/', 'http://localhost:8080/'],
    ['HTTPS://Example.ORG/Blog', 'https://example.org/Blog/'],
  ])('reads %s', (value, url) => {
    expect(parseUrl(createSetting(value))).toBe(url);
  });
});

describe('parsePermalink', () => {
  test.each(['/:slug/', '/:year/:month/:title/', 'pretty', ':path', '/blog/:filename.html'])(
    'accepts %s',
    (pattern) => {
      expect(parsePermalink(createSetting(pattern))).toBe(pattern);
    },
  );
});

describe('parseAssets', () => {
  test('reads folders by their names, with and without stars', () => {
    const value = { '@assets': '../src/assets/', '~/pics/*': 'src/pics/*' };
    expect(parseAssets(createSetting(value))).toEqual({
      '@assets': '../src/assets',
      '~/pics': 'src/pics',
    });
  });

  test.each([['x'], [['x']], [{ '@a': 1 }], [{ '../a': 'b' }], [{ '@a': '' }], [{ '/a': 'b' }]])(
    'rejects %j',
    (value) => {
      expect(() => parseAssets(createSetting(value))).toThrow('site.toml  `');
    },
  );
});

describe('parseNavigation', () => {
  test('reads links in order', () => {
    const links = [
      { title: ' A ', url: '/a/' },
      { title: 'B', url: 'mailto:b@example.org' },
    ];
    expect(parseNavigation(createSetting(links))).toEqual([
      { title: 'A', url: '/a/' },
      { title: 'B', url: 'mailto:b@example.org' },
    ]);
  });

  test('names the link that is wrong', () => {
    const links = [{ title: 'A', url: '/a/' }, 'b'];
    expect(() => parseNavigation(createSetting(links))).toThrow(/Link 2 of `x` needs/);
  });
});
