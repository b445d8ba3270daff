import { describe, expect, test } from 'vitest';

import { settlePhrases } from '../../../../src/content/blog/keyword-phrases.ts';
import { createMeta } from '../../../support/create-meta.ts';

const parted = {
  ...createMeta({ path: '2019-03-04-a.md', keywords: ['open', 'source', 'tea'] }),
  phrases: ['open source'],
};
const whole = createMeta({ path: 'b.md', keywords: ['Open Source'] });
const other = createMeta({ path: 'c.md', keywords: ['open'] });

describe('settlePhrases', () => {
  test('leaves words parted where no post has them as one keyword, and says so once', () => {
    const { metas, problems } = settlePhrases([parted, { ...parted, path: 'd.md' }, other]);
    expect(metas.map(({ keywords }) => keywords.length)).toEqual([3, 3, 1]);
    expect(problems).toEqual([
      {
        kind: 'keyword',
        severity: 'info',
        file: 'posts/2019-03-04-a.md',
        message:
          '2 posts have keywords in one text without commas, here `open source`: each word is one, as in Jekyll.',
        remedy: 'Put commas between them to keep words together, or set `split_keywords = false`.',
      },
    ]);
  });

  test('makes a text whole that another post has as one keyword', () => {
    const { metas, problems } = settlePhrases([parted, whole]);
    expect(metas[0]?.keywords).toEqual([
      { name: 'open source', slug: 'open-source' },
      { name: 'tea', slug: 'tea' },
    ]);
    expect(metas[1]).toBe(whole);
    expect(problems).toEqual([]);
  });

  test('leaves a blog without such texts as it is', () => {
    const metas = [whole, other];
    expect(settlePhrases(metas)).toEqual({ metas, problems: [] });
    expect(settlePhrases(metas).metas).toBe(metas);
  });
});
