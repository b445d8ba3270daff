import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { bootApp } from '../../../../src/ui/start/boot.ts';

function createRoot(html: string): HTMLElement {
  document.body.innerHTML = `<div id="app">${html}</div>`;
  return document.getElementById('app') ?? document.body;
}

/** Boots with an app whose code is there at once. */
function boot(root: HTMLElement, start: () => Promise<unknown>): void {
  bootApp({
    root,
    base: '/',
    fetchApp: () => Promise.resolve(),
    isAppGone: () => Promise.resolve(false),
    start,
  });
}

const page = '<main><a data-slug="rust" href="#chip">rust</a><button>Theme</button></main>';

describe('bootApp', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('matchMedia', () => ({ matches: false }));
    vi.stubGlobal('CSS', { escape: (text: string) => text });
    history.replaceState(null, '', '/');
    document.head.replaceChildren();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  test.each(['pointermove', 'keydown', 'touchstart', 'scroll', 'focusin'])(
    'waits for the reader, and starts once, at %s',
    async (sign) => {
      const start = vi.fn(() => Promise.resolve());
      const root = createRoot(page);
      boot(root, start);
      expect(start).not.toHaveBeenCalled();
      root.dispatchEvent(new Event(sign, { bubbles: true }));
      root.dispatchEvent(new Event(sign, { bubbles: true }));
      await vi.advanceTimersByTimeAsync(1000);
      expect(start).toHaveBeenCalledOnce();
    },
  );

  // jsdom has no `moveBefore`.
  test('leaves a page with a film in a frame alone until something needs the app', () => {
    const start = vi.fn(() => Promise.resolve());
    const root = createRoot(`<div class="prose"><iframe></iframe></div>${page}`);
    boot(root, start);
    root.dispatchEvent(new Event('pointermove', { bubbles: true }));
    // A link within the page.
    history.pushState(null, '', '#notes');
    dispatchEvent(new Event('popstate'));
    expect(start).not.toHaveBeenCalled();
    root.querySelector('button')?.click();
    expect(start).toHaveBeenCalledOnce();
  });

  test('starts at once where the page is not what the address asks for', () => {
    const start = vi.fn(() => Promise.resolve());
    boot(createRoot(''), start);
    expect(start).toHaveBeenCalledTimes(1);
    history.replaceState(null, '', '/?keyword=rust');
    boot(createRoot(page), start);
    expect(start).toHaveBeenCalledTimes(2);
    history.replaceState(null, '', '/');
    document.head.innerHTML = '<meta name="robots" content="noindex">';
    boot(createRoot(page), start);
    expect(start).toHaveBeenCalledTimes(3);
  });

  test('starts at once for a reader who was there before it', () => {
    const start = vi.fn(() => Promise.resolve());
    const root = createRoot('<input id="q"><input type="checkbox">');
    const field = root.querySelector('input');
    field?.focus();
    boot(root, start);
    expect(start).toHaveBeenCalledTimes(1);
    field?.blur();
    boot(root, start);
    expect(start).toHaveBeenCalledTimes(1);
    if (field) field.value = 'typed';
    boot(root, start);
    expect(start).toHaveBeenCalledTimes(2);
    document.documentElement.dataset['theme'] = 'dark';
    boot(createRoot(page), start);
    expect(start).toHaveBeenCalledTimes(3);
    delete document.documentElement.dataset['theme'];
  });

  test('gives the frame of the browser the colour of a theme that was chosen before', () => {
    document.head.innerHTML =
      '<meta name="theme-color" media="(prefers-color-scheme: light)" content="#ffffff">' +
      '<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#000000">';
    document.documentElement.dataset['theme'] = 'dark';
    boot(createRoot(page), () => Promise.resolve());
    const metas = [...document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')];
    expect(metas.map((meta) => meta.content)).toEqual(['#000000', '#000000']);
    document.head.innerHTML = '';
    delete document.documentElement.dataset['theme'];
  });

  test('does a click on a control again when the app is there', async () => {
    const clicked: string[] = [];
    const root = createRoot(page);
    boot(root, () => {
      const next = createRoot(page);
      next.addEventListener('click', (event) => {
        event.preventDefault();
        clicked.push((event.target as HTMLElement).textContent);
      });
      return Promise.resolve();
    });
    const event = new MouseEvent('click', { bubbles: true, cancelable: true });
    root.querySelector('[data-slug]')?.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
    await vi.advanceTimersByTimeAsync(10);
    expect(clicked).toEqual(['rust']);
  });

  test('does so too where the page is not what the address asks for', async () => {
    const clicked = vi.fn();
    history.replaceState(null, '', '/?keyword=rust');
    const root = createRoot(page);
    boot(root, async () => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      createRoot(page).addEventListener('click', clicked);
    });
    root.querySelector('button')?.click();
    await vi.advanceTimersByTimeAsync(200);
    expect(clicked).toHaveBeenCalledOnce();
  });

  test('says a shortcut again to the app', async () => {
    const pressed: string[] = [];
    boot(createRoot(page), () => {
      addEventListener('keydown', (event) => pressed.push(event.key));
      return Promise.resolve();
    });
    dispatchEvent(new KeyboardEvent('keydown', { key: '/', cancelable: true }));
    await vi.advanceTimersByTimeAsync(10);
    expect(pressed).toContain('/');
  });

  test('leaves the page alone when the app does not start', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    const root = createRoot(page);
    boot(root, () => Promise.reject(new Error('gone')));
    root.dispatchEvent(new Event('pointermove', { bubbles: true }));
    await vi.advanceTimersByTimeAsync(1000);
    expect(root.innerHTML).toBe(page);
    expect(warn).toHaveBeenCalledOnce();
    const event = new MouseEvent('click', { bubbles: true, cancelable: true });
    root.querySelector('a')?.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(false);
  });

  test.each(['pointerover', 'focusin', 'touchstart'])(
    'starts at once at %s of what only the app can do',
    (sign) => {
      const start = vi.fn(() => Promise.resolve());
      const root = createRoot(page);
      boot(root, start);
      root.querySelector('button')?.dispatchEvent(new Event(sign, { bubbles: true }));
      expect(start).toHaveBeenCalledOnce();
    },
  );

  test('waits while the reader is on the way to another page, and gives way when they leave', async () => {
    const start = vi.fn(() => Promise.resolve());
    const root = createRoot('<a href="/posts/x/">x</a>');
    const link = root.querySelector('a');
    boot(root, start);
    link?.addEventListener('click', (event) => event.preventDefault());
    for (const type of ['mouseover', 'pointermove']) {
      link?.dispatchEvent(new MouseEvent(type, { bubbles: true }));
    }
    await vi.advanceTimersByTimeAsync(500);
    expect(start).not.toHaveBeenCalled();
    link?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    await vi.advanceTimersByTimeAsync(5000);
    expect(start).not.toHaveBeenCalled();
    // The page came back.
    root.dispatchEvent(new Event('scroll', { bubbles: true }));
    await vi.advanceTimersByTimeAsync(1000);
    expect(start).toHaveBeenCalledOnce();
  });

  test('waits on a lean connection for what only the app can do', async () => {
    vi.stubGlobal('matchMedia', () => ({ matches: true }));
    const start = vi.fn(() => Promise.resolve());
    const root = createRoot(page);
    boot(root, start);
    root.dispatchEvent(new Event('pointermove', { bubbles: true }));
    await vi.advanceTimersByTimeAsync(5000);
    expect(start).not.toHaveBeenCalled();
    root.querySelector('button')?.click();
    expect(start).toHaveBeenCalledOnce();
  });
});
