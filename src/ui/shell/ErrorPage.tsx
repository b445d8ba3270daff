import { createEffect, type JSX, on, onCleanup, onMount } from 'solid-js';
import { isServer } from 'solid-js/web';
import { useApp } from '../frame/app-context.ts';
import { PageNote } from '../list/PageNote.tsx';
import { RetryAction } from '../list/RetryAction.tsx';
import { describeError } from '../words/describe-error.ts';
import { isLoadError } from '../move/load-once.ts';

export interface ErrorPageProps {
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** The note in place of a page that could not be shown, with one action. */
export default function ErrorPage(props: ErrorPageProps): JSX.Element {
  const app = useApp();
  // Back online, or posts have changed: what failed is loaded once more by itself.
  createEffect(on(app.version, () => props.onRetry(), { defer: true }));
  const retry = (): void => void (isLoadError(props.error) && props.onRetry());
  onMount(() => addEventListener('online', retry));
  onCleanup(() => isServer || removeEventListener('online', retry));
  const words = (): ReturnType<typeof describeError> => describeError(props.error, 'page');
  return (
    <div class="frame">
      <div class="columns">
        <div class="text-column">
          <div class="masthead">
            <h1 tabindex="-1">{app.site.title}</h1>
          </div>
          <PageNote title={words().title}>
            <p>{words().text}</p>
            <RetryAction action={words().action} onRetry={() => props.onRetry()} />
          </PageNote>
        </div>
      </div>
    </div>
  );
}
