import { cleanup, render } from '@solidjs/testing-library';
import { onTestFinished, vi } from 'vitest';
import type { Library } from '../../src/content/model/library.ts';
import { App } from '../../src/ui/shell/App.tsx';
import type { PageDescription } from '../../src/ui/frame/app-context.ts';
import { formatTitle } from '../../src/ui/head/page-title.ts';
import { sampleSite } from './sample-site.ts';

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
  onTestFinished(cleanup);
  standIn();
  const base = options.base ?? '/';
  history.replaceState(null, '', path);
  let page: PageDescription | undefined;
  await new Promise<void>((resolve) => {
    render(() => (
      <App
        library={library}
        site={sampleSite}
        base={base}
        onDescribe={(described) => {
          page = described;
          document.title = formatTitle(described.title, sampleSite.title);
        }}
        onSettled={resolve}
      />
    ));
  });
  return { describe: () => page };
}

/** Stands in for what jsdom does not have and the screen uses: layout, observers, modal dialogs. */
export function standIn(): void {
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
  HTMLDialogElement.prototype.showModal = openDialog;
  HTMLDialogElement.prototype.close = closeDialog;
}

function openDialog(this: HTMLDialogElement): void {
  this.open = true;
}

function closeDialog(this: HTMLDialogElement): void {
  this.open = false;
  this.dispatchEvent(new Event('close'));
}
