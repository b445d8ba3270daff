import {
  type Accessor,
  createComputed,
  createMemo,
  createSignal,
  on,
  onCleanup,
  untrack,
} from 'solid-js';
import type { SearchAnswer } from '../content/library.ts';
import { type AppServices, useApp } from './app-context.ts';
import { findTitles, type TitleMatch } from './title-matches.ts';

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
/** Answers kept, so that Back shows results at once. */
const keptAnswers = 20;

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
  /** From the titles in memory: there with every keystroke. */
  readonly titles: Accessor<readonly TitleMatch[]>;
  /** The latest answer: of an earlier input until the one for this input has come. */
  readonly answer: Accessor<SearchAnswer | undefined>;
  /** Whether `answer` is for this input. */
  readonly isAnswered: Accessor<boolean>;
  /** Whether the answer for this input has been long in coming. */
  readonly isSlow: Accessor<boolean>;
  /** Whether the full text could not be searched although there is a network. */
  readonly hasFailed: Accessor<boolean>;
  readonly retry: () => void;
}

const answers = new WeakMap<AppServices, Map<string, SearchAnswer>>();

/** Searches for `input` whenever it changes; what was superseded is cancelled and never shown. */
export function createSearchSession(
  input: Accessor<SearchInput>,
  tell: (progress: SearchProgress | undefined) => void,
): SearchSession {
  const app = useApp();
  const kept = answers.get(app) ?? new Map<string, SearchAnswer>();
  answers.set(app, kept);
  const titles = createMemo(() => {
    const { text, keywords, limit } = input();
    return findTitles(app.cards(), text, keywords, limit);
  });
  const [answered, setAnswered] = createSignal<Answered>();
  const [isSlow, setIsSlow] = createSignal(false);
  const [hasFailed, setHasFailed] = createSignal(false);
  const show = (next: Answered): void => {
    setIsSlow(false);
    setAnswered(next);
    app.rememberCards(next.answer.hits.map((hit) => hit.post));
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
  const ask = async (wanted: SearchInput, key: string): Promise<void> => {
    const control = new AbortController();
    running = control;
    try {
      const request = { ...wanted, signal: control.signal };
      const next = await app.library.search(request);
      if (control.signal.aborted) return;
      // What was found without the index is not the answer: the next time it is asked again.
      if (next.scope === 'text') keep(kept, key, next);
      else setHasFailed(navigator.onLine);
      show({ input: wanted, answer: next });
    } catch {
      // An aborted search is over; a failed one leaves the titles and a note.
      if (!control.signal.aborted) setHasFailed(true);
    } finally {
      if (!control.signal.aborted) {
        clearTimeout(slowTimer);
        setIsSlow(false);
      }
    }
  };
  const start = (wanted: SearchInput, delayMs: number): void => {
    stop();
    setHasFailed(false);
    const key = JSON.stringify(wanted);
    const known = kept.get(key);
    if (known !== undefined) {
      show({ input: wanted, answer: known });
      return;
    }
    slowTimer = setTimeout(showSlow, slowMs);
    timer = setTimeout(() => void ask(wanted, key), delayMs);
  };
  // Runs with the change itself, not after it: a kept answer is then part of the first drawing.
  createComputed(
    on(input, (wanted, before) => start(wanted, before === undefined ? 0 : fullTextDelayMs)),
  );
  onCleanup(() => {
    stop();
    tell(undefined);
  });
  return {
    titles,
    answer: () => answered()?.answer,
    isAnswered: () => answered()?.input === input(),
    isSlow,
    hasFailed,
    retry: () => start(input(), 0),
  };
}

function keep(kept: Map<string, SearchAnswer>, key: string, answer: SearchAnswer): void {
  const oldest = kept.size < keptAnswers ? undefined : kept.keys().next().value;
  if (oldest !== undefined) kept.delete(oldest);
  kept.set(key, answer);
}
