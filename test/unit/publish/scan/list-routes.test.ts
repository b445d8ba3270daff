import { describe, expect, test } from 'vitest';

import { listRoutes } from '../../../../src/publish/scan/list-routes.ts';
import { buildCatalog } from '../../../../src/content/blog/catalog.ts';
import { defaultSite } from '../../../../src/content/site/site.ts';
import { makeMeta } from '../../../support/create-meta.ts';

function list(count: number): readonly string[] {
  const metas = Array.from({ length: count }, (_, index) =>
    makeMeta({
      path: `p${index}.md`,
      keywords: index % 2 === 0 ? [{ slug: 'even', name: 'Even' }] : [],
    }),
  );
  return listRoutes(buildCatalog(metas, defaultSite), defaultSite);
}

describe('listRoutes', () => {
  test('has home, archive and keywords even of an empty blog', () => {
    expect(list(0)).toEqual(['/', '/archive/', '/keywords/', '/preview/']);
  });

  test('has no second page of twenty posts', () => {
    expect(list(20)).not.toContain('/page/2/');
  });

  test('has the older pages of all posts and of each keyword', () => {
    expect(list(45)).toEqual([
      '/',
      '/page/2/',
      '/page/3/',
      '/archive/',
      '/keywords/',
      '/preview/',
      '/keywords/even/',
      '/keywords/even/page/2/',
    ]);
  });

  test('has no draft desk where the settings say so, or a post is at its address', () => {
    const there = buildCatalog([makeMeta({ permalink: '/preview/' })], defaultSite);
    expect(listRoutes(there, defaultSite)).not.toContain('/preview/');
    const off = { ...defaultSite, draftDesk: false };
    expect(listRoutes(buildCatalog([], off), off)).not.toContain('/preview/');
  });
});
