import type { Problem } from '../../content/model/problem.ts';
import { nameSource } from '../../content/model/post.ts';
import type { PostMeta } from '../../content/model/post.ts';

/** The blog's settings as far as they say which day a moment belongs to. */
export interface ZoneSettings {
  readonly timeZone: string | undefined;
  /** Name of the settings file as the blogger knows it. */
  readonly name: string;
}

/**
 * A note that the dates of `posts` count as written though they are another day in UTC; `undefined` where a time zone is
 * set, or no date is another day.
 */
export function describeOffsets(
  posts: readonly PostMeta[],
  { timeZone, name }: ZoneSettings,
): Problem | undefined {
  if (timeZone !== undefined) return undefined;
  const far = posts.filter(
    ({ date, hidden }) =>
      hidden === undefined && date?.instant !== undefined && !date.instant.startsWith(date.day),
  );
  const [first] = far;
  if (first === undefined) return undefined;
  const many =
    far.length === 1 ? 'The date of one post is' : `The dates of ${far.length} posts are`;
  return {
    kind: 'date',
    severity: 'info',
    file: name,
    message: `${many} another day in UTC, such as that of \`${nameSource(first)}\`: the day as written counts.`,
    remedy: 'Set `time_zone` if the day on the clocks of one place is to count.',
  };
}
