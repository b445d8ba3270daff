import { type Accessor, createEffect, on } from 'solid-js';
import { chipsDelayMs, noMatchDelayMs, typingDelayMs } from './announcer.ts';
import { useApp } from './app-context.ts';
import type { HomeStatus } from './home-status.ts';

/**
 * Speaks the status line when the reader has changed it, and brings it into view when it is above.
 *
 * @param lastChange what the reader did last; `undefined` on a page that was just opened, which stays silent.
 */
export function createStatusAnnouncer(
  status: Accessor<HomeStatus>,
  lastChange: () => 'typing' | 'chips' | undefined,
  findLine: () => HTMLElement | undefined,
): void {
  const { announcer } = useApp();
  createEffect(
    on(
      status,
      ({ line, isNoMatch }) => {
        const change = lastChange();
        if (change === undefined) return;
        if (isNoMatch) announcer.interrupt(line, noMatchDelayMs);
        else announcer.say(line, change === 'typing' ? typingDelayMs : chipsDelayMs);
        const element = findLine();
        if (element !== undefined && element.getBoundingClientRect().top < 0) {
          element.scrollIntoView();
        }
      },
      { defer: true },
    ),
  );
}
