import { createMemo, For, type JSX } from 'solid-js';
import type { PostCard } from '../../content/post.ts';
import { strings } from '../strings.ts';
import { groupByYear } from '../year-groups.ts';
import { PostEntry } from './PostEntry.tsx';
import './PostList.css';

export interface PostListProps {
  readonly posts: readonly PostCard[];
}

/** Posts under their years, newest first, undated ones last. */
export function PostList(props: PostListProps): JSX.Element {
  const groups = createMemo(() => groupByYear(props.posts));
  // The years are plain numbers and the cards come from a cache, so what stays on screen keeps its nodes.
  const years = createMemo(() => [...groups().keys()]);
  return (
    <div class="post-list">
      <For each={years()}>
        {(year) => (
          <section class="columns" aria-labelledby={`y${year}`}>
            <h2 id={`y${year}`}>{year === 0 ? strings.undated : year}</h2>
            <ol>
              <For each={groups().get(year)}>
                {(post) => (
                  <li>
                    <PostEntry post={post} />
                  </li>
                )}
              </For>
            </ol>
          </section>
        )}
      </For>
    </div>
  );
}
