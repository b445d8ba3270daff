import { describe, expect, test } from 'vitest';
import { boundTexts } from '../../../../src/content/post/repeated-texts.ts';
import { createMeta } from '../../../support/create-meta.ts';

const post = createMeta({ path: 'a.md' });

describe('boundTexts', () => {
  test('leaves texts of a common length as they are', () => {
    const meta = { ...post, title: 'x'.repeat(300), series: { name: 'S', order: 1 } };
    expect(boundTexts(meta)).toEqual({ meta, cuts: [] });
  });

  test('cuts each text that other pages repeat, and tells its length', () => {
    const long = 'word '.repeat(400).trim();
    const { meta, cuts } = boundTexts({
      ...post,
      title: 'x'.repeat(100_000),
      description: long,
      author: long,
      series: { name: long, order: 2 },
    });
    expect(meta.title).toBe(`${'x'.repeat(299)}…`);
    expect(meta.description).toMatch(/^(?:word )+word…$/);
    expect(meta.description?.length).toBeLessThanOrEqual(1000);
    expect(meta.author?.length).toBeLessThanOrEqual(300);
    expect(meta.series).toEqual({ name: meta.author, order: 2 });
    expect(cuts).toEqual([
      { field: 'title', length: 100_000, kept: 300 },
      { field: 'description', length: 1999, kept: 1000 },
      { field: 'author', length: 1999, kept: 300 },
      { field: 'series', length: 1999, kept: 300 },
    ]);
  });

  test('keeps the direction of each text to itself', () => {
    const turned = '\u202egnp.x';
    const { meta } = boundTexts({
      ...post,
      title: turned,
      description: turned,
      author: turned,
      series: { name: turned, order: 1 },
      summary: turned,
    });
    const closed = `${turned}\u202c`;
    expect(meta).toMatchObject({ title: closed, description: closed, author: closed });
    expect(meta).toMatchObject({ series: { name: closed }, summary: closed });
  });
});
