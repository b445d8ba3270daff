import { type Accessor, createSignal } from 'solid-js';

/** Times since what is waited for was wanted: the page says that it is busy, shows it, and speaks of it. */
const busyMs = 200;
const shownMs = 500;
const spokenMs = 1000;

/** Signs that lists are on their way. */
export interface Waiting {
  readonly isBusy: Accessor<boolean>;
  /** True once a sign of it is to be seen. */
  readonly isShown: Accessor<boolean>;
  /** Something is waited for, until the function it gives is called, once. */
  readonly begin: () => () => void;
}

/** @param speak called when it takes so long that it must be heard */
export function createWaiting(speak: () => void): Waiting {
  const [isBusy, setBusy] = createSignal(false);
  const [isShown, setShown] = createSignal(false);
  let count = 0;
  let timers: ReturnType<typeof setTimeout>[] = [];
  const end = (): void => {
    if (--count > 0) return;
    timers.forEach(clearTimeout);
    setBusy(false);
    setShown(false);
  };
  return {
    isBusy,
    isShown,
    begin() {
      if (count++ === 0) {
        timers = [
          setTimeout(setBusy, busyMs, true),
          setTimeout(setShown, shownMs, true),
          setTimeout(speak, spokenMs),
        ];
      }
      return end;
    },
  };
}
