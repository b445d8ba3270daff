import type { Problem } from '../../content/model/problem.ts';
import type { PostMeta } from '../../content/model/post.ts';

/** A post, and whether it has formulas that no setting of its own asks to read. */
export interface MathPost {
  readonly meta: PostMeta;
  readonly hasUnreadMath?: boolean | undefined;
}

/** From that share of all posts on, formulas that are not read are most likely meant. */
const fewest = { posts: 2, share: 0.25 } as const;

/**
 * A note on a blog of which many posts have formulas between `$$` and none, nor the settings, asks to read them. `$` is
 * money to other blogs, so that nothing is read without being asked for.
 */
export function describeUnreadMath(
  posts: readonly MathPost[],
  { math, file }: { readonly math: boolean; readonly file: string },
): readonly Problem[] {
  const shown = posts.filter(({ meta }) => meta.hidden === undefined);
  const unread = shown.filter(({ hasUnreadMath }) => hasUnreadMath === true);
  if (math || unread.length < Math.max(fewest.posts, shown.length * fewest.share)) return [];
  return [
    {
      kind: 'math',
      severity: 'warning',
      file,
      message: `${unread.length} of ${shown.length} posts have formulas between \`$$\`, which are shown as text: nothing asks to read them.`,
      remedy: 'Write `math = true` there, or `math: true` in the front matter of these posts.',
    },
  ];
}
