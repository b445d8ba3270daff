import type { PostMeta } from '../../src/content/model/post.ts';
import type { Site } from '../../src/content/site/site.ts';
import { slugify } from '../../src/content/text/slug.ts';

/** What a test says of a post; the rest is filled in. */
export interface MetaFields {
  readonly path: string;
  readonly day?: string;
  readonly title?: string;
  readonly permalink?: string;
  /** Names. */
  readonly keywords?: readonly string[];
}

/** A post's metadata for tests. */
export function createMeta(fields: MetaFields): PostMeta {
  const slug = fields.path.replace(/(?:\/index)?\.md$/, '');
  return {
    path: fields.path,
    collection: 'posts',
    permalink: fields.permalink ?? `/posts/${slug}/`,
    title: fields.title ?? slug,
    date: fields.day === undefined ? undefined : { day: fields.day, instant: undefined },
    updated: undefined,
    keywords: (fields.keywords ?? []).map((name) => ({ name, slug: slugify(name) })),
    description: undefined,
    summary: `Opening of ${slug}.`,
    words: 230,
    minutes: 1,
    author: undefined,
    language: undefined,
    series: undefined,
    aliases: [],
    image: undefined,
    hidden: undefined,
    math: undefined,
    toc: undefined,
  };
}

/** Settings for tests: every default. */
export const testSite: Site = {
  title: 'Test blog',
  description: '',
  url: undefined,
  language: 'en',
  timeZone: 'UTC',
  author: undefined,
  permalink: '/posts/:slug/',
  posts: 'public/posts',
  pages: 'public/pages',
  static: 'public',
  shortcodes: 'shortcodes',
  navigation: [],
  footer: 'Test blog',
  font: 'book',
  math: false,
  smartPunctuation: false,
  feedLength: 20,
  image: undefined,
  future: false,
};
