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
import { correctWords } from './correct-words.ts';
import { isLoadError, loadWholeOnce } from '../move/load-once.ts';
import { findKept, keep, type KeptSearches } from './kept-searches.ts';

/** The search that a reader makes now. */
export interface SearchInput {
  readonly text: string;
  readonly keywords: readonly string[];
  readonly limit: number;
  readonly order: 'best' | 'newest';
}

/** The address follows what is typed within this time. */
const followMs = 400;
/** The rest after typing before the full text is searched. */
export const fullTextDelayMs = 120;
/** The time that an answer may take before the page says that it is being looked for. */
const slowMs = 400;

/** An answer and what it answers, which is not always what is typed now. */
export interface Answered {
  readonly input: SearchInput;
  readonly answer: SearchAnswer;
}

/** The progress of a search. */
export interface SearchProgress extends Answered {
  /** True if the answer for what is typed now has been long in coming. */
  readonly isSlow: boolean;
  /** The text that was searched for: the input's, with its slips repaired. */
  readonly searched: string;
}

/** A search as it goes on. */
export interface SearchSession {
  /** From the titles in memory: there with every keystroke. They stay as they are while more is shown. */
  readonly titles: Accessor<readonly SearchHit[]>;
  /** The latest answer: of an earlier input until the one for this input has come. */
  readonly answered: Accessor<Answered | undefined>;
  /** True if the answer is for this input. */
  readonly isAnswered: Accessor<boolean>;
  /** True if the answer for this input has been long in coming. */
  readonly isSlow: Accessor<boolean>;
  /** The reason why the answer is from titles only. */
  readonly failure: Accessor<'offline' | 'failed' | undefined>;
  readonly retry: () => void;
}

/**
 * Searches for `input` whenever it changes, and again when posts have changed or the connection is back;
 * what was superseded is cancelled and never shown. The counts of rare keywords are requested behind the answer,
 * once they are needed.
 *
 * @param onProgress - called with each answer and when one is slow; with `undefined` when the search is over
 */
export function createSearchSession(
  input: Accessor<SearchInput>,
  needsAllCounts: Accessor<boolean>,
  onProgress: (progress: SearchProgress | undefined) => void,
): SearchSession {
  const app = useApp();
  const kept = findKept(app);
  const titles = createTitles(app, kept, input);
  const screen = createScreen(onProgress);
  const run = createRun(kept, screen);
  // Runs with the change itself, not after it: a kept answer is then part of the first drawing.
  createComputed(
    on(input, (wanted, before) => run.start(wanted, before === undefined ? 0 : fullTextDelayMs)),
  );
  countAllWhen(needsAllCounts, kept, screen);
  const retry = (): void => run.start(untrack(input), 0);
  const forget = (): void => {
    kept.answers.clear();
    kept.titles.clear();
    retry();
  };
  createComputed(on(app.version, forget, { defer: true }));
  const onReturn = (): void => {
    if (untrack(screen.failure) !== undefined) retry();
  };
  onMount(() => addEventListener('online', onReturn));
  onCleanup(() => {
    removeEventListener('online', onReturn);
    run.stop();
    onProgress(undefined);
  });
  return { ...screen, titles, isAnswered: () => screen.answered()?.input === input(), retry };
}

/** The answer on screen. */
interface AnswerScreen extends Pick<SearchSession, 'answered' | 'isSlow' | 'failure'> {
  readonly show: (next: Answered) => void;
  /** Says that the answer to what is typed now takes long. */
  readonly showSlow: () => void;
}

function describeProgress(answered: Answered, isSlow: boolean): SearchProgress {
  const { input, answer } = answered;
  return { ...answered, isSlow, searched: correctWords(input.text, answer.corrections) };
}

function createScreen(onProgress: (progress: SearchProgress) => void): AnswerScreen {
  const [answered, setAnswered] = createSignal<Answered>();
  const [isSlow, setIsSlow] = createSignal(false);
  const [failure, setFailure] = createSignal<'offline' | 'failed'>();
  return {
    answered,
    isSlow,
    failure,
    show(next) {
      setIsSlow(false);
      const isText = next.answer.scope === 'text';
      setFailure(isText ? undefined : navigator.onLine ? 'failed' : 'offline');
      setAnswered(next);
      onProgress(describeProgress(next, false));
    },
    showSlow() {
      setIsSlow(true);
      const before = untrack(answered);
      if (before !== undefined) onProgress(describeProgress(before, true));
    },
  };
}

/** The one search that runs. */
interface SearchRun {
  /** Searches for `wanted` after `delayMs` in place of what was searched for before; a kept answer is shown at once. */
  readonly start: (wanted: SearchInput, delayMs: number) => void;
  readonly stop: () => void;
}

function createRun(kept: KeptSearches, screen: AnswerScreen): SearchRun {
  const app = useApp();
  let running: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let slowTimer: ReturnType<typeof setTimeout> | undefined;
  let reloadTimer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => {
    running?.abort();
    clearTimeout(timer);
    clearTimeout(slowTimer);
    clearTimeout(reloadTimer);
  };
  // Not before the address has all that was typed: the page that is loaded searches for it again.
  const reloadSoon = (): void => {
    clearTimeout(reloadTimer);
    reloadTimer = setTimeout(() => void loadWholeOnce(location.href), followMs);
  };
  const search = async (wanted: SearchInput): Promise<void> => {
    const control = new AbortController();
    running = control;
    const answer = await app.library
      .search({ ...wanted, counts: 'common', signal: control.signal })
      // The search itself did not load: what it would say without its index can be said here.
      .catch((error: unknown) => {
        if (isLoadError(error) && !control.signal.aborted) reloadSoon();
        return answerFromTitles(listNewest(app), wanted);
      });
    if (control.signal.aborted) return;
    clearTimeout(slowTimer);
    // What was found without the index is not the answer: the next time it is searched for again.
    if (answer.scope === 'text') keep(kept.answers, JSON.stringify(wanted), answer);
    screen.show({ input: wanted, answer });
  };
  return {
    stop,
    start(wanted, delayMs) {
      stop();
      const answer = kept.answers.get(JSON.stringify(wanted));
      if (answer !== undefined) return screen.show({ input: wanted, answer });
      slowTimer = setTimeout(screen.showSlow, slowMs);
      timer = setTimeout(() => void search(wanted), delayMs);
    },
  };
}

/** Gives the answer on screen the counts of all keywords while they are needed; without them the blog's own stand in. */
function countAllWhen(isNeeded: Accessor<boolean>, kept: KeptSearches, screen: AnswerScreen): void {
  const app = useApp();
  let counting: AbortController | undefined;
  const count = async (shown: Answered): Promise<void> => {
    counting?.abort();
    const control = new AbortController();
    counting = control;
    const all = await app.library
      .search({ ...shown.input, counts: 'all', signal: control.signal })
      .catch(() => undefined);
    const isLate = control.signal.aborted || untrack(screen.answered) !== shown;
    if (isLate || all?.scope !== 'text') return;
    // The hits stay as they are: what was read for them would be read again.
    const answer = { ...shown.answer, counts: all.counts, counted: all.counted };
    keep(kept.answers, JSON.stringify(shown.input), answer);
    screen.show({ input: shown.input, answer });
  };
  createComputed(() => {
    const shown = screen.answered();
    if (isNeeded() && shown?.answer.counted === 'common') void count(shown);
  });
  onCleanup(() => counting?.abort());
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
