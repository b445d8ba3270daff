import { For, type JSX, Show } from 'solid-js';
import { useApp } from '../frame/app-context.ts';
import { savedStrings } from './strings-saved.ts';
import { useSaved } from './saved-model.ts';

/** As many as a note may hold. */
const mostLinks = 10;

/** Saved posts, newest first, for who cannot read what they wanted. */
export default function SavedLinks(): JSX.Element {
  const app = useApp();
  const saved = useSaved();
  return (
    <Show when={saved?.state()?.posts.slice(0, mostLinks)}>
      {(posts) => (
        <Show when={posts().length > 0}>
          <p>{savedStrings.readInstead}</p>
          <ul>
            <For each={posts()}>
              {(post) => (
                <li lang={post.language}>
                  <a href={app.href(post.permalink)} dir="auto">
                    {post.title}
                  </a>
                </li>
              )}
            </For>
          </ul>
        </Show>
      )}
    </Show>
  );
}
