import { describe, expect, test } from 'vitest';

import { checkImage, createRecord } from '../../../src/build/create-record.ts';
import type { RenderedPost } from '../../../src/build/render-post.ts';
import { buildCatalog } from '../../../src/content/catalog.ts';
import type { PostRecord } from '../../../src/content/post-record.ts';
import { defaultSite } from '../../../src/content/site.ts';
import { makeMeta } from '../../support/post-meta.ts';

const rendered: RenderedPost = {
  body: { kind: 'empty' },
  headings: [],
  problems: [],
  references: { 'cat.png': '/posts/cat.png' },
  images: { '/posts/cat.png': { width: 2, height: 1 } },
  markdown: '',
  missing: [],
};

function findTarget(reference: string): string | undefined {
  return reference === 'cat.png' ? '/posts/cat.png' : undefined;
}

function create(image: string | undefined): PostRecord {
  const catalog = buildCatalog([makeMeta({ image })], defaultSite);
  const [entry] = catalog.entries;
  if (entry === undefined) throw new Error('no post');
  return createRecord(entry, { catalog, rendered, findTarget, problems: [] });
}

describe('createRecord', () => {
  test('tells what the text alone does not', () => {
    expect(create(undefined)).toMatchObject({
      collection: 'posts',
      card: { path: 'a.md' },
      references: rendered.references,
      images: rendered.images,
      related: [],
    });
  });

  test.each([
    ['a file beside the post', 'cat.png', '/posts/cat.png'],
    ['another site', 'https://a.example/x.png', 'https://a.example/x.png'],
    ['nothing there', 'dog.png', undefined],
    ['no web address', 'javascript:alert(1)', undefined],
    ['none', undefined, undefined],
  ])('resolves a cover image that is %s', (_what, image, expected) => {
    expect(create(image).image).toBe(expected);
  });
});

describe('checkImage', () => {
  test('reports an image that is nowhere, and no other', () => {
    for (const image of ['cat.png', 'https://a.example/x.png', undefined]) {
      expect(checkImage(makeMeta({ image }), findTarget)).toEqual([]);
    }
    expect(checkImage(makeMeta({ image: 'dog.png' }), findTarget)).toMatchObject([
      { kind: 'asset', file: 'posts/a.md', message: expect.stringContaining('`dog.png`') },
    ]);
  });
});
