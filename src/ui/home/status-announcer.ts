import { type Accessor, createEffect, createMemo, on } from 'solid-js';
import { chipsDelayMs, noMatchDelayMs, typingDelayMs } from '../frame/announcer.ts';
import { useApp } from '../frame/app-context.ts';
import type { HomeStatus } from './home-status.ts';

/**
 * Speaks the status line when the reader has changed it, and brings it into view when it is above.
 *
 * @param lastChange what the reader did last; `undefined` on a page that was just opened, which stays silent.
 */
export function createStatusAnnouncer(
  status: Accessor<HomeStatus>,
  lastChange: () => 'typing' | 'chips' | undefined,
): void {
  const { announcer } = useApp();
  const line = createMemo(() => status().line);
  const isNoMatch = createMemo(() => status().isNoMatch);
  const announce = (): void => {
    const change = lastChange();
    if (change === undefined) return;
    if (isNoMatch()) announcer.interrupt(line(), noMatchDelayMs);
    else announcer.say(line(), change === 'typing' ? typingDelayMs : chipsDelayMs);
    // With the frame, when all is in place: asked for a position now, the page would be laid out twice.
    requestAnimationFrame(() => {
      const element = document.querySelector('.status-line');
      if (element !== null && element.getBoundingClientRect().top < 0) element.scrollIntoView();
    });
  };
  createEffect(on([line, isNoMatch], announce, { defer: true }));
}
