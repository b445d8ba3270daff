import { useIsRouting, useLocation, useNavigate } from '@solidjs/router';
import { type Accessor, createMemo } from 'solid-js';
import { isServer } from 'solid-js/web';
import { useApp } from './app-context.ts';
import { isPlainClick } from './links.ts';
import type { ListView } from './queries.ts';
import { morePosts } from './strings.ts';

/** Which pages of a list are shown: one, or several after "Older posts" has added to it. */
export interface ListGrowth {
  readonly firstPage: Accessor<number>;
  readonly lastPage: Accessor<number>;
  /** Handles a click on the link to the next page: adds it below, with its address. */
  readonly append: (event: MouseEvent & { currentTarget: HTMLElement }, view: ListView) => void;
}

/**
 * Lets a list grow in place. The address is that of the last page; the first one is kept in the
 * entry's state, so that Back and reload give the same view.
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
  return {
    lastPage,
    firstPage,
    append: (event, view) => {
      if (!isPlainClick(event)) return;
      event.preventDefault();
      const href = event.currentTarget.getAttribute('href') ?? '';
      const shown = view.posts.length;
      const state = { from: view.firstPage };
      navigate(href, { resolve: false, scroll: false, replace: true, state });
      whenSettled(isRouting, () => {
        const titles = document.querySelectorAll<HTMLElement>('.post-list h3 a');
        titles[shown]?.focus({ preventScroll: true });
        app.announcer.say(morePosts(titles.length - shown));
      });
    },
  };
}

/** Runs `then` once the navigation that has just begun is done. */
function whenSettled(isRouting: Accessor<boolean>, then: () => void): void {
  requestAnimationFrame(() => (isRouting() ? whenSettled(isRouting, then) : then()));
}
