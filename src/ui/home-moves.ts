import { type RouteSectionProps, useIsRouting, useLocation, useNavigate } from '@solidjs/router';
import { type Accessor, createComputed, createMemo, createSignal, on, onMount } from 'solid-js';
import { useApp } from './app-context.ts';
import {
  formatHomeState,
  type HomeState,
  parseHomeState,
  sameItems,
  toggleKeyword,
  trimQuery,
} from './home-state.ts';
import { createListGrowth, type ListGrowth } from './list-growth.ts';
import { ownFocus, rememberLink } from './navigation.ts';
import { strings } from './strings.ts';
import { createTypedSearch } from './typed-search.ts';

type ListState = Pick<HomeState, 'keywords' | 'pageNumber'>;

/** What the home page shows, and every move a reader can make on it. */
export interface HomeMoves {
  /** What the address says. */
  readonly committed: Accessor<HomeState>;
  /** What the reader has asked for: ahead of the address until its list has come. */
  readonly state: Accessor<HomeState>;
  /** The list behind the search, and on screen without one. */
  readonly committedList: Accessor<ListState>;
  readonly growth: ListGrowth;
  readonly keywords: Accessor<readonly string[]>;
  /** What stands in the field. */
  readonly typed: Accessor<string>;
  /** What is searched for; a space behind it ends its last word. */
  readonly text: Accessor<string>;
  readonly type: (text: string) => void;
  readonly commit: () => void;
  readonly toggle: (slug: string, chip: Element) => void;
  readonly clear: () => void;
  readonly clearLabel: Accessor<string | undefined>;
  /** Whether results are sorted by date. */
  readonly isNewestFirst: Accessor<boolean>;
  /** Sorts the results by date, or by how well they match again. */
  readonly toggleOrder: () => void;
  /** Shows more results. */
  readonly showMore: () => void;
  readonly pressKey: (event: KeyboardEvent) => void;
  /** What the reader did last on this page. */
  readonly lastChange: () => 'typing' | 'chips' | undefined;
}

/** The moves of the home page, over the address. Over 40 lines: one closure over what is selected and typed. */
export function createHomeMoves(props: RouteSectionProps): HomeMoves {
  const app = useApp();
  const location = useLocation();
  const navigate = useNavigate();
  const isRouting = useIsRouting();
  let lastChange: 'typing' | 'chips' | undefined;
  const committed = createMemo(() => parseHomeState(location.search, props.params['pageNumber']));
  // A search does not change what the list below it is made of.
  const committedList = createMemo<ListState>(
    (before) => (committed().text === '' ? committed() : before),
    { keywords: [], pageNumber: 1 },
    { equals: (a, b) => a.pageNumber === b.pageNumber && sameItems(a.keywords, b.keywords) },
  );
  const go = (next: HomeState, isReplacing = false): void =>
    navigate(app.base + formatHomeState(next).slice(1), {
      resolve: false,
      scroll: false,
      replace: isReplacing,
      state: ownFocus,
    });
  const search = createTypedSearch(
    () => committed().text,
    (text, isFirst) => go({ ...state(), text, pageNumber: 1 }, !isFirst),
  );
  const text = createMemo(() => trimQuery(search.typed()));
  const [wanted, setWanted] = createSignal<readonly string[]>();
  createComputed(on(isRouting, (routing) => routing || setWanted(undefined), { defer: true }));
  const keywords = (): readonly string[] => wanted() ?? committed().keywords;
  const state = (): HomeState => ({ ...committed(), keywords: keywords(), text: text() });
  const type = (value: string): void => {
    lastChange = 'typing';
    search.type(value);
  };
  const select = (next: HomeState): void => {
    lastChange = 'chips';
    search.set(next.text);
    setWanted(next.keywords);
    go(next);
  };
  onMount(() => {
    if (new URLSearchParams(location.search).get('q') !== '') return;
    // `/?q=` is where the search icon leads: it only asks for the field.
    go(committed(), true);
    findField()?.focus();
  });

  return {
    committed,
    state,
    committedList,
    growth: createListGrowth(() => committedList().pageNumber),
    keywords,
    typed: search.typed,
    text,
    type,
    commit: search.commit,
    toggle: (slug, chip) => {
      rememberLink(chip);
      select(toggleKeyword(state(), slug));
    },
    clear: () => {
      select({ text: '', keywords: [], pageNumber: 1 });
      // The button is gone now, and focus must not go with it.
      findField()?.focus();
    },
    clearLabel: () => {
      const count = keywords().length + (text() === '' ? 0 : 1);
      if (count === 0) return undefined;
      if (count > 1) return strings.clearAll;
      return text() === '' ? strings.clearKeyword : strings.clearSearch;
    },
    isNewestFirst: () => committed().order === 'newest',
    toggleOrder: () => {
      const order = state().order === undefined ? 'newest' : undefined;
      go({ ...state(), order, pageNumber: 1 }, true);
    },
    showMore: () => go({ ...state(), pageNumber: state().pageNumber + 1 }, true),
    pressKey: (event) => leaveField(event, type),
    lastChange: () => lastChange,
  };
}

/** The search field, wherever it is on the page. */
export function findField(): HTMLInputElement | null {
  return document.querySelector<HTMLInputElement>('#q');
}

function leaveField(event: KeyboardEvent, type: (text: string) => void): void {
  if (event.isComposing) return;
  if (event.key === 'ArrowDown') {
    const first = document.querySelector<HTMLElement>('[data-results] a');
    if (first === null) return;
    event.preventDefault();
    first.focus();
  } else if (event.key === 'Escape') {
    event.preventDefault();
    const field = findField();
    if (field?.value !== '') type('');
    else document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
  }
}
