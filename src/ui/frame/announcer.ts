import { type Accessor, createSignal } from 'solid-js';

/** Speaks to screen readers through the two live regions of the shell. */
export interface Announcer {
  /** The text of the polite region. */
  readonly polite: Accessor<string>;
  /** The text of the assertive region. */
  readonly assertive: Accessor<string>;
  /** Says `message` after `delayMs`; a later call before that takes its place, so a burst gives one message. */
  readonly say: (message: string, delayMs?: number) => void;
  /** Interrupts with `message` after `delayMs`; replaces what waited in either region. */
  readonly interrupt: (message: string, delayMs?: number) => void;
  /** Drops what has not been said yet. */
  readonly cancel: () => void;
}

/** The rest after a change of chips before it is spoken. */
export const chipsDelayMs = 500;
/** The rest after typing before the number of results is spoken. */
export const typingDelayMs = 1000;
/** The rest after typing before it is spoken that nothing matches. */
export const noMatchDelayMs = 400;

/** An announcer with empty regions. Needs no DOM: the shell shows its two signals. */
export function createAnnouncer(): Announcer {
  const [polite, setPolite] = createSignal('');
  const [assertive, setAssertive] = createSignal('');
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = (set: (message: string) => void, message: string, delayMs: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      setPolite('');
      setAssertive('');
      // A region that is filled in the same turn it was emptied is not read again.
      timer = setTimeout(set, emptyMs, message);
    }, delayMs);
  };
  return {
    polite,
    assertive,
    say: (message, delayMs = 0) => later(setPolite, message, delayMs),
    interrupt: (message, delayMs = 0) => later(setAssertive, message, delayMs),
    cancel: () => clearTimeout(timer),
  };
}

/** The time that a region stays empty before the next message, so that the same words are read again. */
const emptyMs = 50;
