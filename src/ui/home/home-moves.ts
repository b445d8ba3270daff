import {
  type RouteSectionProps,
  useBeforeLeave,
  useIsRouting,
  useLocation,
  useNavigate,
} from '@solidjs/router';
import {
  type Accessor,
  createComputed,
  createMemo,
  createSignal,
  on,
  onCleanup,
  onMount,
} from 'solid-js';
import { afterPaint } from '../frame/after-paint.ts';
import { useApp } from '../frame/app-context.ts';
import {
  formatHomeState,
  type HomeState,
  parseHomeState,
  sameItems,
  toggleKeyword,
  trimQuery,
} from '../frame/home-state.ts';
import { createListGrowth, type ListGrowth } from '../list/list-growth.ts';
import { ownFocus, rememberLink } from '../frame/navigation.ts';
import { findField } from '../list/find-field.ts';
import { strings } from '../words/strings.ts';
import { createTypedSearch } from './typed-search.ts';

/** What the list below the chips is made of. */
export type ListState = Pick<HomeState, 'keywords' | 'pageNumber'>;

/** What the home page shows, and every move a reader can make on it. */
export interface HomeMoves {
  /** What the reader has asked for: ahead of the address until its list has been painted. */
  readonly state: Accessor<HomeState>;
  /** Whether what was asked for is ahead of the address: what is on screen stays until it comes. */
  readonly isAhead: Accessor<boolean>;
  /** `state` as it was painted last: where links on the page start from. */
  readonly linkState: Accessor<HomeState>;
  /** What the address says. */
  readonly committed: Accessor<HomeState>;
  /** The list behind the search, and on screen without one. */
  readonly listState: Accessor<ListState>;
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
  /** What the reader did last on this page to change what it shows; nothing after Back and Forward. */
  readonly lastChange: () => 'typing' | 'chips' | undefined;
  /** Tells of the list that `listState` asks for, each time it is loaded. */
  readonly await: (list: Promise<unknown>) => void;
}

/** The moves of the home page, over the address. Over 40 lines: one closure over what is selected and typed. */
export function createHomeMoves(props: RouteSectionProps): HomeMoves {
  const app = useApp();
  const location = useLocation();
  const navigate = useNavigate();
  const isRouting = useIsRouting();
  let lastChange: 'typing' | 'chips' | undefined;
  let list: Promise<unknown> = Promise.resolve();
  /** Lets the address follow the list that has come, if it has not yet. */
  let unfollowed: (() => void) | undefined;
  /** Whether the reader goes, or has gone, to another page: the address is no longer ours to write. */
  let isLeft = false;
  onCleanup(() => (isLeft = true));
  const committed = createMemo(() => parseHomeState(location.search, props.params['pageNumber']));
  const hrefOf = (next: HomeState): string => app.href('/') + formatHomeState(next).slice(1);
  const go = (next: HomeState, isReplacing = false): void => {
    const href = hrefOf(next);
    navigate(href, {
      resolve: false,
      scroll: false,
      replace: isReplacing || href === location.pathname + location.search,
      // A new object: the router drops a move to where it is with the state it has.
      state: { ...ownFocus },
    });
  };
  const search = createTypedSearch(
    () => committed().text,
    (text, isFirst) => go({ ...state(), text, pageNumber: 1 }, !isFirst),
  );
  const text = createMemo(() => trimQuery(search.typed()));
  const [ahead, setAhead] = createSignal<readonly string[]>();
  const catchUp = (routing: boolean): void => {
    // Not with the entry of the choice before this one.
    if (!routing && sameItems(ahead() ?? [], committed().keywords)) setAhead(undefined);
  };
  createComputed(on(isRouting, catchUp, { defer: true }));
  // These compare: a chip is drawn once for a click, not again when the address has followed.
  const keywords = createMemo(() => ahead() ?? committed().keywords, undefined, {
    equals: sameItems,
  });
  const state = createMemo(
    (): HomeState => ({
      ...committed(),
      keywords: keywords(),
      text: text(),
      pageNumber: ahead() === undefined ? committed().pageNumber : 1,
    }),
    undefined,
    { equals: (a, b) => formatHomeState(a) === formatHomeState(b) },
  );
  const [isPainted, setIsPainted] = createSignal(true);
  const linkState = createMemo<HomeState>((before) =>
    isPainted() || before === undefined ? state() : before,
  );
  const listState = createMemo<ListState>(
    (before) => {
      const chosen = ahead();
      if (chosen !== undefined && text() === '') return { keywords: chosen, pageNumber: 1 };
      // A search does not change what the list below it is made of.
      return committed().text === '' ? committed() : before;
    },
    { keywords: [], pageNumber: 1 },
    { equals: (a, b) => a.pageNumber === b.pageNumber && sameItems(a.keywords, b.keywords) },
  );
  useBeforeLeave(({ to }) => {
    // A move of ours changes what is behind the path; Back and Forward are numbers.
    if (typeof to !== 'string' || to.split(/[?#]/)[0] === location.pathname) return;
    isLeft = true;
    const unwritten = search.leave();
    if (unwritten === undefined) return;
    history.replaceState(history.state, '', hrefOf({ ...state(), text: unwritten, pageNumber: 1 }));
  });
  const type = (value: string): void => {
    isLeft = false;
    lastChange = 'typing';
    search.type(value);
  };
  /** Shows `next` at once, and lets the address follow when its list has come and is painted. */
  const select = (next: HomeState, chip?: Element): void => {
    // A choice that is on screen has its own entry in the history, however soon the next one comes.
    unfollowed?.();
    isLeft = false;
    lastChange = 'chips';
    search.set(next.text);
    setIsPainted(false);
    afterPaint(() => setIsPainted(true));
    setAhead(next.keywords);
    const follow = (): void => {
      if (isLeft || ahead() !== next.keywords || unfollowed !== follow) return;
      unfollowed = undefined;
      if (chip !== undefined) rememberLink(chip);
      go(state());
    };
    const followPainted = (): void => {
      if (ahead() !== next.keywords) return;
      unfollowed = follow;
      afterPaint(follow);
    };
    list.then(followPainted, followPainted);
  };
  const forgetChange = (): void => {
    lastChange = undefined;
    unfollowed = undefined;
    if (ahead() === undefined) return;
    // Back came before the choice had its entry in the history: it takes back the choice, and no more.
    setAhead(undefined);
    history.forward();
  };
  onMount(() => {
    addEventListener('popstate', forgetChange);
    onCleanup(() => removeEventListener('popstate', forgetChange));
    if (new URLSearchParams(location.search).get('q') !== '') return;
    // `/?q=` is where the search icon leads: it only asks for the field.
    go(committed(), true);
    findField()?.focus();
  });

  return {
    state,
    isAhead: () => ahead() !== undefined,
    linkState,
    committed,
    listState,
    growth: createListGrowth(() => listState().pageNumber),
    keywords,
    typed: search.typed,
    text,
    type,
    commit: search.commit,
    toggle: (slug, chip) => select(toggleKeyword(state(), slug), chip),
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
    await: (loading) => (list = loading),
  };
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
