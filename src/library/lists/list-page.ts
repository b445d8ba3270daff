import { pageSize } from '../../content/model/library.ts';
import type { PostList } from '../../content/model/library.ts';
import { createCounts } from '../../content/files/overview-data.ts';
import type { PostCard } from '../../content/model/post.ts';
import { isNotFound } from '../net/library-error.ts';

/** A list without posts. */
export function emptyList(pageNumber: number, hasCounts: boolean): PostList {
  const counts = hasCounts ? createCounts() : undefined;
  return { posts: [], total: 0, pageNumber, pageCount: 1, counts };
}

/** The number of pages that `total` posts take; an empty list has one. */
export function countPages(total: number): number {
  return Math.max(1, Math.ceil(total / pageSize));
}

/** Places among `total` posts, 0 being the oldest, of those on a page, newest first. */
export function placesOfPage(pageNumber: number, total: number): readonly number[] {
  const newest = total - 1 - (pageNumber - 1) * pageSize;
  const length = Math.max(0, Math.min(pageSize, newest + 1));
  return Array.from({ length }, (_, offset) => newest - offset);
}

/** A page of a list whose posts are `cards`. */
export function toList(
  cards: readonly PostCard[],
  { pageNumber, total, counts }: Pick<PostList, 'pageNumber' | 'total' | 'counts'>,
): PostList {
  return { posts: cards, total, pageNumber, pageCount: countPages(total), counts };
}

/** Turns the absence of a file into `undefined`: no post has the keyword. */
export function orMissing(error: unknown): undefined {
  if (!isNotFound(error)) throw error;
  return undefined;
}
