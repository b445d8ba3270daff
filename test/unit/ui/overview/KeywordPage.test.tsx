import { screen, within } from '@solidjs/testing-library';
import { describe, expect, test } from 'vitest';
import { createFakeLibrary } from '../../../support/fake-library.ts';
import { renderApp } from '../../../support/render-app.tsx';

const posts = Array.from({ length: 25 }, (_, at) => ({
  title: `Post ${at}`,
  day: `2020-01-${String(at + 1).padStart(2, '0')}`,
  keywords: ['Rust', at % 2 === 0 ? 'wasm' : 'php', ...(at === 3 ? ['C++'] : [])],
}));

describe('KeywordPage', () => {
  test('shows the posts of a keyword, as it is written', async () => {
    const app = await renderApp(createFakeLibrary(posts), '/keywords/rust/');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Rust');
    expect(screen.getByText('25 posts')).toBeTruthy();
    expect(screen.getAllByRole('heading', { level: 3 })).toHaveLength(20);
    expect(document.title).toBe('Posts about Rust – Marginalia');
    expect(app.describe()?.keyword).toEqual({ name: 'Rust', slug: 'rust' });
    expect(screen.getByRole('link', { name: 'Older posts' }).getAttribute('href')).toBe(
      '/keywords/rust/page/2/',
    );
  });

  test('tells its pages apart, and what they are about', async () => {
    const app = await renderApp(createFakeLibrary(posts), '/keywords/rust/page/2/');
    expect(app.describe()).toMatchObject({
      title: 'Posts about Rust, page 2',
      description: '25 posts about Rust',
    });
  });

  test('names what goes with it most often, leading to both together', async () => {
    await renderApp(createFakeLibrary(posts), '/keywords/rust/');
    const links = within(screen.getByRole('region', { name: 'Often together' })).getAllByRole(
      'link',
    );
    expect(links.map((link) => link.textContent)).toEqual(['wasm', 'php', 'C++']);
    expect(links[2]?.getAttribute('href')).toBe('/?keyword=rust&keyword=c%2B%2B');
  });

  test('reads an encoded slug', async () => {
    await renderApp(createFakeLibrary(posts), '/keywords/c%2B%2B/');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('C++');
  });

  test.each(['/keywords/nothing/', '/keywords/rust/page/9/', '/keywords/%25/'])(
    'is missing at %s',
    async (path) => {
      await renderApp(createFakeLibrary(posts), path);
      expect(await screen.findByRole('heading', { name: 'Page not found' })).toBeTruthy();
    },
  );
});
