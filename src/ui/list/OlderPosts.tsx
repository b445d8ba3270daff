import { type JSX, Show } from 'solid-js';
import { describeError } from '../words/describe-error.ts';
import { strings } from '../words/strings.ts';
import { PageNote } from './PageNote.tsx';
import { RetryAction } from './RetryAction.tsx';
import './OlderPosts.css';

export interface OlderPostsProps {
  /** Href of the next page of the list, if there is one. */
  readonly older: string | undefined;
  /** Href of the page before what is shown, if there is one. */
  readonly newer: string | undefined;
  /** Called for a plain click on "Older posts". */
  readonly onOlder: (event: MouseEvent & { currentTarget: HTMLElement }) => void;
  /** The reason why the next page did not come, if it was requested. */
  readonly failure?: unknown;
  /** Asks for it again. */
  readonly onRetry?: () => void;
}

/** The way to the other pages of a list; a note with a button when the next one did not come. */
export function OlderPosts(props: OlderPostsProps): JSX.Element {
  return (
    <Show when={props.failure === undefined} fallback={<FailedPage {...props} />}>
      <PageLinks {...props} />
    </Show>
  );
}

function FailedPage(props: OlderPostsProps): JSX.Element {
  const words = (): ReturnType<typeof describeError> => describeError(props.failure, 'page');
  return (
    <div class="older-posts columns">
      <div class="text-column">
        <PageNote title={words().title}>
          <p>{words().text}</p>
          <RetryAction action={words().action} onRetry={() => props.onRetry?.()} />
        </PageNote>
      </div>
    </div>
  );
}

function PageLinks(props: OlderPostsProps): JSX.Element {
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
