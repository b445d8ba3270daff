import { type JSX, Show } from 'solid-js';
import { strings } from '../strings.ts';
import './OlderPosts.css';

export interface OlderPostsProps {
  /** Href of the next page of the list, if there is one. */
  readonly older: string | undefined;
  /** Href of the page before what is shown, if there is one. */
  readonly newer: string | undefined;
  /** Called for a plain click on "Older posts". */
  readonly onOlder: (event: MouseEvent & { currentTarget: HTMLElement }) => void;
}

/** The way to the other pages of a list. */
export function OlderPosts(props: OlderPostsProps): JSX.Element {
  return (
    <Show when={props.older ?? props.newer}>
      <nav class="older-posts columns" aria-label={strings.posts}>
        <ul class="text-column">
          <Show when={props.newer}>
            {(href) => (
              <li>
                <a class="button" rel="prev" href={href()}>
                  {strings.newer}
                </a>
              </li>
            )}
          </Show>
          <Show when={props.older}>
            {(href) => (
              <li>
                <a
                  class="button"
                  rel="next"
                  href={href()}
                  onClick={(event) => props.onOlder(event)}
                >
                  {strings.older}
                </a>
              </li>
            )}
          </Show>
        </ul>
      </nav>
    </Show>
  );
}
