import { describe, expect, test } from 'vitest';

import { createPreviews } from '../../../../src/publish/previews/previews.ts';
import type { PreviewOptions, PreviewPost } from '../../../../src/publish/previews/previews.ts';
import { defaultSite } from '../../../../src/content/site/site.ts';

const post: PreviewPost = {
  permalink: '/posts/a/',
  title: 'A post',
  isArticle: true,
  hasPicture: false,
};

function open(options: Partial<PreviewOptions> = {}) {
  return createPreviews({
    site: { ...defaultSite, title: 'Tea', url: 'https://tea.example/' },
    postCount: 10,
    taken: new Set(),
    cache: undefined,
    ...options,
  });
}

const site = { ...defaultSite, url: 'https://tea.example/' };

describe('createPreviews', () => {
  test('draws the title of a post beside its page, and one picture for the blog', async () => {
    const previews = open();
    expect((await previews.find(post))?.fileName).toBe('posts/a/link-picture.png');
    expect((await previews.find({ ...post, permalink: '/2020/a.html' }))?.fileName).toBe(
      '2020/a.html.link-picture.png',
    );
    expect((await previews.findBlog())?.fileName).toBe('link-picture.png');
  });

  test.each([
    ['a post with a picture', {}, { hasPicture: true }],
    ['a free page', {}, { isArticle: false }],
    ['a title that cannot be set', {}, { title: '日記' }],
    ['one of very many posts', { postCount: 301 }, {}],
    ['a blog without an address', { site: { ...site, url: undefined } }, {}],
    ['a blog with a picture of its own', { site: { ...site, image: '/x.png' } }, {}],
    ['a blog that wants none', { site: { ...site, linkPictures: false } }, {}],
    ['a name that is taken', { taken: new Set(['posts/a/link-picture.png']) }, {}],
  ])('draws nothing for %s', async (_name, options, facts) => {
    expect(await open(options).find({ ...post, ...facts })).toBeUndefined();
  });

  test('draws for each of very many posts, and beside a picture of the blog, where that is asked', async () => {
    const asked = { ...site, image: '/x.png', linkPictures: true };
    expect(await open({ site: asked, postCount: 301 }).find(post)).toBeDefined();
    expect(await open({ site: asked }).findBlog()).toBeUndefined();
  });

  test('draws each picture once, also from build to build', async () => {
    const kept = new Map<string, unknown>();
    let saved = 0;
    const cache = {
      load: (key: string) => kept.get(key),
      save: (key: string, value: unknown) => {
        kept.set(key, value);
        saved++;
        return key;
      },
    };
    const first = await open({ cache }).find(post);
    const again = await open({ cache }).find(post);
    expect(again).toEqual(first);
    await open({ cache }).find({ ...post, title: '日記' });
    await open({ cache }).find({ ...post, title: '日記' });
    expect(saved).toBe(2);
  });
});
