import { waitFor } from '@solidjs/testing-library';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { afterPaint } from '../../../../src/ui/frame/later.ts';
import { watchHands } from '../../../../src/ui/start/busy-hands.ts';
import { startApp } from '../../../../src/ui/start/start-app.tsx';
import { createFakeLibrary } from '../../../support/fake-library.ts';
import { standIn } from '../../../support/render-app.tsx';
import { sampleSite } from '../../../support/sample-site.ts';

const library = (): ReturnType<typeof createFakeLibrary> =>
  createFakeLibrary([
    { title: 'A post', day: '2020-01-01', html: '<p>Drawn anew.</p>' },
    { title: 'Another', day: '2019-01-01' },
  ]);

/** A page as the build would have written it, cut to what matters. */
const prerendered =
  '<main><input id="q" type="search"><article><h1>A post</h1><details><summary>s</summary></details>' +
  '<div class="post-body"><div class="prose"><p>Came with the page.</p></div></div></article></main>';

function createRoot(html: string): HTMLElement {
  document.body.innerHTML = `<div id="app">${html}</div>`;
  return document.getElementById('app') ?? document.body;
}

describe('startApp', () => {
  beforeEach(() => {
    standIn();
    history.replaceState(null, '', '/posts/a-post/');
    document.title = 'A post – Marginalia';
    document.head.replaceChildren();
  });

  afterEach(async () => {
    // The head follows the paint by a chunk of its own, and must find the page still there.
    await new Promise<void>((resolve) => afterPaint(resolve));
    await import('../../../../src/ui/head/head-update.ts');
  });

  test('draws into an empty element', async () => {
    const root = createRoot('');
    await startApp({ root, library: library(), site: sampleSite, base: '/' });
    await waitFor(() => expect(root.textContent).toContain('Drawn anew.'));
  });

  test('takes a page over: one element, and the very node of the text', async () => {
    const root = createRoot(prerendered);
    const body = root.querySelector('.prose');
    await startApp({ root, library: library(), site: sampleSite, base: '/' });
    expect(root.isConnected).toBe(false);
    expect(document.querySelectorAll('#app')).toHaveLength(1);
    expect(document.querySelector('.prose')).toBe(body);
    expect(document.body.textContent).toContain('Came with the page.');
    expect(document.body.textContent).not.toContain('Drawn anew.');
    expect(document.querySelector('nav[aria-label="Adjacent posts"]')).not.toBeNull();
  });

  test('knows a page that a host gave at its name without the ending', async () => {
    history.replaceState(null, '', '/2019/x?a#b');
    const root = createRoot('');
    const posts = library();
    const known = {
      ...posts,
      hasPost: (permalink: string) => permalink === '/2019/x.html',
      loadPost: () => posts.loadPost('/posts/a-post/'),
    };
    await startApp({ root, library: known, site: sampleSite, base: '/' });
    await waitFor(() => expect(root.textContent).toContain('Drawn anew.'));
    expect(location.pathname + location.search + location.hash).toBe('/2019/x.html?a#b');
  });

  test('draws what the address asks for, whatever the page showed', async () => {
    history.replaceState(null, '', '/posts/another/');
    const root = createRoot('<main><h1>Page not found</h1></main>');
    await startApp({ root, library: library(), site: sampleSite, base: '/' });
    expect(document.querySelector('h1')?.textContent).toBe('Another');
    await waitFor(() => expect(document.title).toBe('Another – Marginalia'));
  });

  test('leaves the page as it is when anything fails before', async () => {
    const root = createRoot(prerendered);
    const failing = library();
    failing.fail(new Error('no data'));
    await expect(startApp({ root, library: failing, site: sampleSite, base: '/' })).rejects.toThrow(
      'no data',
    );
    expect(root.isConnected).toBe(true);
    expect(root.innerHTML).toBe(prerendered);
    expect(document.querySelectorAll('#app')).toHaveLength(1);
  });

  test('does not show the text of the page under a post that Back has led to', async () => {
    history.replaceState(null, '', '/posts/another/');
    const root = createRoot(prerendered);
    const loaded = { name: 'http://localhost/posts/a-post/' } as PerformanceEntry;
    vi.spyOn(performance, 'getEntriesByType').mockReturnValueOnce([loaded]);
    await startApp({ root, library: library(), site: sampleSite, base: '/' });
    expect(document.querySelector('h1')?.textContent).toBe('Another');
    expect(document.body.textContent).not.toContain('Came with the page.');
  });

  test('waits for the end of a word that is being composed', async () => {
    history.replaceState(null, '', '/');
    document.title = '';
    const root = createRoot('<main><h1>Notes</h1><input id="q" type="search"></main>');
    const field = root.querySelector('input');
    watchHands(root);
    field?.dispatchEvent(new Event('compositionstart', { bubbles: true }));
    const started = startApp({ root, library: library(), site: sampleSite, base: '/' });
    // The app is drawn by then.
    await waitFor(() => expect(document.title).toBe('Marginalia'));
    expect(root.isConnected).toBe(true);
    if (field) field.value = 'another';
    field?.dispatchEvent(new Event('compositionend', { bubbles: true }));
    await started;
    expect(root.isConnected).toBe(false);
    expect(document.querySelector<HTMLInputElement>('#q')?.value).toBe('another');
  });

  test('keeps what was typed, and searches for it', async () => {
    history.replaceState(null, '', '/');
    const root = createRoot('<main><h1>Notes</h1><input id="q" type="search"></main>');
    const field = root.querySelector('input');
    field?.focus();
    if (field) field.value = 'another';
    await startApp({ root, library: library(), site: sampleSite, base: '/' });
    const twin = document.querySelector<HTMLInputElement>('#q');
    expect(twin).not.toBe(field);
    expect(twin?.value).toBe('another');
    expect(document.activeElement).toBe(twin);
    await waitFor(() => expect(location.search).toBe('?q=another'));
  });
});
