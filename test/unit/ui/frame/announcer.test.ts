import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  chipsDelayMs,
  createAnnouncer,
  noMatchDelayMs,
  typingDelayMs,
} from '../../../../src/ui/frame/announcer.ts';

describe('createAnnouncer', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  test('says nothing by itself', () => {
    const announcer = createAnnouncer();
    vi.advanceTimersByTime(10_000);
    expect(announcer.polite()).toBe('');
    expect(announcer.assertive()).toBe('');
  });

  test('says one message for a burst of typing', () => {
    const announcer = createAnnouncer();
    const heard = new Set<string>();
    for (const message of ['9 posts', '4 posts', '1 post']) {
      announcer.say(message, typingDelayMs);
      vi.advanceTimersByTime(typingDelayMs - 1);
      heard.add(announcer.polite());
    }
    vi.advanceTimersByTime(200);
    heard.add(announcer.polite());
    expect([...heard]).toEqual(['', '1 post']);
  });

  test('says a change of chips sooner than one by typing', () => {
    const announcer = createAnnouncer();
    announcer.say('3 posts about rust', chipsDelayMs);
    vi.advanceTimersByTime(chipsDelayMs - 1);
    expect(announcer.polite()).toBe('');
    vi.advanceTimersByTime(100);
    expect(announcer.polite()).toBe('3 posts about rust');
  });

  test('interrupts when nothing matches, and drops what waited', () => {
    const announcer = createAnnouncer();
    announcer.say('9 posts', typingDelayMs);
    announcer.interrupt('No posts match “xyz”.', noMatchDelayMs);
    vi.advanceTimersByTime(5000);
    expect(announcer.assertive()).toBe('No posts match “xyz”.');
    expect(announcer.polite()).toBe('');
  });

  test('empties the region before it says the same again', () => {
    const announcer = createAnnouncer();
    announcer.say('Code copied');
    vi.advanceTimersByTime(100);
    expect(announcer.polite()).toBe('Code copied');
    announcer.say('Code copied');
    vi.advanceTimersByTime(10);
    expect(announcer.polite()).toBe('');
    vi.advanceTimersByTime(100);
    expect(announcer.polite()).toBe('Code copied');
  });

  test('can be silenced', () => {
    const announcer = createAnnouncer();
    announcer.say('late', 100);
    announcer.cancel();
    vi.advanceTimersByTime(1000);
    expect(announcer.polite()).toBe('');
  });
});
