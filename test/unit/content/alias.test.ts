import { describe, expect, test } from 'vitest';
import { buildCatalog } from '../../../src/content/catalog.ts';
import { createMeta, testSite } from '../../support/create-meta.ts';

const catalog = buildCatalog(
  [
    {
      ...createMeta({ path: 'a.md', day: '2020-01-01' }),
      aliases: ['/old/', '/b.html', '/posts/a', '/posts/b/'],
    },
    {
      ...createMeta({ path: 'b.md', day: '2020-01-02' }),
      aliases: ['/old', '/old/index.html', '/b2.html'],
    },
  ],
  testSite,
);

describe('collectAliases', () => {
  test('gives redirects by address, the first claim winning', () => {
    expect(catalog.redirects).toEqual([
      { from: '/b.html', to: '/posts/a/' },
      { from: '/b2.html', to: '/posts/b/' },
      { from: '/old/', to: '/posts/a/' },
    ]);
  });

  test('reports aliases of others, not a post’s own address', () => {
    expect(catalog.problems.map(({ file, message }) => `${file}: ${message}`)).toEqual([
      'posts/a.md: The alias `/posts/b/` already leads to `/posts/b/`.',
      'posts/b.md: The alias `/old` already leads to `/posts/a/`.',
      'posts/b.md: The alias `/old/index.html` already leads to `/posts/a/`.',
    ]);
  });
});
