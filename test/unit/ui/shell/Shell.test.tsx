import { screen, waitFor, within } from '@solidjs/testing-library';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { createFakeLibrary } from '../../../support/fake-library.ts';
import { renderApp } from '../../../support/render-app.tsx';

const posts = [{ title: 'A post', day: '2020-01-01', keywords: ['a'] }];
const library = (): ReturnType<typeof createFakeLibrary> => createFakeLibrary(posts);

describe('Shell', () => {
  beforeEach(() => localStorage.clear());

  test('has landmarks in their order, and silent live regions', async () => {
    await renderApp(library());
    expect(screen.getByRole('link', { name: 'Skip to content' }).getAttribute('href')).toBe(
      '#main',
    );
    expect(screen.getByRole('banner')).toBeTruthy();
    expect(screen.getByRole('main').id).toBe('main');
    expect(screen.getByRole('contentinfo')).toBeTruthy();
    expect(screen.getByRole('status').textContent).toBe('');
    expect(screen.getByRole('alert').textContent).toBe('');
    expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
  });

  test('marks where the reader is', async () => {
    await renderApp(library(), '/archive/');
    const current = within(screen.getByRole('navigation', { name: 'Main' }))
      .getAllByRole('link')
      .filter((link) => link.getAttribute('aria-current') === 'page');
    expect(current.map((link) => link.textContent)).toEqual(['Archive']);
  });

  test('goes through the themes, and stores but the chosen ones', async () => {
    await renderApp(library());
    const button = screen.getByRole('button', { name: 'Theme: automatic' });
    await userEvent.click(button);
    expect(button.getAttribute('aria-label')).toBe('Theme: light');
    expect(document.documentElement.dataset['theme']).toBe('light');
    await userEvent.click(button);
    expect(localStorage.getItem('rubric-theme')).toBe('dark');
    await userEvent.click(button);
    expect(localStorage.getItem('rubric-theme')).toBeNull();
    expect(document.documentElement.dataset['theme']).toBeUndefined();
  });

  test('opens the shortcuts and returns focus to where it was', async () => {
    await renderApp(library());
    const opener = screen.getByRole('button', { name: 'Keyboard shortcuts' });
    await userEvent.click(opener);
    const dialog = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(document.activeElement).toBe(opener);
  });

  test('prefetches a post that gets focus', async () => {
    const asked = library();
    await renderApp(asked);
    screen.getByRole('link', { name: 'A post' }).focus();
    await waitFor(() => expect(asked.calls).toContain('prefetch /posts/a-post/'));
  });

  test('leaves links to files, other sites and new windows to the browser', async () => {
    await renderApp(library());
    const followed: boolean[] = [];
    addEventListener('click', (event) => {
      followed.push(event.defaultPrevented);
      event.preventDefault();
    });
    for (const attributes of [
      { href: '/atom.xml' },
      { href: '/posts/a/photo.png' },
      { href: 'https://example.com/' },
      { href: '/archive/', target: '_blank' },
      { href: '/archive/', download: '' },
      { href: '/#%' },
      { href: 'http://[' },
      { href: '/archive/' },
    ]) {
      const link = document.createElement('a');
      for (const [name, value] of Object.entries(attributes)) link.setAttribute(name, value);
      document.body.append(link);
      link.click();
      link.remove();
    }
    expect(followed).toEqual([false, false, false, false, false, false, false, true]);
  });

  test('shows a note with one action when a page cannot be had', async () => {
    const asked = library();
    await renderApp(asked);
    asked.fail(Object.assign(new Error('boom'), { kind: 'bad-response' }));
    await userEvent.click(screen.getByRole('link', { name: 'Keywords' }));
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
    expect(screen.queryByText(/boom/)).toBeNull();
    asked.fail(undefined);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Keywords' })).toBeTruthy();
  });
});
