import { screen, within } from '@solidjs/testing-library';
import { describe, expect, test } from 'vitest';
import { createFakeLibrary, type FakePost } from '../../../support/fake-library.ts';
import { renderApp } from '../../../support/render-app.tsx';

const small: readonly FakePost[] = [
  { title: 'One', day: '2019-03-04' },
  { title: 'Two', day: '2019-01-04' },
  { title: 'Three', day: '2018-01-04' },
  { title: 'Lore' },
];
const large: readonly FakePost[] = Array.from({ length: 250 }, (_, at) => ({
  title: `Post ${at}`,
  day: `2020-${String(1 + (at % 2)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`,
}));

describe('ArchivePage', () => {
  test('shows every post of a small blog on one line under its year', async () => {
    await renderApp(createFakeLibrary(small), '/archive/');
    const year = screen.getByRole('region', { name: /^2019/ });
    expect(within(year).getByRole('heading', { level: 2 }).textContent).toContain('2 posts');
    expect(
      within(year)
        .getAllByRole('listitem')
        .map((row) => row.textContent),
    ).toEqual(['4 MarOne', '4 JanTwo']);
    expect(within(screen.getByRole('region', { name: /^Undated/ })).getByText('Lore')).toBeTruthy();
    const years = within(screen.getByRole('navigation', { name: 'Years' })).getAllByRole('link');
    expect(years.map((link) => link.getAttribute('href'))).toEqual(['#y2019', '#y2018', '#y0']);
  });

  test('shows the months of a large one, each with a page of its own', async () => {
    await renderApp(createFakeLibrary(large), '/archive/');
    expect(screen.queryByText('Post 0')).toBeNull();
    const months = within(screen.getByRole('region', { name: /^2020/ })).getAllByRole('link');
    expect(months.map((link) => link.getAttribute('href'))).toEqual([
      '/archive/2020/02/',
      '/archive/2020/01/',
    ]);
    await renderApp(createFakeLibrary(large), '/archive/2020/02/');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('February 2020');
    expect(screen.getAllByText(/^Post \d+$/)).toHaveLength(100);
    expect(screen.getByRole('link', { name: 'Older posts' }).getAttribute('href')).toBe(
      '/archive/2020/02/page/2/',
    );
    await renderApp(createFakeLibrary(large), '/archive/2020/02/page/2/');
    expect(screen.getAllByText(/^Post \d+$/)).toHaveLength(25);
    // The month has 125, the year 250: the rows of this page are the number of neither.
    expect(screen.getByText('125 posts')).toBeTruthy();
    expect(screen.queryByText(/^(?:25|250) posts/)).toBeNull();
  });

  test.each(['/archive/1999/', '/archive/2019/07/', '/archive/2019/13/', '/archive/x/'])(
    'is missing at %s',
    async (path) => {
      await renderApp(createFakeLibrary(small), path);
      expect(await screen.findByRole('heading', { name: 'Page not found' })).toBeTruthy();
    },
  );
});
