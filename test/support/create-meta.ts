import type { PostMeta } from '../../src/content/model/post.ts';
import type { Site } from '../../src/content/site/site.ts';
import { slugify } from '../../src/content/text/slug.ts';
import { site } from './virtual-site.ts';

/** What a test says of a post; the rest is filled in. */
export interface MetaFields {
  readonly path: string;
  readonly day?: string;
  readonly title?: string;
  readonly permalink?: string;
  /** Names. */
  readonly keywords?: readonly string[];
}

/** A post's metadata for tests of lists: it has a summary and a length. */
export function createMeta({ path, day, keywords = [], ...fields }: MetaFields): PostMeta {
  const slug = path.replace(/(?:\/index)?\.md$/, '');
  return makeMeta({
    path,
    title: slug,
    date: day === undefined ? undefined : { day, instant: undefined },
    keywords: keywords.map((name) => ({ name, slug: slugify(name) })),
    summary: `Opening of ${slug}.`,
    words: 230,
    ...fields,
  });
}

/** A visible post without anything special; `changes` says what the test is about. */
export function makeMeta(changes: Partial<PostMeta> = {}): PostMeta {
  const path = changes.path ?? 'a.md';
  return {
    path,
    collection: 'posts',
    permalink: `/posts/${path.replace(/(?:\/index)?\.md$/, '')}/`,
    title: 'A',
    date: undefined,
    updated: undefined,
    keywords: [],
    description: undefined,
    summary: '',
    words: 0,
    minutes: 1,
    author: undefined,
    language: undefined,
    series: undefined,
    aliases: [],
    image: undefined,
    hidden: undefined,
    math: undefined,
    toc: undefined,
    ...changes,
  };
}

/** Settings for tests: every default. */
export const testSite: Site = { ...site, description: '', url: undefined };
