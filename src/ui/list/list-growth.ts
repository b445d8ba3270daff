import { useIsRouting, useLocation, useNavigate } from '@solidjs/router';
import { type Accessor, createMemo } from 'solid-js';
import { isServer } from 'solid-js/web';
import { useApp } from '../frame/app-context.ts';
import { isPlainClick } from '../move/page-link.ts';
import type { ListView } from './load-list-view.ts';
import { morePosts } from '../words/strings.ts';

/** The pages of a list that are shown: one, or several after "Older posts" has added to it. */
export interface ListGrowth {
  readonly firstPage: Accessor<number>;
  readonly lastPage: Accessor<number>;
  /** Handles a click on the link to the next page: adds it below, with its address. */
  readonly append: (
    event: MouseEvent & { currentTarget: HTMLElement },
    view: ListView,
  ) => Promise<void>;
  /** Waits for the posts below those of `view`, then moves focus to them and says how many they are. */
  readonly arrive: (asked: Promise<unknown>, view: ListView) => Promise<void>;
}

/**
 * Lets a list grow in place. The address is that of the last page; the first one is kept in the
 * entry's state, so that Back gives the same view.
 */
export function createListGrowth(lastPage: Accessor<number>): ListGrowth {
  const app = useApp();
  const location = useLocation<{ readonly from?: number }>();
  const navigate = useNavigate();
  const isRouting = useIsRouting();
  // A memo: every move writes a state of its own, which must not load the list again.
  const firstPage = createMemo(() =>
    // What is taken over from a prerendered page must have what that page had.
    isServer || app.isStrict()
      ? lastPage()
      : Math.min(location.state?.from ?? lastPage(), lastPage()),
  );
  const arrive = async (asked: Promise<unknown>, view: ListView): Promise<void> => {
    const { href } = window.location;
    await asked;
    // Unless the reader has moved on.
    if (window.location.href === href) focusBelow(view.posts.length, app.announcer.say);
  };
  return {
    lastPage,
    firstPage,
    arrive,
    async append(event, view) {
      if (!isPlainClick(event)) return;
      event.preventDefault();
      const href = event.currentTarget.getAttribute('href') ?? '';
      const state = { from: view.firstPage };
      navigate(href, { resolve: false, scroll: false, replace: true, state });
      await whenSettled(isRouting);
      const isHere = window.location.href === new URL(href, window.location.href).href;
      if (isHere) focusBelow(view.posts.length, app.announcer.say);
    },
  };
}

/** Goes to the first post after those that were `shown`; to the note in its place when none came. */
function focusBelow(shown: number, say: (message: string) => void): void {
  const titles = document.querySelectorAll<HTMLElement>('.post-list h3 a');
  if (titles.length > shown) {
    titles[shown]?.focus({ preventScroll: true });
    say(morePosts(titles.length - shown));
    return;
  }
  const note = document.querySelector<HTMLElement>('.older-posts .page-note');
  note?.querySelector('button')?.focus({ preventScroll: true });
  say(note?.querySelector('h2')?.textContent ?? '');
}

/** Waits until the navigation that has just begun is done. */
function whenSettled(isRouting: Accessor<boolean>): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => void requestAnimationFrame(() => (isRouting() ? look() : resolve()));
    look();
  });
}
