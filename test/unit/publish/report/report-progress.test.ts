import { describe, expect, test } from 'vitest';

import { createProgress } from '../../../../src/publish/report/report-progress.ts';
import type { Progress } from '../../../../src/publish/report/report-progress.ts';

function start(isTerminal: boolean): {
  progress: Progress;
  wait: (ms: number) => void;
  text: string[];
} {
  let clock = 1000;
  const text: string[] = [];
  const write = (part: string): void => void text.push(part);
  const progress = createProgress({ isTerminal, write, now: () => clock });
  return { progress, text, wait: (ms) => void (clock += ms) };
}

describe('createProgress', () => {
  test('draws a bar with counts and seconds in a terminal', () => {
    const { progress, text, wait } = start(true);
    wait(2100);
    progress.tell('Rendering', 50, 100);
    expect(text).toEqual([`\r\u001B[KRendering ${'█'.repeat(12)}${'░'.repeat(12)} 50/100, 2 s`]);
  });

  test('redraws at most ten times a second', () => {
    const { progress, text, wait } = start(true);
    for (let done = 0; done < 100; done++) {
      progress.tell('Reading', done, 100);
      wait(5);
    }
    expect(text).toHaveLength(5);
  });

  test('removes the bar at the end, once', () => {
    const { progress, text } = start(true);
    progress.tell('Reading', 1, 2);
    progress.end();
    progress.end();
    expect(text.slice(1)).toEqual(['\r\u001B[K']);
  });

  test('writes plain lines every five seconds elsewhere', () => {
    const { progress, text, wait } = start(false);
    for (let done = 0; done < 12; done++) {
      wait(1000);
      progress.tell('Rendering', done, 12);
    }
    progress.end();
    expect(text).toEqual(['Rendering: 4 of 12, 5 s\n', 'Rendering: 9 of 12, 10 s\n']);
  });

  test('fills the bar when there is nothing to do', () => {
    const { progress, text } = start(true);
    progress.tell('Reading', 0, 0);
    expect(text[0]).toContain('█'.repeat(24));
  });
});
