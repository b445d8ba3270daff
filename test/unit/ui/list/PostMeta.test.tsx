import { screen } from '@solidjs/testing-library';
import { describe, expect, test } from 'vitest';
import { createFakeLibrary } from '../../../support/fake-library.ts';
import { renderApp } from '../../../support/render-app.tsx';

const keywords = Array.from({ length: 60 }, (_, at) => `subject ${at + 1}`);
const posts = [{ title: 'Sixty keywords', day: '2026-05-03', keywords }];

describe('PostMeta', () => {
  test('shows some of dozens of keywords in a list, and how many more there are', async () => {
    await renderApp(createFakeLibrary(posts));
    const entry = (await screen.findByRole('heading', { name: 'Sixty keywords' })).parentElement;
    const names = [...(entry?.querySelectorAll('.keywords a') ?? [])].map((a) => a.textContent);
    expect(names).toEqual(keywords.slice(0, 6));
    expect(entry?.textContent).toContain('54 more');
  });

  test('unfolds all of them on the page of the post', async () => {
    await renderApp(createFakeLibrary(posts), '/posts/sixty-keywords/');
    const more = await screen.findByText('50 more');
    const links = more.closest('.keywords')?.querySelectorAll('a') ?? [];
    expect([...links].map((a) => a.textContent)).toEqual(keywords);
    expect(more.localName).toBe('summary');
  });
});
