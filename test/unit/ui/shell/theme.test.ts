import { afterEach, describe, expect, test } from 'vitest';
import { cycleTheme, startTheme, theme } from '../../../../src/ui/shell/theme.ts';

const metas =
  '<meta name="theme-color" media="(prefers-color-scheme: light)" content="#ffffff">' +
  '<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#000000">';

function readFrame(): (string | null)[] {
  return [...document.head.querySelectorAll('meta')].map((meta) => meta.getAttribute('content'));
}

afterEach(() => {
  document.head.innerHTML = '';
  delete document.documentElement.dataset['theme'];
  localStorage.clear();
});

describe('cycleTheme', () => {
  test('goes on from the theme that is on the page, and gives the frame of the browser its colour', () => {
    document.head.innerHTML = metas;
    document.documentElement.dataset['theme'] = 'light';
    startTheme();
    expect(theme()).toBe('light');
    expect(readFrame()).toEqual(['#ffffff', '#ffffff']);
    expect(cycleTheme()).toBe('dark');
    expect(readFrame()).toEqual(['#000000', '#000000']);
    expect(localStorage.getItem('rubric-theme')).toBe('dark');
    expect(cycleTheme()).toBe('automatic');
    expect(readFrame()).toEqual(['#ffffff', '#000000']);
    expect(document.documentElement.dataset['theme']).toBeUndefined();
    expect(localStorage.getItem('rubric-theme')).toBeNull();
  });

  test('takes a word that is no theme for the automatic one', () => {
    document.documentElement.dataset['theme'] = 'sepia';
    startTheme();
    expect(theme()).toBe('automatic');
  });
});
