import { screen, waitFor, within } from '@solidjs/testing-library';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import {
  createFakeLibrary,
  type FakeLibrary,
  type FakePost,
} from '../../../support/fake-library.ts';
import type { Library, Overview } from '../../../../src/content/model/library.ts';
import { renderApp } from '../../../support/render-app.tsx';

const names = ['rust', 'wasm', 'php', 'parser', 'job', 'Café'];
/** Posts with keywords that follow from their number, so that every combination differs. */
const posts: readonly FakePost[] = Array.from({ length: 45 }, (_, at) => ({
  title: `Post ${String(at).padStart(2, '0')}`,
  day: `20${10 + (at % 4)}-0${1 + (at % 9)}-1${at % 10}`,
  keywords: names.filter((_name, index) => at % (index + 2) === 0),
  html: `<p>Text of post ${at}${at % 7 === 0 ? ' with a pilcrow' : ''}.</p>`,
}));

const titles = (): string[] =>
  screen.queryAllByRole('heading', { level: 3 }).map((heading) => heading.textContent);
const chips = (): HTMLElement => screen.getByRole('group', { name: 'Filter by keyword' });
const chip = (name: string): HTMLElement =>
  within(chips()).getByRole('link', { name: new RegExp(`^${name}, `) });
const countOn = (name: string): number =>
  Number(/, (\d+) posts?/.exec(chip(name).getAttribute('aria-label') ?? '')?.[1]);
const having = (...wanted: readonly string[]): readonly FakePost[] =>
  posts.filter((post) => wanted.every((name) => post.keywords?.includes(name)));
/** The address follows what is shown. */
const expectSearch = (search: string): Promise<void> =>
  waitFor(() => expect(location.search).toBe(search));
const results = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('[data-results] li > h2 a'),
];
const field = (): HTMLInputElement => screen.getByRole('searchbox', { name: 'Search posts' });

describe('HomePage', () => {
  test('shows twenty posts under their years, and says how many there are', async () => {
    await renderApp(createFakeLibrary(posts));
    expect(titles()).toHaveLength(20);
    expect(screen.getByRole('heading', { level: 1 })).toHaveProperty(
      'textContent',
      'Notes on parsers',
    );
    expect(screen.getByText('45 posts, newest first')).toBeTruthy();
    expect(
      within(screen.getByRole('region', { name: '2013' })).getAllByRole('article').length,
    ).toBe(posts.filter(({ day }) => day?.startsWith('2013')).length);
    expect(document.title).toBe('Marginalia');
  });

  test('shows pinned posts first, under their own heading, until something is chosen', async () => {
    const user = userEvent.setup();
    const library = createFakeLibrary(posts);
    const { posts: newest } = await library.loadList({ kind: 'all', pageNumber: 1 });
    const { posts: oldest } = await library.loadList({ kind: 'all', pageNumber: 3 });
    const pinned = [oldest[0], newest[3]].filter((card) => card !== undefined);
    const loadOverview = async (): Promise<Overview> => ({
      ...(await library.loadOverview()),
      pinned,
    });
    await renderApp({ ...library, loadOverview });
    const region = within(screen.getByRole('region', { name: 'Pinned' }));
    const first = pinned.map(({ title }) => title);
    expect(region.getAllByRole('heading', { level: 3 }).map((each) => each.textContent)).toEqual(
      first,
    );
    const others = newest.map(({ title }) => title).filter((title) => !first.includes(title));
    expect(titles()).toEqual([...first, ...others]);
    expect(screen.getByText('45 posts, newest first')).toBeTruthy();
    await user.click(screen.getByRole('link', { name: 'Older posts' }));
    await waitFor(() => expect(document.activeElement?.textContent).toBe(titles()[21]));
    expect(titles()).toHaveLength(41);
    await user.click(chip('rust'));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Pinned' })).toBeNull());
    await waitFor(() => expect(titles()).toHaveLength(20));
  });

  test('gives chips the addresses of keyword pages while nothing is selected', async () => {
    await renderApp(createFakeLibrary(posts));
    expect(chip('rust').getAttribute('href')).toBe('/keywords/rust/');
    expect(chip('rust').getAttribute('aria-current')).toBeNull();
    expect(countOn('rust')).toBe(having('rust').length);
  });

  test('narrows by a click, keeps focus, and gives the state an address', async () => {
    await renderApp(createFakeLibrary(posts));
    await userEvent.click(chip('rust'));
    await screen.findByText(`${having('rust').length} posts about rust`);
    await expectSearch('?keyword=rust');
    expect(document.activeElement).toBe(chip('rust'));
    expect(chip('rust').getAttribute('aria-current')).toBe('true');
    expect(chip('rust').getAttribute('aria-label')).toMatch(/, selected$/);
    expect(chip('wasm').getAttribute('href')).toBe('/?keyword=rust&keyword=wasm');
    await userEvent.click(chip('wasm'));
    const both = having('rust', 'wasm').length;
    await screen.findByText(`${both} posts about rust and wasm`);
    await expectSearch('?keyword=rust&keyword=wasm');
    expect(document.title).toBe(`rust + wasm (${both} posts) – Marginalia`);
  });

  test('counts every chip as a count by hand does, in an order that never changes', async () => {
    const order = [...names].toSorted(
      (a, b) => having(b).length - having(a).length || a.localeCompare(b),
    );
    for (const selection of [
      ['rust'],
      ['rust', 'wasm'],
      ['php', 'job'],
      ['Café', 'rust', 'wasm'],
    ]) {
      const query = selection.map((name) => `keyword=${name.toLowerCase()}`).join('&');
      await renderApp(createFakeLibrary(posts), `/?${query}`);
      const shown = within(chips()).getAllByRole('link');
      expect(shown.map((link) => link.firstChild?.textContent)).toEqual(order);
      for (const name of names) {
        const expected = selection.includes(name)
          ? having(...selection).length
          : having(...selection, name).length;
        expect(countOn(name), `${name} within ${selection.join(', ')}`).toBe(expected);
      }
    }
  });

  test('keeps a chip without posts in place, reachable and without effect', async () => {
    const few: readonly FakePost[] = [
      { title: 'One', day: '2020-01-01', keywords: ['a'] },
      { title: 'Two', day: '2020-01-02', keywords: ['b'] },
    ];
    await renderApp(createFakeLibrary(few), '/?keyword=a');
    const dead = chip('b');
    expect(dead.getAttribute('aria-disabled')).toBe('true');
    expect(dead.hasAttribute('href')).toBe(false);
    expect(dead.tabIndex).toBe(0);
    await userEvent.click(dead);
    expect(location.search).toBe('?keyword=a');
  });

  test('shows an unknown keyword of the address first, to be taken away', async () => {
    await renderApp(createFakeLibrary(posts), '/?keyword=nonsense');
    expect(within(chips()).getAllByRole('link')[0]).toBe(chip('nonsense'));
    expect(chip('nonsense').getAttribute('aria-label')).toBe('nonsense, 0 posts, selected');
    await userEvent.click(chip('nonsense'));
    await screen.findByText('45 posts, newest first');
    await expectSearch('');
  });

  test('clears with the button and moves focus to the field', async () => {
    await renderApp(createFakeLibrary(posts), '/?keyword=rust');
    await userEvent.click(screen.getByRole('button', { name: 'Clear keyword' }));
    await screen.findByText('45 posts, newest first');
    expect(document.activeElement).toBe(field());
    expect(screen.queryByRole('button', { name: /^Clear/ })).toBeNull();
  });

  test('unfolds the chips, and Esc folds them again', async () => {
    const many = Array.from({ length: 40 }, (_, at) => ({
      title: `Post ${at}`,
      day: '2020-01-01',
      keywords: [`word${at}`],
    }));
    await renderApp(createFakeLibrary(many));
    expect(within(chips()).getAllByRole('link')).toHaveLength(12);
    const more = screen.getByRole('button', { name: 'All 40 keywords' });
    await userEvent.click(more);
    expect(more.getAttribute('aria-expanded')).toBe('true');
    expect(within(chips()).getAllByRole('link')).toHaveLength(40);
    await userEvent.type(screen.getByRole('searchbox', { name: 'Find a keyword' }), 'word3');
    expect(within(chips()).getAllByRole('link')).toHaveLength(11);
    await userEvent.keyboard('{Escape}');
    expect(within(chips()).getAllByRole('link')).toHaveLength(12);
    expect(document.activeElement).toBe(more);
  });

  test('adds older posts below, with their address and focus on the first', async () => {
    await renderApp(createFakeLibrary(posts));
    const first = titles()[0];
    await userEvent.click(screen.getByRole('link', { name: 'Older posts' }));
    await waitFor(() => expect(titles()).toHaveLength(40));
    expect(titles()[0]).toBe(first);
    expect(location.pathname).toBe('/page/2/');
    await waitFor(() => expect(document.activeElement?.textContent).toBe(titles()[20]));
  });

  test('shows only its own posts at the address of an older page', async () => {
    await renderApp(createFakeLibrary(posts), '/page/3/');
    expect(titles()).toHaveLength(5);
    expect(document.title).toBe('Posts, page 3 – Marginalia');
    expect(screen.getByRole('link', { name: 'Newer posts' }).getAttribute('href')).toBe('/page/2/');
  });

  test('is missing beyond the last page', async () => {
    await renderApp(createFakeLibrary(posts), '/page/99/');
    expect(await screen.findByRole('heading', { name: 'Page not found' })).toBeTruthy();
  });

  test('says what to do in an empty blog', async () => {
    await renderApp(createFakeLibrary([]));
    expect(screen.getByText(/Put a Markdown file into the posts folder/)).toBeTruthy();
  });

  test('follows posts that change', async () => {
    const library = createFakeLibrary(posts);
    await renderApp(library);
    const before = library.calls.filter((call) => call === 'list all 1').length;
    library.change();
    await waitFor(() =>
      expect(library.calls.filter((call) => call === 'list all 1').length).toBe(before + 1),
    );
    expect(titles()).toHaveLength(20);
  });

  test('works under a path of its own', async () => {
    await renderApp(createFakeLibrary(posts), '/repo/', { base: '/repo/' });
    expect(chip('rust').getAttribute('href')).toBe('/repo/keywords/rust/');
    await userEvent.click(chip('rust'));
    await screen.findByText(/posts about rust/);
    await expectSearch('?keyword=rust');
    expect(location.pathname).toBe('/repo/');
  });
});

/** Lets the lists of `library` through one by one. */
function holdLists(library: FakeLibrary): FakeLibrary & { readonly next: () => void } {
  const waiting: (() => void)[] = [];
  return {
    ...library,
    async loadList(request) {
      if (request.kind === 'selection') await new Promise<void>((go) => waiting.push(go));
      return library.loadList(request);
    },
    next: () => waiting.shift()?.(),
  };
}

describe('home while lists are on their way', () => {
  test('shows what was chosen last, also when it is what was there before', async () => {
    const library = holdLists(createFakeLibrary(posts));
    await renderApp(library);
    await userEvent.click(chip('rust'));
    await userEvent.click(chip('rust'));
    library.next();
    await waitFor(() => expect(chip('rust').getAttribute('aria-current')).toBeNull());
    await screen.findByText('45 posts, newest first');
    await expectSearch('');
  });

  test('takes back a choice by Back, also before the address has followed it', async () => {
    const library = holdLists(createFakeLibrary(posts));
    await renderApp(library, '/archive/');
    await userEvent.click(screen.getByRole('link', { name: 'Posts' }));
    await screen.findByText('45 posts, newest first');
    await userEvent.click(chip('rust'));
    history.back();
    await waitFor(() => expect(chip('rust').getAttribute('aria-current')).toBeNull());
    library.next();
    await waitFor(() => expect(location.pathname).toBe('/'));
    expect(screen.getByText('45 posts, newest first')).toBeTruthy();
  });

  test('gives two choices in a row an entry each, however fast they come', async () => {
    await renderApp(createFakeLibrary(posts));
    const depth = history.length;
    chip('rust').click();
    await screen.findByText(/posts about rust$/);
    chip('wasm').click();
    await expectSearch('?keyword=rust&keyword=wasm');
    expect(history.length).toBe(depth + 2);
  });

  test('counts the chosen chip before its posts have come', async () => {
    const library = holdLists(createFakeLibrary(posts));
    await renderApp(library);
    await userEvent.click(chip('rust'));
    expect(chip('rust').getAttribute('aria-current')).toBe('true');
    expect(countOn('rust')).toBe(having('rust').length);
    expect(titles()).toHaveLength(20);
    library.next();
    await screen.findByText(`${having('rust').length} posts about rust`);
  });

  test('draws what a screen holds first, and the rest once that is painted', async () => {
    vi.stubGlobal('innerHeight', 400);
    const frames: (() => void)[] = [];
    vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
    await renderApp(createFakeLibrary(posts));
    await userEvent.click(chip('rust'));
    await screen.findByText(`${having('rust').length} posts about rust`);
    expect(titles()).toHaveLength(3);
    for (const frame of frames) frame();
    await waitFor(() => expect(titles()).toHaveLength(20));
    vi.unstubAllGlobals();
  });
});

describe('home when something does not come', () => {
  test('keeps chips and field over a list that failed, and asks again in place', async () => {
    const library = createFakeLibrary(posts);
    let isBroken = true;
    await renderApp({
      ...library,
      loadList: (request) =>
        isBroken && request.kind === 'selection'
          ? Promise.reject(new Error('503'))
          : library.loadList(request),
    });
    await userEvent.click(chip('rust'));
    expect(await screen.findByText('The posts about rust did not load.')).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'These posts could not be loaded' })).toBeTruthy();
    expect(chip('rust').getAttribute('aria-current')).toBe('true');
    expect(countOn('wasm')).toBe(having('wasm').length);
    expect(field()).toBeTruthy();
    isBroken = false;
    // The address follows the frame that told of it; a reader is slower.
    await waitFor(() => expect(location.search).toBe('?keyword=rust'));
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByText(`${having('rust').length} posts about rust`);
    await waitFor(() => expect(document.activeElement?.textContent).toBe(titles()[0]));
  });

  test('says that older posts did not come, and moves focus to the way to ask again', async () => {
    const library = createFakeLibrary(posts);
    let isBroken = true;
    await renderApp({
      ...library,
      loadList: (request) =>
        isBroken && request.pageNumber === 2
          ? Promise.reject(new Error('503'))
          : library.loadList(request),
    });
    await userEvent.click(screen.getByRole('link', { name: 'Older posts' }));
    const again = await screen.findByRole('button', { name: 'Try again' });
    await waitFor(() => expect(document.activeElement).toBe(again));
    await waitFor(() =>
      expect(screen.getByRole('status').textContent).toBe('These posts could not be loaded'),
    );
    isBroken = false;
    await userEvent.click(again);
    await waitFor(() => expect(titles()).toHaveLength(40));
    await waitFor(() => expect(document.activeElement?.textContent).toBe(titles()[20]));
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('20 more posts'));
  });

  test('shows the last page of a selection at an address beyond it', async () => {
    await renderApp(createFakeLibrary(posts), '/?keyword=rust&page=9');
    expect(titles()).toHaveLength(having('rust').length - 20);
    expect(screen.queryByText('Page not found')).toBeNull();
  });
});

describe('rare keywords on home', () => {
  // More keywords than the overview names; `word99` is the rarest.
  const words = Array.from({ length: 100 }, (_, at) => ({
    title: `Post ${at}`,
    day: '2020-01-01',
    keywords: Array.from({ length: 100 }, (_word, word) => `Word${word}`).slice(0, 100 - at),
  }));

  test('names one of the address as it is written, and counts it when it is taken back', async () => {
    await renderApp(createFakeLibrary(words), '/?keyword=word99');
    expect(await screen.findByText('1 post about Word99')).toBeTruthy();
    await userEvent.click(chip('Word99'));
    await screen.findByText('100 posts, newest first');
    expect(countOn('Word99')).toBe(1);
    expect(chip('Word99').getAttribute('aria-disabled')).toBeNull();
    expect(document.activeElement).toBe(chip('Word99'));
  });

  test('names one that no post has together with another', async () => {
    const apart = words.map((post, at) =>
      at === 0
        ? { ...post, keywords: ['Word99'] }
        : { ...post, keywords: post.keywords.slice(0, 64) },
    );
    await renderApp(createFakeLibrary(apart), '/?keyword=word0&keyword=word99');
    expect(await screen.findByText('0 posts about Word0 and Word99')).toBeTruthy();
  });

  test('keeps a chip that was chosen among the unfolded ones when it is let go', async () => {
    await renderApp(createFakeLibrary(words));
    await userEvent.click(screen.getByRole('button', { name: 'All 100 keywords' }));
    await userEvent.click(await within(chips()).findByRole('link', { name: /^Word80, / }));
    await screen.findByText('20 posts about Word80');
    await userEvent.click(screen.getByRole('button', { name: 'Fewer keywords' }));
    await userEvent.click(chip('Word80'));
    await screen.findByText('100 posts, newest first');
    expect(document.activeElement).toBe(chip('Word80'));
    expect(countOn('Word80')).toBe(20);
  });

  test('keeps one that no post has, with focus on it, until something else is chosen', async () => {
    await renderApp(createFakeLibrary(words), '/?keyword=nonsense');
    await userEvent.click(screen.getByRole('button', { name: 'All 100 keywords' }));
    await userEvent.click(chip('nonsense'));
    await screen.findByText('100 posts, newest first');
    expect(document.activeElement).toBe(chip('nonsense'));
    await userEvent.click(chip('Word0'));
    await screen.findByText('100 posts about Word0');
    expect(within(chips()).queryByRole('link', { name: /^nonsense/ })).toBeNull();
  });

  test('says so when they do not come, and asks again', async () => {
    const library = createFakeLibrary(words);
    let isBroken = true;
    await renderApp({
      ...library,
      loadKeywords: () => (isBroken ? Promise.reject(new Error('503')) : library.loadKeywords()),
    });
    await userEvent.click(screen.getByRole('button', { name: 'All 100 keywords' }));
    const again = await within(chips()).findByRole('button', { name: 'Try again' });
    expect(within(chips()).getAllByRole('link')).toHaveLength(64);
    isBroken = false;
    await userEvent.click(again);
    await waitFor(() => expect(within(chips()).getAllByRole('link')).toHaveLength(100));
  });

  test('keeps those whose posts could not be counted open to a choice, and says so', async () => {
    const library = createFakeLibrary(words);
    await renderApp({
      ...library,
      async loadList(request) {
        const list = await library.loadList(request);
        if (request.kind !== 'selection' || request.counts === 'common') return list;
        return { ...list, counts: { word0: 100 }, countsFailure: new Error('503') };
      },
    });
    await userEvent.click(chip('Word0'));
    await screen.findByText('100 posts about Word0');
    await userEvent.click(screen.getByRole('button', { name: 'All 100 keywords' }));
    await within(chips()).findByText('The rarer keywords did not load.', { exact: false });
    expect(countOn('Word99')).toBe(1);
    expect(within(chips()).queryByRole('link', { name: /^Word1, / })).toBeNull();
  });

  test('says when none has what is looked for', async () => {
    await renderApp(createFakeLibrary(words));
    await userEvent.click(screen.getByRole('button', { name: 'All 100 keywords' }));
    await userEvent.type(screen.getByRole('searchbox', { name: 'Find a keyword' }), 'xyz');
    expect(screen.getByText('No keyword matches.')).toBeTruthy();
  });
});

describe('search on home', () => {
  test('finds as one types, keeps the field, and writes the address', async () => {
    await renderApp(createFakeLibrary(posts));
    const before = field();
    const depth = history.length;
    await userEvent.type(before, 'pilcrow');
    await screen.findByText('7 posts match “pilcrow”');
    expect(field()).toBe(before);
    expect(document.activeElement).toBe(before);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Search');
    await waitFor(() => expect(location.search).toBe('?q=pilcrow'));
    expect(history.length).toBe(depth + 1);
    expect(document.title).toBe('“pilcrow” (7 posts) – Marginalia');
  });

  test('shows matching titles at once, and other posts under “In the text”', async () => {
    const library = createFakeLibrary(posts);
    await renderApp(library);
    const expected = titles();
    library.hold();
    await userEvent.type(field(), 'pos');
    await screen.findAllByRole('heading', { level: 2, name: /^Post/ });
    expect(results().map((link) => link.textContent)).toEqual(expected);
    library.release();
    expect(await screen.findByText('45 posts match “pos”')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Show 20 more' }));
    expect(await screen.findByRole('heading', { name: 'In the text' })).toBeTruthy();
    expect(
      results()
        .map((link) => link.textContent)
        .slice(0, 20),
    ).toEqual(expected);
  });

  test('goes to the first result that is new, however many titles match', async () => {
    await renderApp(createFakeLibrary(posts));
    await userEvent.click(screen.getByRole('link', { name: 'Older posts' }));
    await waitFor(() => expect(titles()).toHaveLength(40));
    await userEvent.type(field(), 'pos');
    await screen.findByText('45 posts match “pos”');
    const before = results();
    expect(before).toHaveLength(20);
    await userEvent.click(screen.getByRole('button', { name: 'Show 20 more' }));
    await waitFor(() => expect(results()).toHaveLength(40));
    expect(results().slice(0, 20)).toEqual(before);
    await waitFor(() => expect(document.activeElement).toBe(results()[20]));
    await userEvent.click(screen.getByRole('button', { name: 'Show 5 more' }));
    await waitFor(() => expect(document.activeElement).toBe(results()[40]));
  });

  test('keeps the focus on a result whose excerpt arrives', async () => {
    const library = createFakeLibrary(posts);
    await renderApp(library);
    library.hold();
    await userEvent.type(field(), 'pos');
    await screen.findAllByRole('heading', { level: 2, name: /^Post/ });
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    const [, second] = results();
    expect(document.activeElement).toBe(second);
    library.release();
    await waitFor(() => expect(screen.getAllByText(/A passage with/).length).toBeGreaterThan(1));
    expect(document.activeElement).toBe(second);
  });

  test('loads the passage of a result that came without when it is in view', async () => {
    const library = createFakeLibrary(posts);
    const bare: Library = {
      ...library,
      search: async (request) => {
        const answer = await library.search(request);
        return { ...answer, hits: answer.hits.map((hit) => ({ ...hit, excerpt: undefined })) };
      },
    };
    await renderApp(bare);
    vi.stubGlobal('IntersectionObserver', SeeingObserver);
    await userEvent.type(field(), 'pilcrow');
    await screen.findByText('7 posts match “pilcrow”');
    await waitFor(() => expect(screen.getAllByText(/A passage with/)).toHaveLength(7));
    expect(library.calls.filter((call) => call.startsWith('passage '))).toHaveLength(7);
  });

  test('asks again by itself when the connection is back', async () => {
    const library = createFakeLibrary(posts);
    await renderApp(library);
    library.fail(new Error('gone'));
    await userEvent.type(field(), 'pos');
    expect(await screen.findByText('20 titles match “pos”')).toBeTruthy();
    library.fail(undefined);
    dispatchEvent(new Event('online'));
    expect(await screen.findByText('45 posts match “pos”')).toBeTruthy();
  });

  test('searches again when posts change', async () => {
    const library = createFakeLibrary(posts);
    await renderApp(library, '/?q=pilcrow');
    await screen.findByText('7 posts match “pilcrow”');
    const count = (): number => library.calls.filter((call) => call === 'search pilcrow').length;
    expect(count()).toBe(1);
    library.change();
    await waitFor(() => expect(count()).toBe(2));
  });

  test('keeps the words of the answer that is shown until the next has come', async () => {
    const library = createFakeLibrary(posts);
    await renderApp(library, '/?q=pilcrow');
    await screen.findByText('7 posts match “pilcrow”');
    library.hold();
    await userEvent.clear(field());
    await userEvent.type(field(), 'post 44');
    await waitFor(() => expect(library.calls).toContain('search post 44'));
    expect(screen.queryByText(/match.* “post/)).toBeNull();
    expect(await screen.findByText('Searching for “post 44”')).toBeTruthy();
    expect(document.title).toBe('“post 44” – Marginalia');
    library.release();
    expect(await screen.findByText('1 post matches “post 44”')).toBeTruthy();
  });

  test('does not say that nothing matches words that are still being looked for', async () => {
    const library = createFakeLibrary(posts);
    await renderApp(library, '/?q=zzz');
    await screen.findByText('No posts match “zzz”.');
    await screen.findByRole('heading', { name: 'Did you mean' });
    library.hold();
    await userEvent.type(field(), 'z');
    expect(screen.queryByRole('heading', { name: 'Did you mean' })).toBeNull();
    expect(screen.queryByText('No posts match “zzzz”.')).toBeNull();
    library.release();
    expect(await screen.findByText('No posts match “zzzz”.')).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Did you mean' })).toBeTruthy();
  });

  test('takes a space behind a word as its end', async () => {
    const library = createFakeLibrary(posts);
    await renderApp(library);
    await userEvent.type(field(), 'pilcrow ');
    await waitFor(() => expect(library.calls).toContain('search pilcrow '));
    await waitFor(() => expect(location.search).toBe('?q=pilcrow+'));
    expect(field().value).toBe('pilcrow ');
  });

  test('asks for the index beside the list at the address of a search', async () => {
    const library = createFakeLibrary(posts);
    await renderApp(library, '/?q=pilcrow');
    expect(library.calls).toContain('prefetch search');
  });

  test('counts a keyword with the name of what every object has', async () => {
    const odd = [{ title: 'Odd', day: '2020-01-01', keywords: ['constructor', 'b'] }];
    const other = [{ title: 'Other', day: '2020-01-02', keywords: ['b'] }];
    await renderApp(createFakeLibrary([...odd, ...other]), '/?q=other');
    await screen.findByText('1 post matches “other”');
    expect(countOn('constructor')).toBe(0);
  });

  test('opens at the address of a search', async () => {
    await renderApp(createFakeLibrary(posts), '/?q=pilcrow&keyword=rust');
    const expected = having('rust').filter(({ html }) => html?.includes('pilcrow')).length;
    expect(await screen.findByText(`${expected} posts match “pilcrow” in rust`)).toBeTruthy();
    expect(field().value).toBe('pilcrow');
    expect(screen.getByRole('button', { name: 'Clear all' })).toBeTruthy();
  });

  test('says when nothing matches and what else there is', async () => {
    await renderApp(createFakeLibrary(posts), '/?q=zzz');
    expect(await screen.findByText('No posts match “zzz”.')).toBeTruthy();
    expect(await screen.findByRole('heading', { name: 'Did you mean' })).toBeTruthy();
  });

  test('keeps the titles when the full text fails, and tries again', async () => {
    const library = createFakeLibrary(posts);
    await renderApp(library);
    library.fail(new Error('gone'));
    await userEvent.type(field(), 'pos');
    await screen.findByText('20 titles match “pos”');
    expect(screen.getByText(/Full-text search did not load/)).toBeTruthy();
    const again = screen.getByRole('button', { name: 'Try again' });
    await userEvent.click(again);
    await waitFor(() =>
      expect(library.calls.filter((call) => call === 'search pos')).toHaveLength(2),
    );
    expect(document.activeElement).toBe(again);
    library.fail(undefined);
    await userEvent.click(again);
    expect(await screen.findByText('45 posts match “pos”')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  });

  test('goes by keys from the field to the results and back', async () => {
    await renderApp(createFakeLibrary(posts), '/?q=pilcrow');
    await screen.findByText('7 posts match “pilcrow”');
    field().focus();
    const links = screen
      .getAllByRole('heading', { level: 2 })
      .flatMap((heading) => [...heading.querySelectorAll('a')]);
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(links[0]);
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(links[1]);
    await userEvent.keyboard('{End}');
    expect(document.activeElement).toBe(links.at(-1));
    await userEvent.keyboard('{Home}');
    expect(document.activeElement).toBe(links[0]);
    await userEvent.keyboard('{ArrowUp}');
    expect(document.activeElement).toBe(field());
    await userEvent.keyboard('{ArrowDown}{Escape}');
    expect(document.activeElement).toBe(field());
    await userEvent.clear(field());
    await userEvent.type(field(), 'pos');
    (await screen.findByRole('button', { name: 'Show 20 more' })).focus();
    await userEvent.keyboard('{Escape}');
    expect(document.activeElement).toBe(field());
    expect(field().value).toBe('pos');
    await userEvent.keyboard('{Escape}');
    expect(field().value).toBe('');
    expect(document.activeElement).toBe(field());
    await userEvent.keyboard('{Escape}');
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  });

  test('takes `/?q=` as a wish for the field', async () => {
    await renderApp(createFakeLibrary(posts), '/?q=');
    expect(document.activeElement).toBe(field());
    await waitFor(() => expect(location.search).toBe(''));
  });
});

/** An observer to which everything is in view. */
class SeeingObserver {
  readonly #tell: (entries: readonly { readonly isIntersecting: boolean }[]) => void;

  constructor(tell: (entries: readonly { readonly isIntersecting: boolean }[]) => void) {
    this.#tell = tell;
  }

  observe(): void {
    this.#tell([{ isIntersecting: true }]);
  }

  disconnect(): void {
    // Nothing is watched beyond the first telling.
  }
}
