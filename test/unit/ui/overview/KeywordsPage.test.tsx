import { screen } from '@solidjs/testing-library';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { createFakeLibrary } from '../../../support/fake-library.ts';
import { renderApp } from '../../../support/render-app.tsx';

const posts = Array.from({ length: 40 }, (_, at) => ({
  title: `Post ${at}`,
  keywords: [`word ${at}`, ...(at < 3 ? ['often'] : [])],
}));
const names = (): string[] =>
  screen
    .getAllByRole('link', { name: /posts?$/ })
    .map((link) => link.firstChild?.textContent ?? '');

describe('KeywordsPage', () => {
  test('lists all keywords by count, and by name on request', async () => {
    await renderApp(createFakeLibrary(posts), '/keywords/');
    expect(names()).toHaveLength(41);
    expect(names()[0]).toBe('often');
    const button = screen.getByRole('button', { name: 'Sort A to Z' });
    expect(button.getAttribute('aria-pressed')).toBe('false');
    await userEvent.click(button);
    expect(button.getAttribute('aria-pressed')).toBe('true');
    expect(names()).toEqual(names().toSorted((a, b) => a.localeCompare(b)));
  });

  test('copes with five hundred', async () => {
    const many = Array.from({ length: 500 }, (_, at) => ({
      title: `Post ${at}`,
      keywords: [`label ${at}`],
    }));
    await renderApp(createFakeLibrary(many), '/keywords/');
    expect(screen.getByText('500 keywords')).toBeTruthy();
    expect(new Set(names()).size).toBe(500);
    await userEvent.type(screen.getByRole('searchbox', { name: 'Find a keyword' }), '49');
    expect(names()).toHaveLength(15);
  });

  test('finds a keyword by a part of its name', async () => {
    await renderApp(createFakeLibrary(posts), '/keywords/');
    await userEvent.type(screen.getByRole('searchbox', { name: 'Find a keyword' }), 'WORD 39');
    expect(names()).toEqual(['word 39']);
  });
});
