import { createMemo, Index, type JSX } from 'solid-js';
import type { PostCard } from '../../content/model/post.ts';
import { formatYear } from '../words/format-day.ts';
import { pageLanguage } from '../words/page-words.ts';
import { strings } from '../words/strings.ts';
import { groupPosts, pinnedYear } from './year-groups.ts';
import { PostEntry } from './PostEntry.tsx';
import './PostList.css';

export interface PostListProps {
  readonly posts: readonly PostCard[];
  /** How many of them, from the first on, are pinned. Default none. */
  readonly pinned?: number;
}

/** The heading of a group: its year, or what it is in place of one. */
function nameOf(year: number): string {
  if (year === pinnedYear) return strings.pinned;
  return year === 0 ? strings.undated : formatYear(year, pageLanguage());
}

/**
 * Posts under their years, newest first, undated ones last; pinned ones before all. A list in place of another takes over its rows
 * one by one: words change several times faster than rows are made.
 */
export function PostList(props: PostListProps): JSX.Element {
  const groups = createMemo(() => groupPosts(props.posts, props.pinned ?? 0));
  return (
    <div class="post-list">
      <Index each={groups()}>
        {(group) => {
          const year = (): number => group()[0];
          return (
            <section class="columns" aria-labelledby={`y${year()}`}>
              <h2 id={`y${year()}`}>{nameOf(year())}</h2>
              <ol>
                <Index each={group()[1]}>
                  {(post) => (
                    <li>
                      <PostEntry post={post()} />
                    </li>
                  )}
                </Index>
              </ol>
            </section>
          );
        }}
      </Index>
    </div>
  );
}
