import { type JSX, Show } from 'solid-js';
import type { PostView } from '../../content/model/library.ts';
import type { PostLink } from '../../content/model/post.ts';
import { useApp } from '../frame/app-context.ts';
import { strings } from '../words/strings.ts';
import './PostNeighbours.css';

export interface PostNeighboursProps {
  readonly view: PostView;
}

/** The posts before and after by date, older at the start of the line. */
export function PostNeighbours(props: PostNeighboursProps): JSX.Element {
  return (
    <Show when={props.view.previous ?? props.view.next}>
      <nav class="post-neighbours" aria-label={strings.adjacent}>
        <Neighbour post={props.view.previous} rel="prev" label={strings.previous} />
        <Neighbour post={props.view.next} rel="next" label={strings.next} />
      </nav>
    </Show>
  );
}

function Neighbour(props: {
  readonly post: PostLink | undefined;
  readonly rel: 'prev' | 'next';
  readonly label: string;
}): JSX.Element {
  const app = useApp();
  return (
    <Show when={props.post} fallback={<span />}>
      {(post) => (
        <a rel={props.rel} href={app.href(post().permalink)} dir="auto">
          <small>{props.label}</small> {post().title}
        </a>
      )}
    </Show>
  );
}
