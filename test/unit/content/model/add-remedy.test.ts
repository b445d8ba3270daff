import { describe, expect, test } from 'vitest';

import type { Problem } from '../../../../src/content/model/problem.ts';
import { addRemedy } from '../../../../src/content/model/add-remedy.ts';

const problem: Problem = { kind: 'html', severity: 'warning', file: 'posts/a.md', message: 'x' };

describe('addRemedy', () => {
  test.each([
    ['onclick on <a>', /no scripts/],
    ['style on <p>', /no styles/],
    ['srcdoc on <iframe>', /Link to the page/],
    ['<form>', /Link to a page/],
    ['<blink>', /Markdown/],
    ['player.example', /`frame_hosts`/],
    ['player.example:81', /`frame_hosts`/],
  ])('says what to do about %s', (subject, remedy) => {
    expect(addRemedy({ ...problem, subject }).remedy).toMatch(remedy);
  });

  test.each([
    ['that has a remedy', { ...problem, subject: '<b>', remedy: 'Do it.' }],
    ['about something else', { ...problem, kind: 'link', subject: '<b>' } as const],
    ['about nothing known', { ...problem, subject: 'no address' }],
  ])('leaves a problem %s', (_, whole) => {
    expect(addRemedy(whole)).toBe(whole);
  });
});
