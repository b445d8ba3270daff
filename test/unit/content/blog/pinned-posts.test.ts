import { describe, expect, test } from 'vitest';

import { buildCatalog } from '../../../../src/content/blog/catalog.ts';
import type { Catalog } from '../../../../src/content/blog/catalog.ts';
import { maxPinned } from '../../../../src/content/blog/pinned-posts.ts';
import type { PostMeta } from '../../../../src/content/model/post.ts';
import { createMeta, testSite } from '../../../support/create-meta.ts';

/** A blog with a post a day, with what is said of each. */
function build(posts: readonly Partial<PostMeta>[]): Catalog {
  const metas = posts.map((changes, at) => ({
    ...createMeta({ path: `${at}.md`, day: `2020-01-${String(at + 1).padStart(2, '0')}` }),
    ...changes,
  }));
  return buildCatalog(metas, testSite);
}

const pathsOf = ({ pinned }: Catalog): readonly string[] => pinned.map(({ meta }) => meta.path);

describe('findPinned', () => {
  test('gives pinned posts by their place, then newest first, where they are in time', () => {
    const catalog = build([{ pin: 0 }, {}, { pin: -5 }, { pin: 0 }, { weight: 2 }, { weight: 1 }]);
    expect(pathsOf(catalog)).toEqual(['2.md', '3.md', '0.md', '5.md', '4.md']);
    expect(catalog.entries.map(({ meta }) => meta.path)).toEqual(
      [0, 1, 2, 3, 4, 5].map((n) => `${n}.md`),
    );
    expect(catalog.problems).toEqual([]);
  });

  test('leaves the weight of a part of a series, and that of pages', () => {
    const series = { name: 'S', order: 1 };
    const pages = { collection: 'pages', pin: 0 } as const;
    expect(pathsOf(build([{ weight: 1, series }, pages, { isPage: true, pin: 0 }]))).toEqual([]);
  });

  test('takes weights of many posts for an order of its own, and says so', () => {
    const catalog = build(Array.from({ length: maxPinned + 1 }, (_, at) => ({ weight: at + 1 })));
    expect(pathsOf(catalog)).toEqual([]);
    expect(catalog.problems).toMatchObject([{ severity: 'info', file: 'posts/0.md' }]);
    expect(catalog.problems[0]?.message).toMatch(/^13 posts have a `weight`/);
  });

  test('pins twelve posts at most, and says so', () => {
    const catalog = build(Array.from({ length: maxPinned + 2 }, () => ({ pin: 0 })));
    expect(pathsOf(catalog)).toHaveLength(maxPinned);
    expect(catalog.problems[0]?.message).toMatch(/^14 posts are pinned; the first 12/);
  });
});
