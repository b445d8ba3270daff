import type { PostMeta } from '../../src/content/model/post.ts';

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
