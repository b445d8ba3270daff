import { fireEvent, screen, waitFor } from '@solidjs/testing-library';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { readSingleKeys, writeSingleKeys } from '../../../../src/ui/shell/shortcuts.ts';
import { createFakeLibrary } from '../../../support/fake-library.ts';
import { renderApp } from '../../../support/render-app.tsx';

const library = createFakeLibrary([{ title: 'A post', day: '2020-01-01' }]);

describe('createShortcuts', () => {
  beforeEach(() => localStorage.clear());

  test.each([{ key: '/' }, { key: 'k', ctrlKey: true }, { key: 'K', metaKey: true }])(
    'moves to the search field by %o',
    async (press) => {
      await renderApp(library);
      fireEvent.keyDown(document.body, press);
      expect(document.activeElement).toBe(screen.getByRole('searchbox'));
    },
  );

  test('goes home from other pages to search', async () => {
    await renderApp(library, '/archive/');
    fireEvent.keyDown(document.body, { key: '/' });
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: 'Search posts' })),
    );
    await waitFor(() => expect(location.pathname).toBe('/'));
  });

  test('opens the dialog by ?', async () => {
    await renderApp(library);
    fireEvent.keyDown(document.body, { key: '?', shiftKey: true });
    expect(await screen.findByRole('dialog')).toBeTruthy();
  });

  test.each([
    { key: '/', ctrlKey: true },
    { key: '/', altKey: true },
    { key: '/', isComposing: true },
    { key: 'j' },
    { key: 'k' },
    { key: 'k', ctrlKey: true, shiftKey: true },
  ])('leaves %o alone', async (press) => {
    await renderApp(library);
    fireEvent.keyDown(document.body, press);
    expect(document.activeElement).toBe(document.body);
  });

  test('leaves keys typed into a field alone', async () => {
    await renderApp(library);
    await userEvent.type(screen.getByRole('searchbox'), 'a/b?');
    expect(screen.getByRole('searchbox')).toHaveProperty('value', 'a/b?');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('can be turned off for single keys, not for Ctrl+K', async () => {
    await renderApp(library);
    writeSingleKeys(false);
    expect(readSingleKeys()).toBe(false);
    fireEvent.keyDown(document.body, { key: '/' });
    expect(document.activeElement).toBe(document.body);
    fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
    expect(document.activeElement).toBe(screen.getByRole('searchbox'));
    writeSingleKeys(true);
    expect(readSingleKeys()).toBe(true);
  });
});
