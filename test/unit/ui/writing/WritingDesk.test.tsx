import { cleanup, render, screen } from '@solidjs/testing-library';
import userEvent from '@testing-library/user-event';
import { createSignal } from 'solid-js';
import { afterEach, describe, expect, test } from 'vitest';

import type { WritingProblem, WritingState } from '../../../../src/content/model/writing-state.ts';
import { WritingDesk } from '../../../../src/ui/writing/WritingDesk.tsx';

const warning: WritingProblem = {
  severity: 'warning',
  file: 'posts/a.md',
  line: 3,
  column: 8,
  message: '`date` is `2019-13-04`: month 13 does not exist.',
  remedy: 'Write year-month-day.',
  place: '/blog/posts/a.md:3:8',
};
const note: WritingProblem = {
  severity: 'info',
  file: 'posts/b.md',
  message: 'No title.',
  place: undefined,
};

function show(problems: readonly WritingProblem[]): {
  readonly opened: readonly string[];
  readonly set: (problems: readonly WritingProblem[]) => void;
} {
  const opened: string[] = [];
  const [state, setState] = createSignal<WritingState>({ problems, unpublished: [] });
  render(() => <WritingDesk state={state()} onOpen={(place) => void opened.push(place)} />);
  return { opened, set: (next) => setState({ problems: next, unpublished: [] }) };
}

const isFolded = (): boolean => document.querySelector('details')?.open === false;

afterEach(cleanup);

describe('WritingDesk', () => {
  test('is not there while nothing is wrong', () => {
    const { set } = show([]);
    expect(document.querySelector('details')).toBeNull();
    set([note]);
    expect(document.querySelector('summary')?.textContent).toBe('1 note');
  });

  test('counts problems apart from notes, and lies folded', () => {
    show([warning, { ...warning, line: 4 }, note]);
    expect(document.querySelector('summary')?.textContent).toBe('2 problems · 1 note');
    expect(isFolded()).toBe(true);
  });

  test('unfolds for an error', () => {
    const { set } = show([warning]);
    expect(isFolded()).toBe(true);
    set([{ ...warning, severity: 'error' }]);
    expect(isFolded()).toBe(false);
  });

  test('leads to the place, and names the file where there is none', async () => {
    const { opened } = show([{ ...warning, severity: 'error' }, note]);
    await userEvent.click(screen.getByRole('button', { name: 'posts/a.md:3:8' }));
    expect(opened).toEqual(['/blog/posts/a.md:3:8']);
    expect(screen.queryByRole('button', { name: 'posts/b.md' })).toBeNull();
    expect(screen.getByText('posts/b.md')).toBeDefined();
  });

  test('shows message and remedy without the marks of a terminal', () => {
    show([warning]);
    expect(
      screen.getByText('date is 2019-13-04: month 13 does not exist. Write year-month-day.'),
    ).toBeDefined();
  });
});
