import { For, type JSX, Show } from 'solid-js';
import type { RelatedPost } from '../../content/model/library.ts';
import type { PostLink } from '../../content/model/post.ts';
import { useApp } from '../frame/app-context.ts';
import './RelatedPosts.css';

export interface RelatedPostsProps {
  readonly id: string;
  readonly title: string;
  readonly posts: readonly (PostLink & Partial<RelatedPost>)[] | undefined;
}

/** Posts that have to do with the one shown, and the keywords they share with it; nothing where there are none. */
export function RelatedPosts(props: RelatedPostsProps): JSX.Element {
  const app = useApp();
  return (
    <Show when={props.posts?.length}>
      <section class="related-posts" aria-labelledby={props.id}>
        <h2 id={props.id}>{props.title}</h2>
        <ul>
          <For each={props.posts}>
            {(post) => (
              <li>
                <a href={app.href(post.permalink)} dir="auto">
                  {post.title}
                </a>
                <Show when={post.shared}>{(shared) => <span>{shared().join(', ')}</span>}</Show>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}
