import { screen, waitFor, within } from '@solidjs/testing-library';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi, onTestFinished } from 'vitest';
import { createFakeLibrary, type FakePost } from '../../../support/fake-library.ts';
import { renderApp } from '../../../support/render-app.tsx';

const posts: readonly FakePost[] = [
  { title: 'Newer', day: '2020-03-01' },
  {
    title: 'Shown',
    day: '2020-02-01',
    keywords: ['rust'],
    html: '<h2 id="one">One</h2><p>Some text.</p><h2 id="two">Two</h2><h3 id="three">Three</h3>',
    headings: [
      { level: 2, id: 'one', text: 'One' },
      { level: 2, id: 'two', text: 'Two' },
      { level: 3, id: 'three', text: 'Three' },
      { level: 4, id: 'four', text: 'Four' },
    ],
    view: {
      updated: { day: '2021-05-06', instant: undefined },
      backlinks: [{ permalink: '/posts/older/', title: 'Older' }],
      related: [{ permalink: '/posts/newer/', title: 'Newer', shared: ['rust', 'wasm'] }],
      series: {
        name: 'A series',
        part: 2,
        parts: [
          { permalink: '/posts/older/', title: 'Older' },
          { permalink: '/posts/shown/', title: 'Shown' },
        ],
      },
      translations: [{ permalink: '/fr/shown/', title: 'Montré', language: 'fr' }],
    },
  },
  { title: 'Older', day: '2020-01-01' },
];

describe('PostPage', () => {
  afterEach(() => vi.useRealTimers());

  test('shows a post with what is known about it', async () => {
    const app = await renderApp(createFakeLibrary(posts), '/posts/shown/');
    const article = screen.getByRole('article');
    expect(within(article).getByRole('heading', { level: 1 }).textContent).toBe('Shown');
    expect(within(article).getByText('1 February 2020').getAttribute('datetime')).toBe(
      '2020-02-01',
    );
    expect(within(article).getByText('Updated 6 May 2021')).toBeTruthy();
    expect(within(article).getByText('2 min read')).toBeTruthy();
    expect(within(article).getByRole('link', { name: 'rust' }).getAttribute('href')).toBe(
      '/keywords/rust/',
    );
    expect(within(article).getByText('Part 2 of 2 in A series')).toBeTruthy();
    expect(within(article).getByText('français').getAttribute('hreflang')).toBe('fr');
    expect(within(article).getByText('Some text.')).toBeTruthy();
    expect(document.title).toBe('Shown – Marginalia');
    expect(app.describe()).toMatchObject({ permalink: '/posts/shown/' });
  });

  test('leads to older and newer posts, and to related ones with what they share', async () => {
    await renderApp(createFakeLibrary(posts), '/posts/shown/');
    const adjacent = screen.getByRole('navigation', { name: 'Adjacent posts' });
    expect(within(adjacent).getByRole('link', { name: /Older/ }).getAttribute('rel')).toBe('prev');
    expect(within(adjacent).getByRole('link', { name: /Newer/ }).getAttribute('rel')).toBe('next');
    const related = screen.getByRole('region', { name: 'Related by keyword' });
    expect(within(related).getByText('rust, wasm')).toBeTruthy();
  });

  test('names the posts that lead to it, and says nothing where none does', async () => {
    await renderApp(createFakeLibrary(posts), '/posts/shown/');
    const mentioned = screen.getByRole('region', { name: 'Mentioned in' });
    const links = within(mentioned).getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['/posts/older/']);
    await renderApp(createFakeLibrary(posts), '/posts/older/');
    expect(screen.queryByRole('region', { name: 'Mentioned in' })).toBeNull();
  });

  test.each([
    [false, 4, 0],
    [true, 1, 1],
    [undefined, 1, 0],
  ])('has contents by the wish of the post: %s', async (toc, count, shown) => {
    const [, post] = posts;
    const headings = post?.headings?.slice(0, count) ?? [];
    const library = createFakeLibrary([{ ...post, title: 'Shown', headings, view: { toc } }]);
    await renderApp(library, '/posts/shown/');
    const links = within(screen.getByRole('article')).queryAllByRole('link', { name: 'One' });
    expect(links.length > 0 ? 1 : 0).toBe(shown);
  });

  test('shows a page among the posts without the facts of a post', async () => {
    const library = createFakeLibrary([
      { title: 'Shown', day: '2020-02-01', view: { isPage: true } },
    ]);
    await renderApp(library, '/posts/shown/');
    expect(within(screen.getByRole('article')).queryByText('1 February 2020')).toBeNull();
  });

  test('has contents of the two upper levels, where there are three headings or more', async () => {
    await renderApp(createFakeLibrary(posts), '/posts/shown/');
    const [contents] = screen.getAllByRole('navigation', { name: 'On this page' });
    const links = within(contents ?? document.body).getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['#one', '#two', '#three']);
    await renderApp(createFakeLibrary(posts), '/posts/older/');
    expect(screen.queryByRole('navigation', { name: 'On this page' })).toBeNull();
  });

  test('puts focus on the title after a move, and back on the link after Back', async () => {
    await renderApp(createFakeLibrary(posts), '/posts/shown/');
    await userEvent.click(screen.getByRole('link', { name: /^Previous/ }));
    await waitFor(() => expect(document.title).toBe('Older – Marginalia'));
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 })),
    );
    history.back();
    await waitFor(() => expect(document.title).toBe('Shown – Marginalia'));
    await waitFor(() => expect(document.activeElement?.textContent).toMatch(/Older$/));
  });

  test('keeps one live node for a body', async () => {
    await renderApp(createFakeLibrary(posts), '/posts/shown/');
    const body = screen.getByText('Some text.');
    await userEvent.click(screen.getByRole('link', { name: /^Previous/ }));
    await waitFor(() => expect(screen.queryByText('Some text.')).toBeNull());
    history.back();
    expect(await screen.findByText('Some text.')).toBe(body);
  });

  test('focuses a heading that a link of the page names', async () => {
    await renderApp(createFakeLibrary(posts), '/posts/shown/');
    const [link] = screen.getAllByRole('link', { name: 'Two' });
    if (link !== undefined) await userEvent.click(link);
    expect(location.hash).toBe('#two');
    await waitFor(() => expect(document.activeElement?.id).toBe('two'));
  });

  test('shows what a list has told while the post is long in coming', async () => {
    const library = createFakeLibrary(posts);
    const app = await renderApp(library, '/');
    library.hold();
    await userEvent.click(screen.getByRole('link', { name: 'Shown' }));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Notes on parsers');
    await waitFor(() => expect(document.title).toBe('Shown – Marginalia'));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Shown');
    expect(screen.getByText('1 February 2020')).toBeTruthy();
    await waitFor(() => expect(screen.getByRole('main').getAttribute('aria-busy')).toBe('true'));
    library.release();
    expect(await screen.findByText('Some text.')).toBeTruthy();
    expect(screen.getByRole('main').getAttribute('aria-busy')).toBeNull();
    expect(app.describe()?.post?.card.title).toBe('Shown');
  });

  test('says when a post could not be loaded, and tries again', async () => {
    const library = createFakeLibrary(posts);
    await renderApp(library, '/');
    library.fail(Object.assign(new Error('boom'), { kind: 'bad-response' }));
    await userEvent.click(screen.getByRole('link', { name: 'Shown' }));
    expect(
      await screen.findByRole('heading', { name: 'This post could not be loaded' }),
    ).toBeTruthy();
    expect(screen.queryByText(/boom/)).toBeNull();
    library.fail(undefined);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Some text.')).toBeTruthy();
  });

  test('shows the source with a note where rendering failed', async () => {
    const source: FakePost = {
      title: 'Hard',
      view: { body: { kind: 'source', text: '> > > deep', reason: 'timeout' } },
    };
    await renderApp(createFakeLibrary([source]), '/posts/hard/');
    expect(await screen.findByText('> > > deep')).toBeTruthy();
    expect(screen.getByText('Rendering it took too long.')).toBeTruthy();
  });

  test('says when a post has no text', async () => {
    const empty: FakePost = { title: 'Empty', view: { body: { kind: 'empty' } } };
    await renderApp(createFakeLibrary([empty]), '/posts/empty/');
    expect(await screen.findByText('This post has no text yet.')).toBeTruthy();
  });

  test('tells the faults of a file in development', async () => {
    const faulty: FakePost = {
      title: 'Faulty',
      view: {
        problems: [
          {
            severity: 'warning',
            file: 'posts/faulty.md',
            line: 3,
            column: 8,
            message: 'Month 13 does not exist.',
            remedy: 'Write year-month-day.',
            frame: 'date = 2019-13-04\n       ^',
          },
        ],
      },
    };
    await renderApp(createFakeLibrary([faulty]), '/posts/faulty/');
    expect(await screen.findByText('posts/faulty.md:3:8')).toBeTruthy();
    expect(screen.getByText(/Month 13 does not exist/)).toBeTruthy();
  });

  test('marks the words of a search, and takes the marks away', async () => {
    const set = vi.fn();
    const remove = vi.fn();
    await renderApp(createFakeLibrary(posts), '/');
    vi.stubGlobal('Highlight', Array);
    onTestFinished(() => void Reflect.deleteProperty(globalThis, 'Highlight'));
    Object.assign(CSS, { highlights: { set, delete: remove } });
    history.pushState(null, '', '/posts/shown/?q=text');
    dispatchEvent(new PopStateEvent('popstate'));
    await userEvent.click(await screen.findByRole('button', { name: 'Remove marks' }));
    expect(set).toHaveBeenCalled();
    await waitFor(() => expect(remove).toHaveBeenCalled());
    expect(location.search).toBe('');
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  });

  test('offers nothing to take away where nothing can be lit', async () => {
    const library = createFakeLibrary(posts);
    await renderApp(library, '/posts/shown/?q=text');
    await waitFor(() => expect(library.calls).toContain('marker text'));
    expect(screen.queryByRole('button', { name: 'Remove marks' })).toBeNull();
  });

  test.each(['/nothing/', '/posts/x%2Fy/', '/posts/%25E0/'])('is missing at %s', async (path) => {
    const app = await renderApp(createFakeLibrary(posts), path);
    expect(await screen.findByRole('heading', { name: 'Page not found' })).toBeTruthy();
    expect(app.describe()?.permalink).toBeUndefined();
  });

  test.each(['/posts/x%2Fy/', '/posts/%25E0%00/'])(
    'asks nobody for %s, which no post can have',
    async (path) => {
      const library = createFakeLibrary(posts);
      await renderApp(library, path);
      expect(await screen.findByRole('heading', { name: 'Page not found' })).toBeTruthy();
      expect(library.calls.filter((call) => /^(?:post|page) /.test(call))).toEqual([]);
    },
  );
});
