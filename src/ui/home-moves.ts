import { useIsRouting, useLocation, useNavigate, type RouteSectionProps } from '@solidjs/router';
import {
  type Accessor,
  createComputed,
  createEffect,
  createMemo,
  createSignal,
  on,
  onCleanup,
  onMount,
} from 'solid-js';
import { isServer } from 'solid-js/web';
import { chipsDelayMs, noMatchDelayMs, typingDelayMs } from './announcer.ts';
import { useApp } from './app-context.ts';
import type { HomeStatus } from './home-status.ts';
import {
  formatHomeState,
  type HomeState,
  parseHomeState,
  sameItems,
  toggleKeyword,
} from './home-state.ts';
import { createListGrowth, type ListGrowth } from './list-growth.ts';
import { rememberLink } from './navigation.ts';
import { strings } from './strings.ts';

/** At most one history call in this time while typing: Safari refuses more than 100 in 30 s. */
const typingPauseMs = 300;

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
  /** What is searched for. */
  readonly text: Accessor<string>;
  readonly type: (text: string) => void;
  readonly commit: () => void;
  readonly toggle: (slug: string, chip: Element) => void;
  readonly clear: () => void;
  readonly clearLabel: Accessor<string | undefined>;
  /** Shows more results. */
  readonly showMore: () => void;
  readonly fieldKey: (event: KeyboardEvent) => void;
  readonly setStatusLine: (element: HTMLElement) => void;
  /** Speaks a status when the reader has changed it. */
  readonly announce: (status: Accessor<HomeStatus>) => void;
}

/** The moves of the home page, over the address. Over 40 lines: one closure over what was typed and selected. */
export function createHomeMoves(props: RouteSectionProps): HomeMoves {
  const app = useApp();
  const location = useLocation();
  const navigate = useNavigate();
  const isRouting = useIsRouting();
  const committed = createMemo(() => parseHomeState(location.search, props.params['pageNumber']));
  // A search does not change what the list below it is made of.
  const committedList = createMemo<ListState>(
    (before) => (committed().text === '' ? committed() : before),
    { keywords: [], pageNumber: 1 },
    { equals: (a, b) => a.pageNumber === b.pageNumber && sameItems(a.keywords, b.keywords) },
  );
  const [wanted, setWanted] = createSignal<readonly string[]>();
  const [typed, setTyped] = createSignal(committed().text);
  const keywords = (): readonly string[] => wanted() ?? committed().keywords;
  const text = createMemo(() => typed().trim());
  const state = (): HomeState => ({ ...committed(), keywords: keywords(), text: text() });
  const go = (next: HomeState, options: { replace?: boolean; state?: object } = {}): void => {
    navigate(app.base + formatHomeState(next).slice(1), {
      resolve: false,
      scroll: false,
      ...options,
    });
  };
  createComputed(on(isRouting, (routing) => routing || setWanted(undefined), { defer: true }));

  // Typing: the first character makes an entry, later ones replace it.
  let writtenText = committed().text;
  let pause: ReturnType<typeof setTimeout> | undefined;
  const write = (): void => {
    clearTimeout(pause);
    pause = undefined;
    if (text() === writtenText) return;
    const isFirst = writtenText === '';
    writtenText = text();
    go({ ...state(), pageNumber: 1 }, { replace: !isFirst });
    pause = setTimeout(write, typingPauseMs);
  };
  onCleanup(() => clearTimeout(pause));
  const type = (value: string): void => {
    changed = 'typing';
    setTyped(value);
    if (pause === undefined) write();
  };
  // Back and forward: the field follows the address.
  createComputed(
    on(
      () => committed().text,
      (now) => {
        if (now !== writtenText) setTyped((writtenText = now));
      },
      { defer: true },
    ),
  );

  let changed: 'typing' | 'chips' | undefined;
  let statusLine: HTMLElement | undefined;
  const select = (next: HomeState, origin?: Element): void => {
    changed = 'chips';
    clearTimeout(pause);
    pause = undefined;
    if (origin !== undefined) rememberLink(origin);
    writtenText = next.text;
    setTyped(next.text);
    setWanted(next.keywords);
    go(next);
  };
  const clear = (): void => {
    select({ text: '', keywords: [], pageNumber: 1 });
    // The button is gone now, and focus must not go with it.
    findField()?.focus();
  };
  if (!isServer) {
    onMount(() => {
      if (new URLSearchParams(location.search).get('q') !== '') return;
      // `/?q=` is where the search icon leads: it only asks for the field.
      go(committed(), { replace: true });
      findField()?.focus();
    });
  }

  return {
    committed,
    state,
    committedList,
    growth: createListGrowth(() => committedList().pageNumber),
    keywords,
    typed,
    text,
    type,
    commit: write,
    toggle: (slug, chip) => select(toggleKeyword(state(), slug), chip),
    clear,
    clearLabel: () => {
      const count = keywords().length + (text() === '' ? 0 : 1);
      if (count === 0) return undefined;
      if (count > 1) return strings.clearAll;
      return text() === '' ? strings.clearKeyword : strings.clearSearch;
    },
    showMore: () => go({ ...state(), pageNumber: state().pageNumber + 1 }, { replace: true }),
    fieldKey: (event) => leaveField(event, type),
    setStatusLine: (element) => (statusLine = element),
    announce: (status) => {
      if (isServer) return;
      createEffect(
        on(
          status,
          (now) => {
            if (changed === undefined) return;
            if (now.isNoMatch) app.announcer.interrupt(now.line, noMatchDelayMs);
            else app.announcer.say(now.line, changed === 'typing' ? typingDelayMs : chipsDelayMs);
            if ((statusLine?.getBoundingClientRect().top ?? 0) < 0) statusLine?.scrollIntoView();
          },
          { defer: true },
        ),
      );
    },
  };
}

/** The search field, wherever it is on the page. */
export function findField(): HTMLInputElement | null {
  return document.querySelector<HTMLInputElement>('#q');
}

function leaveField(event: KeyboardEvent, type: (text: string) => void): void {
  if (event.isComposing) return;
  if (event.key === 'ArrowDown') {
    const first = document.querySelector<HTMLElement>('[data-results] a, .post-list h3 a');
    if (first === null) return;
    event.preventDefault();
    first.focus();
  } else if (event.key === 'Escape') {
    event.preventDefault();
    const field = findField();
    if (field?.value !== '') type('');
    else document.querySelector<HTMLElement>('main h1')?.focus();
  }
}
