import type { PostCard } from '../../src/content/model/post.ts';

/** The card of post number `id`: undated, without keywords, but for `changes`. */
export function createCard(id: number, changes: Partial<PostCard> = {}): PostCard {
  return {
    id,
    path: `${id}.md`,
    permalink: `/posts/${id}/`,
    title: `Post ${id}`,
    day: undefined,
    minutes: 1,
    keywords: [],
    summary: 'Words.',
    language: undefined,
    ...changes,
  };
}
