import { describe, expect, test } from 'vitest';
import { buildCatalog } from '../../../../src/content/blog/catalog.ts';
import type { PostMeta } from '../../../../src/content/model/post.ts';
import { createMeta, testSite } from '../../../support/create-meta.ts';

function part(path: string, name: string, order?: number): PostMeta {
  return { ...createMeta({ path, day: '2020-01-01' }), series: { name, order } };
}

function seriesOf(metas: readonly PostMeta[], permalink: string): unknown {
  const catalog = buildCatalog(metas, testSite);
  const entry = catalog.byPermalink.get(permalink);
  return entry && catalog.findRelations(entry).series;
}

describe('groupSeries', () => {
  test('orders by place, then those without one by date, and knows the shown part', () => {
    const metas = [
      { ...part('late.md', 'Tour'), date: { day: '2021-01-01', instant: undefined } },
      part('two.md', 'tour ', 2),
      part('one.md', 'TOUR', 1),
    ];
    expect(seriesOf(metas, '/posts/two/')).toMatchObject({
      part: 2,
      parts: [{ title: 'one' }, { title: 'two' }, { title: 'late' }],
    });
  });

  test('has each part once, in the language of the post where it is there in it', () => {
    const metas = [
      part('a.md', 'Tour', 1),
      { ...part('a.fr.md', 'Tour', 1), language: 'fr' },
      part('b.md', 'Tour', 2),
      { ...part('c.fr.md', 'Tour', 3), language: 'fr' },
      { ...part('c.de.md', 'Tour', 3), language: 'de' },
    ];
    expect(seriesOf(metas, '/posts/a/')).toMatchObject({
      part: 1,
      parts: [{ title: 'a' }, { title: 'b' }, { title: 'c.fr' }],
    });
    expect(seriesOf(metas, '/posts/a.fr/')).toMatchObject({
      part: 1,
      parts: [{ title: 'a.fr' }, { title: 'b' }, { title: 'c.fr' }],
    });
    expect(seriesOf(metas, '/posts/c.de/')).toMatchObject({
      part: 3,
      parts: [{ title: 'a' }, { title: 'b' }, { title: 'c.de' }],
    });
  });

  test('does not call one post a series', () => {
    expect(seriesOf([part('one.md', 'Tour')], '/posts/one/')).toBeUndefined();
    expect(seriesOf([createMeta({ path: 'a.md' })], '/posts/a/')).toBeUndefined();
  });
});
