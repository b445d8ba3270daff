import { type Accessor, createComputed, createSignal, on, onCleanup, untrack } from 'solid-js';
import { trimQuery } from '../../frame/home-state.ts';

/** At most one history call in this time while typing: Safari refuses more than 100 in 30 s. */
const typingPauseMs = 300;

/** The text of a search field and its way into the address. */
export interface TypedSearch {
  /** The text in the field. */
  readonly typed: Accessor<string>;
  readonly type: (text: string) => void;
  /** Writes what was typed into the address now. */
  readonly commit: () => void;
  /** Stops following, as the reader goes elsewhere; gives what the address does not say yet. */
  readonly leave: () => string | undefined;
  /** Puts `text` into the field for which the address is being written by someone else. */
  readonly set: (text: string) => void;
}

/**
 * Text that a reader types, and the address that follows: the first character makes a history entry,
 * later ones replace it. Back and Forward bring the text of their entry.
 */
export function createTypedSearch(
  committed: Accessor<string>,
  write: (text: string, isFirst: boolean) => void,
): TypedSearch {
  let written = untrack(committed);
  const [typed, setTyped] = createSignal(written);
  let pause: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => {
    clearTimeout(pause);
    pause = undefined;
  };
  const commit = (): void => {
    stop();
    const text = trimQuery(untrack(typed));
    if (text === written) return;
    const isFirst = written === '';
    written = text;
    write(text, isFirst);
    pause = setTimeout(commit, typingPauseMs);
  };
  onCleanup(stop);
  createComputed(
    on(
      committed,
      (text) => {
        if (text !== written) setTyped((written = text));
      },
      { defer: true },
    ),
  );
  return {
    typed,
    commit,
    type: (text) => {
      setTyped(text);
      if (pause === undefined) commit();
    },
    leave: () => {
      stop();
      const text = trimQuery(untrack(typed));
      if (text === written) return undefined;
      written = text;
      return text;
    },
    set: (text) => {
      stop();
      written = text;
      setTyped(text);
    },
  };
}
