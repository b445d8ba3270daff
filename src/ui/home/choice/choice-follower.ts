import { useBeforeLeave, useLocation } from '@solidjs/router';
import { onCleanup } from 'solid-js';
import { afterPaint } from '../../frame/later.ts';
import { rememberLink } from '../../move/return-place.ts';
import type { HomeAddress } from './home-address.ts';
import type { HomeChoice } from './home-choice.ts';

/** The way of the address behind a choice that is on screen before it. */
export interface ChoiceFollower {
  /** Lets the address follow to `keywords`, chosen on `chip`, when `list` has come and is painted. */
  readonly follow: (keywords: readonly string[], list: Promise<unknown>, chip?: Element) => void;
  /** Lets it follow now to a choice that is on screen already, if there is one. */
  readonly settle: () => void;
  /** Lets it stay where it is. */
  readonly drop: () => void;
  /** The reader goes on with this page, after all. */
  readonly stay: () => void;
}

/** Writes each choice into the address once it is painted, unless the reader has gone to another page. */
export function createChoiceFollower(choice: HomeChoice, address: HomeAddress): ChoiceFollower {
  const location = useLocation();
  let pending: (() => void) | undefined;
  /** True if the reader goes, or has gone, to another page: the address is no longer ours to write. */
  let isLeft = false;
  onCleanup(() => (isLeft = true));
  useBeforeLeave(({ to }) => {
    // A move of ours changes what is behind the path; Back and Forward are numbers.
    if (typeof to !== 'string' || to.split(/[?#]/)[0] === location.pathname) return;
    isLeft = true;
    const text = choice.field.leave();
    if (text === undefined) return;
    const unwritten = address.hrefOf({ ...choice.wanted(), text, pageNumber: 1 });
    history.replaceState(history.state, '', unwritten);
  });
  return {
    follow(keywords, list, chip) {
      const isChosen = (): boolean => choice.facts.ahead === keywords;
      const write = (): void => {
        if (isLeft || !isChosen() || pending !== write) return;
        pending = undefined;
        if (chip !== undefined) rememberLink(chip);
        address.go(choice.wanted());
      };
      const writePainted = (): void => {
        if (!isChosen()) return;
        pending = write;
        afterPaint(write);
      };
      list.then(writePainted, writePainted);
    },
    settle: () => pending?.(),
    drop: () => (pending = undefined),
    stay: () => (isLeft = false),
  };
}
