import { describe, expect, test } from 'vitest';
import { renderPage } from '../../src/entry-server.tsx';
import { createFakeLibrary } from '../support/fake-library.ts';
import { sampleSite } from '../support/sample-site.ts';

const posts = [
  { title: 'A post', day: '2020-01-01', keywords: ['rust'], html: '<p>Its <em>text</em>.</p>' },
  { title: 'カタカナ', day: '2019-01-01' },
];
const render = (path: string, base = '/'): ReturnType<typeof renderPage> =>
  renderPage({ path, base, library: createFakeLibrary(posts), site: sampleSite });

describe('renderPage', () => {
  test.each([
    ['/', 'Notes on parsers', 'Marginalia'],
    ['/posts/a-post/', 'A post', 'A post – Marginalia'],
    ['/posts/カタカナ/', 'カタカナ', 'カタカナ – Marginalia'],
    ['/keywords/', 'Keywords', 'Keywords – Marginalia'],
    ['/keywords/rust/', 'rust', 'Posts about rust – Marginalia'],
    ['/archive/', 'Archive', 'Archive – Marginalia'],
  ])('renders %s whole', async (path, heading, title) => {
    const page = await render(path);
    expect(page.status).toBe(200);
    expect(page.html).toMatch(new RegExp(`<h1[^>]*>(?:<!--[^>]*-->)*${heading}`));
    expect(page.head).toContain(`<title>${title}</title>`);
    expect(page.html).not.toContain('<script');
    expect(page.html).not.toContain(' style=');
  });

  test('puts the body of a post in as it is', async () => {
    // The unit tests compile for hydration, whose marks the build does not have.
    const html = (await render('/posts/a-post/')).html.replace(
      / data-hk="[^"]*"|<!--[^>]*-->/g,
      '',
    );
    expect(html).toContain('<div class="prose"><p>Its <em>text</em>.</p></div>');
  });

  test('answers 404 for what is not there, and names no address', async () => {
    const page = await render('/404.html');
    expect(page.status).toBe(404);
    expect(page.head).toContain('noindex');
    expect(page.html).not.toContain('404.html');
  });

  test('links under the base', async () => {
    const page = await render('/', '/repo/');
    const hrefs = [...page.html.matchAll(/href="(\/[^"]*)"/g)].map((match) => match[1]);
    expect(hrefs.length).toBeGreaterThan(5);
    expect(hrefs.filter((href) => !href?.startsWith('/repo/'))).toEqual([]);
  });

  test('fails when any part of a page fails', async () => {
    const library = createFakeLibrary(posts);
    library.fail(new Error('no disk'));
    await expect(renderPage({ path: '/', base: '/', library, site: sampleSite })).rejects.toThrow(
      'no disk',
    );
    await expect(
      renderPage({ path: '/posts/a-post/', base: '/', library, site: sampleSite }),
    ).rejects.toThrow('no disk');
  });

  test('keeps pages that are rendered side by side apart', async () => {
    const pages = await Promise.all(
      ['/', '/posts/a-post/', '/keywords/'].map((path) => render(path)),
    );
    expect(pages.map(({ headData }) => headData.title)).toEqual([
      'Marginalia',
      'A post – Marginalia',
      'Keywords – Marginalia',
    ]);
  });
});
