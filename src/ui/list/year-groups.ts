/** The year of a day `YYYY-MM-DD`; 0 for an undated post. */
export function yearOf(day: string | undefined): number {
  return day === undefined ? 0 : Number(day.slice(0, 4));
}

/** The posts of a list by year, years and posts in the order given, undated ones under 0. */
export function groupByYear<Post extends { readonly day: string | undefined }>(
  posts: readonly Post[],
): ReadonlyMap<number, readonly Post[]> {
  const groups = new Map<number, Post[]>();
  for (const post of posts) {
    const year = yearOf(post.day);
    const group = groups.get(year);
    if (group === undefined) groups.set(year, [post]);
    else group.push(post);
  }
  return groups;
}

/** Stands for the year of pinned posts. */
export const pinnedYear = -1;

/** The posts of a list by year, those that are pinned, the first `pinned`, before all. */
export function groupPosts<Post extends { readonly day: string | undefined }>(
  posts: readonly Post[],
  pinned: number,
): readonly (readonly [year: number, posts: readonly Post[]])[] {
  const years = [...groupByYear(posts.slice(pinned))];
  return pinned > 0 ? [[pinnedYear, posts.slice(0, pinned)], ...years] : years;
}
