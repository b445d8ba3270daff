import { cleanup, render } from '@solidjs/testing-library';
import { vi } from 'vitest';
import type { Library } from '../../src/content/library.ts';
import type { Site } from '../../src/content/site.ts';
import { App } from '../../src/ui/App.tsx';
import type { PageDescription } from '../../src/ui/app-context.ts';
import { formatTitle } from '../../src/ui/page-title.ts';

/** Settings as a blogger who gave none would have, but for a title and a description. */
export const testSite: Site = {
  title: 'Marginalia',
  description: 'Notes on parsers',
  url: 'https://blog.example/',
  language: 'en',
  timeZone: 'UTC',
  author: 'Ada',
  permalink: '/posts/:slug/',
  posts: 'public/posts',
  pages: 'public/pages',
  static: 'public',
  shortcodes: 'shortcodes',
  navigation: [],
  footer: 'Marginalia',
  font: 'book',
  math: false,
  smartPunctuation: false,
  feedLength: 20,
  image: undefined,
  future: false,
};

/** What is drawn, and what it said of itself last. */
export interface RenderedApp {
  readonly describe: () => PageDescription | undefined;
}

/** Draws the whole app, in place of one drawn before, at `path` over `library`, once what it asks for is there. */
export async function renderApp(
  library: Library,
  path = '/',
  options: { readonly base?: string } = {},
): Promise<RenderedApp> {
  cleanup();
  standIn();
  const base = options.base ?? '/';
  history.replaceState(null, '', path);
  let page: PageDescription | undefined;
  await new Promise<void>((resolve) => {
    render(() => (
      <App
        library={library}
        site={testSite}
        base={base}
        onDescribe={(described) => {
          page = described;
          document.title = formatTitle(described.title, testSite.title);
        }}
        onSettled={resolve}
      />
    ));
  });
  return { describe: () => page };
}

/** What jsdom does not have and the screen uses: no layout, no observers, no modal dialogs. */
function standIn(): void {
  class Observer {
    observe(): void {
      // Nothing is laid out, so nothing is ever seen or resized.
    }
    disconnect(): void {
      // As above.
    }
  }
  vi.stubGlobal('scrollTo', vi.fn());
  vi.stubGlobal('IntersectionObserver', Observer);
  vi.stubGlobal('ResizeObserver', Observer);
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  vi.stubGlobal('CSS', { escape: (text: string) => text.replace(/[^\w-]/g, '\\$&') });
  Element.prototype.scrollIntoView = vi.fn();
  HTMLDialogElement.prototype.showModal = function showModal(): void {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close(): void {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
}
