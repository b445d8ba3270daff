import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AppContext, createServices } from '../../../../src/ui/frame/app-context.ts';
import { createAnnouncer } from '../../../../src/ui/frame/announcer.ts';
import { createWaiting } from '../../../../src/ui/frame/waiting.ts';
import Comments from '../../../../src/ui/services/Comments.tsx';
import { createFakeLibrary } from '../../../support/fake-library.ts';
import { sampleSite } from '../../../support/sample-site.ts';

const comments = {
  service: 'utterances',
  url: 'https://talk.example',
  repo: 'ann/blog',
  label: undefined,
  mapping: 'pathname',
} as const;

const no = (): boolean => false;

function renderComments(): void {
  const services = createServices({
    site: { ...sampleSite, comments },
    library: createFakeLibrary([]),
    base: '/blog/',
    announcer: createAnnouncer(),
    waiting: createWaiting(() => undefined),
    describe: () => undefined,
    version: () => 0,
    isBusy: no,
    setBusy: () => undefined,
    isReady: no,
    canOpen: no,
    takeBack: no,
    isStrict: no,
  });
  render(() => (
    <AppContext.Provider value={services}>
      <Comments permalink="/posts/x/" title="X" summary="About x." />
    </AppContext.Provider>
  ));
}

function findFrame(): HTMLIFrameElement | null {
  return document.querySelector('iframe');
}

function tell(data: unknown, origin: string): void {
  const source = findFrame()?.contentWindow ?? null;
  dispatchEvent(new MessageEvent('message', { data, origin, source }));
}

describe('Comments', () => {
  beforeEach(() => history.replaceState(null, '', '/blog/posts/x/'));
  afterEach(() => {
    cleanup();
    localStorage.clear();
    delete document.documentElement.dataset['theme'];
    vi.useRealTimers();
  });

  test('asks nothing of another site before the reader wants it, and tells of which', () => {
    renderComments();
    expect(findFrame()).toBeNull();
    expect(screen.getByText('Comments are on talk.example.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Show comments' }));
    const src = new URL(findFrame()?.src ?? '');
    expect(src.origin).toBe('https://talk.example');
    expect(src.searchParams.get('pathname')).toBe('blog/posts/x/');
    expect(findFrame()?.getAttribute('sandbox')).not.toContain('allow-top-navigation ');
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('grows as its frame says, and as nobody else does', () => {
    renderComments();
    fireEvent.click(screen.getByRole('button'));
    tell({ type: 'resize', height: 900 }, 'https://evil.example');
    expect(findFrame()?.style.blockSize).toBe('');
    tell({ type: 'resize', height: 640 }, 'https://talk.example');
    expect(findFrame()?.style.blockSize).toBe('640px');
  });

  test('follows the theme of the reader', async () => {
    renderComments();
    fireEvent.click(screen.getByRole('button'));
    const told = vi.fn();
    Object.defineProperty(findFrame(), 'contentWindow', { value: { postMessage: told } });
    document.documentElement.dataset['theme'] = 'dark';
    await vi.waitFor(() =>
      expect(told).toHaveBeenCalledWith(
        { type: 'set-theme', theme: 'github-dark' },
        'https://talk.example',
      ),
    );
  });

  test('opens by itself for a reader who comes back from signing in', async () => {
    history.replaceState(null, '', '/blog/posts/x/?utterances=secret#end');
    renderComments();
    await vi.waitFor(() => expect(findFrame()).not.toBeNull());
    expect(new URL(findFrame()?.src ?? '').searchParams.get('session')).toBe('secret');
    expect(location.href).toMatch(/\/blog\/posts\/x\/#end$/);
    tell({ giscus: { signOut: true } }, 'https://talk.example');
    expect(new URL(findFrame()?.src ?? '').searchParams.get('session')).toBe('');
    expect(localStorage).toHaveLength(0);
  });

  test('leads to GitHub when the frame is silent', () => {
    vi.useFakeTimers();
    renderComments();
    fireEvent.click(screen.getByRole('button'));
    vi.advanceTimersByTime(9000);
    expect(screen.queryByRole('link')).toBeNull();
    vi.advanceTimersByTime(2000);
    expect(screen.getByRole('link').getAttribute('href')).toBe(
      'https://github.com/ann/blog/issues',
    );
    tell({ type: 'resize', height: 640 }, 'https://talk.example');
    expect(screen.queryByRole('link')).toBeNull();
  });
});
