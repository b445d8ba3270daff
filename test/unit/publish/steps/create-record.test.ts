import { describe, expect, test } from 'vitest';

import {
  checkImage,
  createRecord,
  needsBody,
} from '../../../../src/publish/steps/create-record.ts';
import type { RenderedPost } from '../../../../src/publish/render/render-post.ts';
import { buildCatalog } from '../../../../src/content/blog/catalog.ts';
import type { SafeHtml } from '../../../../src/content/model/html.ts';
import type { PostBody } from '../../../../src/content/model/library.ts';
import type { PostMeta } from '../../../../src/content/model/post.ts';
import type { PostRecord } from '../../../../src/content/files/post-record.ts';
import { defaultSite } from '../../../../src/content/site/site.ts';
import { makeMeta } from '../../../support/create-meta.ts';

function bodyOf(html: string): PostBody {
  return { kind: 'html', html: { content: html } as unknown as SafeHtml };
}

const rendered: RenderedPost = {
  body: bodyOf('<img alt="A cat on a wall" src="cat.png">'),
  headings: [],
  findings: [],
  problems: [],
  references: { 'cat.png': '/posts/cat.png' },
  images: { '/posts/cat.png': { width: 2, height: 1 } },
  markdown: '',
  missing: [],
  needs: [],
  languages: [],
};

function findTarget(reference: string): string | undefined {
  return reference === 'cat.png' ? '/posts/cat.png' : undefined;
}

function create(
  changes: Partial<PostMeta>,
  body: PostBody = rendered.body,
  backlinks?: PostRecord['backlinks'],
  preview?: string,
): PostRecord {
  const catalog = buildCatalog([makeMeta(changes)], defaultSite);
  const [entry] = catalog.entries;
  if (entry === undefined) throw new Error('no post');
  return createRecord(entry, {
    catalog,
    rendered,
    body: needsBody(entry) ? body : undefined,
    findTarget,
    backlinks,
    preview,
    problems: [],
  });
}

const long = 'Of a cat. '.repeat(30).trim();

describe('createRecord', () => {
  test('tells what the text alone does not', () => {
    expect(create({})).toMatchObject({
      collection: 'posts',
      card: { path: 'a.md' },
      references: rendered.references,
      images: rendered.images,
      related: [],
    });
  });

  test('names posts that lead to it, where there are any', () => {
    const backlinks = [{ permalink: '/b/', title: 'B' }];
    expect(create({}, rendered.body, backlinks).backlinks).toEqual(backlinks);
    expect('backlinks' in create({})).toBe(false);
  });

  test('names a post that leads to it once, though it is related', () => {
    const keywords = [{ name: 'Tea', slug: 'tea' }];
    const metas = ['a', 'b', 'c'].map((name) =>
      makeMeta({ path: `${name}.md`, title: name, permalink: `/${name}/`, keywords }),
    );
    const catalog = buildCatalog(metas, defaultSite);
    const entry = catalog.byPermalink.get('/a/');
    if (entry === undefined) throw new Error('no post');
    const backlinks = [{ permalink: '/b/', title: 'b' }];
    const record = createRecord(entry, { catalog, rendered, findTarget, problems: [], backlinks });
    expect(record.related.map(({ permalink }) => permalink)).toEqual(['/c/']);
  });

  test('resolves the cover image', () => {
    expect(create({ image: 'cat.png?v=1' }).image).toBe('/posts/cat.png');
  });

  test('names the picture that was drawn where the post has none', () => {
    const preview = '/posts/a/link-picture.png';
    expect(create({}, undefined, undefined, preview).image).toBe(preview);
    expect(create({ image: 'cat.png' }, undefined, undefined, preview).image).toBe(
      '/posts/cat.png',
    );
  });

  test.each([
    ['has a description that its summary cuts', { description: long }, long],
    ['has a description that is its summary', { description: 'Of a cat' }, undefined],
    ['begins with words', { summary: 'A cat.' }, undefined],
    ['has nothing but a picture', {}, 'A cat on a wall'],
  ])('describes a post that %s', (_what, changes, description) => {
    expect(create(changes).description).toBe(description);
  });

  test.each([
    ['a picture', '<p><img src="a.png" alt="A boat"></p>', 'A boat'],
    ['what a serializer escaped', '<img alt="&quot;Q&amp;A&quot; &lt;3  x">', '"Q&A" <3 x'],
    ['a bracket before it', '<img title="a > b" alt="A boat">', 'A boat'],
    ['the first that has a text', '<img alt=""><img><img alt="B"><img alt="C">', 'B'],
    ['text that looks like a picture', '<p>&lt;img alt="x"&gt;</p>', undefined],
    ['no picture', '<pre><code>alt="x"</code></pre>', undefined],
  ])('describes a post without words by %s', (_name, html, text) => {
    expect(create({}, bodyOf(html)).description).toBe(text);
  });

  test('cuts a long text of a picture', () => {
    const { description } = create({}, bodyOf(`<img alt="${'long '.repeat(200)}">`));
    expect(description?.length).toBeLessThan(400);
  });

  test('has nothing to say of a body without HTML', () => {
    expect(create({}, { kind: 'empty' }).description).toBeUndefined();
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
