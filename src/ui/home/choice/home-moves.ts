import { useLocation } from '@solidjs/router';
import { onCleanup, onMount } from 'solid-js';
import { type HomeState, toggleKeyword } from '../../frame/home-state.ts';
import { useApp } from '../../frame/app-context.ts';
import { findField } from '../../list/find-field.ts';
import { createChoiceFollower } from './choice-follower.ts';
import { countScreenful } from './first-screen.ts';
import type { HomeAddress } from './home-address.ts';
import type { HomeChoice } from './home-choice.ts';
import { leaveField } from './leave-field.ts';

/** Every move that a reader can make on the home page. */
export interface HomeMoves {
  readonly type: (text: string) => void;
  readonly toggle: (slug: string, chip: Element) => void;
  readonly clear: () => void;
  /** Sorts the results by date, or by how well they match again. */
  readonly toggleOrder: () => void;
  /** Shows more results. */
  readonly showMore: () => void;
  readonly pressKey: (event: KeyboardEvent) => void;
  /** The last thing the reader did to change what this page shows; nothing after Back and Forward. */
  readonly lastChange: () => 'typing' | 'chips' | undefined;
  /** Entries that fill the screen, counted before the last choice. */
  readonly screenful: () => number;
}

/** The moves that change `choice`, whose list is `loading`, and that the address follows. */
export function createHomeMoves(
  choice: HomeChoice,
  address: HomeAddress,
  loading: () => Promise<unknown>,
): HomeMoves {
  const { wanted } = choice;
  const follower = createChoiceFollower(choice, address);
  let lastChange: 'typing' | 'chips' | undefined;
  let screenful = 0;
  const type = (text: string): void => {
    follower.stay();
    lastChange = 'typing';
    choice.field.type(text);
  };
  const { library } = useApp();
  const choose = (next: HomeState, chip?: Element): void => {
    library.moveOn();
    if (!choice.isAhead()) screenful = countScreenful();
    // A choice that is on screen has its own entry in the history, however soon the next one comes.
    follower.settle();
    follower.stay();
    lastChange = 'chips';
    choice.choose(next);
    follower.follow(next.keywords, loading(), chip);
  };
  onBack(() => {
    lastChange = undefined;
    follower.drop();
    if (!choice.isAhead()) return;
    // Back came before the choice had its entry in the history: it takes back the choice, and no more.
    choice.takeBack();
    history.forward();
  });
  focusWanted(address);
  return {
    type,
    toggle: (slug, chip) => choose(toggleKeyword(wanted(), slug), chip),
    clear() {
      choose({ text: '', keywords: [], pageNumber: 1 });
      // The button is gone now, and focus must not go with it.
      findField()?.focus();
    },
    toggleOrder() {
      const order = wanted().order === undefined ? 'newest' : undefined;
      address.go({ ...wanted(), order, pageNumber: 1 }, true);
    },
    showMore: () => address.go({ ...wanted(), pageNumber: wanted().pageNumber + 1 }, true),
    pressKey: (event) => leaveField(event, type),
    lastChange: () => lastChange,
    screenful: () => screenful,
  };
}

/** Calls `listener` when the reader goes back or forward. */
function onBack(listener: () => void): void {
  onMount(() => {
    addEventListener('popstate', listener);
    onCleanup(() => removeEventListener('popstate', listener));
  });
}

/** Goes to the search field where the search icon leads: to `/?q=`, which only asks for the field. */
function focusWanted({ committed, go }: HomeAddress): void {
  const location = useLocation();
  onMount(() => {
    if (new URLSearchParams(location.search).get('q') !== '') return;
    go(committed(), true);
    findField()?.focus();
  });
}
