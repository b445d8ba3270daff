import {
  type Accessor,
  createComputed,
  createMemo,
  createSignal,
  on,
  onCleanup,
  onMount,
  untrack,
} from 'solid-js';
import { pageSize, type SearchAnswer, type SearchHit } from '../../content/model/library.ts';
import type { PostCard } from '../../content/model/post.ts';
import { answerFromTitles, findTitles } from '../../search/words/title-answer.ts';
import { type AppServices, useApp } from '../frame/app-context.ts';

/** What a reader searches for now. */
export interface SearchInput {
  readonly text: string;
  readonly keywords: readonly string[];
  readonly limit: number;
  readonly order: 'best' | 'newest';
}

/** How long typing rests before the full text is asked. */
export const fullTextDelayMs = 120;
/** How long an answer may take before the page says that it is being looked for. */
const slowMs = 400;
/** Searches kept, so that Back shows results at once and as they were. */
const keptSearches = 20;

/** An answer and what it answers, which is not always what is typed now. */
export interface Answered {
  readonly input: SearchInput;
  readonly answer: SearchAnswer;
}

/** How far a search has come. */
export interface SearchProgress extends Answered {
  /** Whether the answer for what is typed now has been long in coming. */
  readonly isSlow: boolean;
}

/** A search as it goes on. */
export interface SearchSession {
  /** From the titles in memory: there with every keystroke. They stay as they are while more is shown. */
  readonly titles: Accessor<readonly SearchHit[]>;
  /** The latest answer: of an earlier input until the one for this input has come. */
  readonly answered: Accessor<Answered | undefined>;
  /** Whether the answer is for this input. */
  readonly isAnswered: Accessor<boolean>;
  /** Whether the answer for this input has been long in coming. */
  readonly isSlow: Accessor<boolean>;
  /** Why the answer is from titles only. */
  readonly failure: Accessor<'offline' | 'failed' | undefined>;
  readonly retry: () => void;
}

/** What was found before, by what was searched for. */
interface KeptSearches {
  readonly answers: Map<string, SearchAnswer>;
  readonly titles: Map<string, readonly SearchHit[]>;
}

const keptOf = new WeakMap<AppServices, KeptSearches>();

/**
 * Searches for `input` whenever it changes, and again when posts have changed or the connection is back;
 * what was superseded is cancelled and never shown. The counts of rare keywords are asked for behind the answer,
 * once they are needed. Over 40 lines: one closure over the search that runs.
 */
export function createSearchSession(
  input: Accessor<SearchInput>,
  needsAllCounts: Accessor<boolean>,
  tell: (progress: SearchProgress | undefined) => void,
): SearchSession {
  const app = useApp();
  const kept = findKept(app);
  const titles = createTitles(app, kept, input);
  const [answered, setAnswered] = createSignal<Answered>();
  const [isSlow, setIsSlow] = createSignal(false);
  const [failure, setFailure] = createSignal<'offline' | 'failed'>();
  const show = (next: Answered): void => {
    setIsSlow(false);
    const isText = next.answer.scope === 'text';
    setFailure(isText ? undefined : navigator.onLine ? 'failed' : 'offline');
    setAnswered(next);
    tell({ ...next, isSlow: false });
  };
  const showSlow = (): void => {
    setIsSlow(true);
    const before = untrack(answered);
    if (before !== undefined) tell({ ...before, isSlow: true });
  };
  let running: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let slowTimer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => {
    running?.abort();
    clearTimeout(timer);
    clearTimeout(slowTimer);
  };
  const ask = async (wanted: SearchInput): Promise<void> => {
    const control = new AbortController();
    running = control;
    const answer = await app.library
      .search({ ...wanted, counts: 'common', signal: control.signal })
      // The search itself did not load: what it would say without its index can be said here.
      .catch(() => answerFromTitles(listNewest(app), wanted));
    if (control.signal.aborted) return;
    clearTimeout(slowTimer);
    // What was found without the index is not the answer: the next time it is asked again.
    if (answer.scope === 'text') keep(kept.answers, JSON.stringify(wanted), answer);
    show({ input: wanted, answer });
  };
  const start = (wanted: SearchInput, delayMs: number): void => {
    stop();
    const answer = kept.answers.get(JSON.stringify(wanted));
    if (answer !== undefined) {
      show({ input: wanted, answer });
      return;
    }
    slowTimer = setTimeout(showSlow, slowMs);
    timer = setTimeout(() => void ask(wanted), delayMs);
  };
  // Runs with the change itself, not after it: a kept answer is then part of the first drawing.
  createComputed(
    on(input, (wanted, before) => start(wanted, before === undefined ? 0 : fullTextDelayMs)),
  );
  const retry = (): void => start(untrack(input), 0);
  let counting: AbortController | undefined;
  /** Gives the answer that is shown its other counts; without them the blog's own stand in. */
  const countAll = async (shown: Answered): Promise<void> => {
    counting?.abort();
    const control = new AbortController();
    counting = control;
    const all = await app.library
      .search({ ...shown.input, counts: 'all', signal: control.signal })
      .catch(() => undefined);
    if (control.signal.aborted || all?.scope !== 'text' || untrack(answered) !== shown) return;
    // The hits stay as they are: what was read for them would be read again.
    const answer = { ...shown.answer, counts: all.counts, counted: all.counted };
    keep(kept.answers, JSON.stringify(shown.input), answer);
    show({ input: shown.input, answer });
  };
  createComputed(() => {
    const shown = answered();
    if (needsAllCounts() && shown?.answer.counted === 'common') void countAll(shown);
  });
  createComputed(
    on(
      app.version,
      () => {
        kept.answers.clear();
        kept.titles.clear();
        retry();
      },
      { defer: true },
    ),
  );
  const onReturn = (): void => {
    if (untrack(failure) !== undefined) retry();
  };
  onMount(() => addEventListener('online', onReturn));
  onCleanup(() => {
    removeEventListener('online', onReturn);
    stop();
    counting?.abort();
    tell(undefined);
  });
  return {
    titles,
    answered,
    isAnswered: () => answered()?.input === input(),
    isSlow,
    failure,
    retry,
  };
}

function findKept(app: AppServices): KeptSearches {
  const kept = keptOf.get(app) ?? {
    answers: new Map<string, SearchAnswer>(),
    titles: new Map<string, readonly SearchHit[]>(),
  };
  keptOf.set(app, kept);
  return kept;
}

/** Keeps `value` and forgets what was kept longest ago. */
function keep<Value>(kept: Map<string, Value>, key: string, value: Value): void {
  kept.set(key, value);
  const oldest = kept.size > keptSearches ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
}

/** A page of matching titles. More of them are among the results of the text. */
function createTitles(
  app: AppServices,
  kept: KeptSearches,
  input: Accessor<SearchInput>,
): Accessor<readonly SearchHit[]> {
  const key = createMemo(() => JSON.stringify([input().text, input().keywords, app.version()]));
  const titles = createMemo(
    on(key, (wanted) => {
      const { text, keywords } = input();
      const found =
        kept.titles.get(wanted) ??
        findTitles(app.library.listCards(), { text, keywords, limit: pageSize });
      keep(kept.titles, wanted, found);
      return found;
    }),
  );
  return titles;
}

function listNewest(app: AppServices): readonly PostCard[] {
  return [...app.library.listCards()].toSorted((a, b) => b.id - a.id);
}
