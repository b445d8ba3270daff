import { screen, waitFor } from '@solidjs/testing-library';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { createFakeLibrary } from '../../../support/fake-library.ts';
import { renderApp } from '../../../support/render-app.tsx';

const posts = [{ title: 'Bye bye Automattic', day: '2019-03-04' }];

describe('NotFoundPage', () => {
  test('names the address, posts near it and the way home', async () => {
    await renderApp(createFakeLibrary(posts), '/posts/bye-by-automattic/');
    expect(await screen.findByText('/posts/bye-by-automattic/')).toBeTruthy();
    expect(await screen.findByRole('link', { name: 'Bye bye Automattic' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Back to posts' }).getAttribute('href')).toBe('/');
    expect(document.title).toBe('Page not found – Marginalia');
  });

  test('fills the field with the words of the address, and searches on Enter', async () => {
    await renderApp(createFakeLibrary(posts), '/posts/bye-by-automattic/');
    const field = await screen.findByRole('searchbox');
    expect(field).toHaveProperty('value', 'bye by automattic');
    await userEvent.type(field, '{Enter}');
    await waitFor(() => expect(location.search).toBe('?q=bye+by+automattic'));
  });
});
