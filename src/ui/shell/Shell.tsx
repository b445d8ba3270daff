import { RouterContext, useIsRouting } from '@solidjs/router';
import {
  createEffect,
  createSignal,
  onCleanup,
  ErrorBoundary,
  type JSX,
  lazy,
  onMount,
  Show,
  Suspense,
  useContext,
} from 'solid-js';
import { isServer } from 'solid-js/web';
import { useApp } from '../frame/app-context.ts';
import { appPart, optionalPart } from '../frame/app-part.ts';
import ErrorPage from './ErrorPage.tsx';
import { isLoadError, loadWholeOnce, loadWholeWhenThere } from '../move/load-once.ts';
import { createNavigation } from '../move/navigation.ts';
import { createShortcuts } from './shortcuts.ts';
import { strings } from '../words/strings.ts';
import { SiteFooter } from './SiteFooter.tsx';
import { SiteHeader } from './SiteHeader.tsx';
import './Shell.css';

// What it is a sign for is still to be had where it does not come.
const WaitingSign = optionalPart(() => import('./WaitingSign.tsx'));
const loadComforts = appPart(() => import('../comforts/start-comforts.ts'));
const ShortcutsDialog = lazy(appPart(() => import('./ShortcutsDialog.tsx')));

export interface ShellProps {
  readonly children?: JSX.Element;
  readonly onSettled: () => void;
  readonly onError: (error: unknown) => void;
}

/** The frame around every page: header, main, footer, live regions. */
export function Shell(props: ShellProps): JSX.Element {
  const app = useApp();
  const router = useContext(RouterContext);
  const wanted = (): string => router?.pendingTarget?.value ?? location.href;
  const loadWanted = (): void => {
    if (navigator.onLine) void loadWholeWhenThere(wanted());
  };
  const [isDialogOpen, setIsDialogOpen] = createSignal(false);
  if (!isServer) {
    createNavigation();
    const isRouting = useIsRouting();
    // A page whose list is on its way keeps the one before on screen.
    createEffect(() => isRouting() && onCleanup(app.waiting.begin()));
    createShortcuts(() => setIsDialogOpen(true));
    onMount(() => {
      // Posts read without them.
      const stop = loadComforts()
        .then(({ startComforts }) => startComforts(app))
        .catch(() => undefined);
      onCleanup(() => void stop.then((end) => end?.()));
    });
  }
  return (
    <>
      <a class="skip-link" href="#main">
        {strings.skip}
      </a>
      <SiteHeader />
      <main
        id="main"
        tabindex="-1"
        aria-busy={app.isBusy() || app.waiting.isBusy() ? 'true' : undefined}
        data-font={app.site.font === 'system' ? 'system' : undefined}
      >
        <ErrorBoundary
          fallback={(error, reset) => {
            props.onError(error);
            // A file of the app that is gone: its name was that of an earlier deploy.
            const isGone = !app.isStrict() && isLoadError(error);
            if (isGone) void loadWholeOnce(wanted());
            // A module that did not come is not requested again: only the whole page is.
            return <ErrorPage error={error} onRetry={isGone ? loadWanted : reset} />;
          }}
        >
          <Suspense>
            {props.children}
            <Settled onSettled={() => props.onSettled()} />
          </Suspense>
        </ErrorBoundary>
      </main>
      <SiteFooter onShortcuts={() => setIsDialogOpen(true)} />
      <div class="visually-hidden" role="status">
        {app.announcer.polite()}
      </div>
      <div class="visually-hidden" role="alert">
        {app.announcer.assertive()}
      </div>
      <Show when={app.waiting.isShown()}>
        <WaitingSign />
      </Show>
      <Show when={isDialogOpen()}>
        <Suspense>
          <ShortcutsDialog onClose={() => setIsDialogOpen(false)} />
        </Suspense>
      </Show>
    </>
  );
}

/** Calls back when everything beside it is there: effects wait for the boundary they are in. */
function Settled(props: { readonly onSettled: () => void }): JSX.Element {
  onMount(() => props.onSettled());
  return null;
}
