import type { PostCard } from '../../content/model/post.ts';

/** The fields of a card, each once. */
const fields = Object.keys({
  id: true,
  path: true,
  permalink: true,
  title: true,
  day: true,
  minutes: true,
  summary: true,
  language: true,
} satisfies Record<Exclude<keyof PostCard, 'keywords'>, true>) as readonly (keyof PostCard)[];

/** Whether two cards say the same. */
export function isSameCard(a: PostCard, b: PostCard): boolean {
  if (a === b) return true;
  if (a.keywords.length !== b.keywords.length) return false;
  const haveSameKeywords = a.keywords.every(
    ({ name, slug }, at) => name === b.keywords[at]?.name && slug === b.keywords[at].slug,
  );
  return haveSameKeywords && fields.every((field) => a[field] === b[field]);
}
