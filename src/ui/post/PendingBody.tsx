import { createEffect, createSignal, type JSX, onCleanup, onMount, Show } from 'solid-js';
import { useApp } from '../frame/app-context.ts';
import { describeError } from '../words/describe-error.ts';
import { patienceMs, type PostState, skeletonMs } from './create-post.ts';
import { strings } from '../words/strings.ts';
import { PageNote } from '../list/PageNote.tsx';
import SavedLinks from '../saved/SavedLinks.tsx';
import { Skeleton } from './Skeleton.tsx';

export interface PendingBodyProps {
  readonly state: PostState & { readonly kind: 'waiting' | 'failed' };
  readonly onRetry: () => void;
}

/** Times since the click, less the patience that has passed when this is shown. */
const announceMs = 1000 - patienceMs;
const slowMs = 10_000 - patienceMs;

/** The place of a body that has not come yet, or could not be had. */
export default function PendingBody(props: PendingBodyProps): JSX.Element {
  const app = useApp();
  const [step, setStep] = createSignal<'blank' | 'skeleton' | 'slow'>('blank');
  const timers = [
    setTimeout(setStep, skeletonMs - patienceMs, 'skeleton'),
    setTimeout(
      () => props.state.kind === 'waiting' && app.announcer.say(strings.loading),
      announceMs,
    ),
    setTimeout(setStep, slowMs, 'slow'),
  ];
  onCleanup(() => timers.forEach(clearTimeout));
  createEffect(() => app.setBusy(props.state.kind === 'waiting'));
  onCleanup(() => app.setBusy(false));
  // Back online: the failed request is tried once more by itself.
  const retry = (): void => {
    if (props.state.kind === 'failed') props.onRetry();
  };
  onMount(() => addEventListener('online', retry, { once: true }));
  onCleanup(() => removeEventListener('online', retry));
  return (
    <div class="post-body text-column">
      <Show
        when={props.state.kind === 'failed'}
        fallback={
          <>
            <Show when={step() === 'slow'}>
              <PageNote title={strings.slow}>
                <TryAgain onClick={() => props.onRetry()} />
              </PageNote>
            </Show>
            <Show when={step() !== 'blank'}>
              <Skeleton />
            </Show>
          </>
        }
      >
        <PageNote title={describeError(props.state.error, 'post').title}>
          <p>{describeError(props.state.error, 'post').text}</p>
          <TryAgain onClick={() => props.onRetry()} />
          <SavedLinks />
        </PageNote>
      </Show>
    </div>
  );
}

function TryAgain(props: { readonly onClick: () => void }): JSX.Element {
  return (
    <p>
      <button class="button" type="button" onClick={() => props.onClick()}>
        {strings.tryAgain}
      </button>
    </p>
  );
}
