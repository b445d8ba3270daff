import { For, type JSX, Show } from 'solid-js';
import type { RelatedPost } from '../../content/model/library.ts';
import { useApp } from '../frame/app-context.ts';
import { strings } from '../words/strings.ts';
import './RelatedPosts.css';

export interface RelatedPostsProps {
  readonly posts: readonly RelatedPost[];
}

/** Posts that share keywords with the one shown, and which. */
export function RelatedPosts(props: RelatedPostsProps): JSX.Element {
  const app = useApp();
  return (
    <Show when={props.posts.length > 0}>
      <section class="related-posts" aria-labelledby="related">
        <h2 id="related">{strings.related}</h2>
        <ul>
          <For each={props.posts}>
            {(post) => (
              <li>
                <a href={app.href(post.permalink)} dir="auto">
                  {post.title}
                </a>
                <span>{post.shared.join(', ')}</span>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}
