import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { getSite } from './fixtures.ts';

/** The harm that attacks do to a page. */
export interface Canaries {
  /** What was done since it was last asked for, one line each. */
  takeHits(): readonly string[];
  /** Runs `move`, which may lead to another page. */
  move(move: () => Promise<unknown>): Promise<void>;
  /** Provokes what waits for the reader, and reads what names and page have become. */
  provoke(): Promise<void>;
}

declare global {
  interface Window {
    /** Of `canary-page.js`. */
    readonly canaries: {
      provoke(names: readonly string[]): readonly string[];
      listBroken(marks: readonly number[]): readonly string[];
    };
  }
}

const pageScript = fileURLToPath(new URL('canary-page.js', import.meta.url));

/** Hosts of players, which the blog allows. */
export const players = /^https:\/\/(?:www\.youtube-nocookie\.com|player\.vimeo\.com)\//;

/**
 * Watches `page` for what an attack would do: execution (`canary(n)` called, a dialog, a script or handler the policy had
 * to stop), a request to a foreign host, a move to another page, a window, and names of the page taken over.
 *
 * @param names - names that attacks try to take over
 */
export async function watchCanaries(page: Page, names: readonly string[]): Promise<Canaries> {
  const hits: string[] = [];
  let isMoving = true;
  await page.exposeFunction('tellCanary', (hit: string) => void hits.push(hit));
  await page.addInitScript({ path: pageScript });
  page.on('dialog', (dialog) => {
    hits.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', ({ message }) => hits.push(`error: ${message}`));
  page.on('popup', (popup) => {
    hits.push(`window: ${popup.url()}`);
    void popup.close();
  });
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame() && !isMoving) hits.push(`moved: ${frame.url()}`);
  });
  const own = new URL(getSite('attacks').url).origin;
  await page.route(
    (url) => url.origin !== own && /^https?:$/.test(url.protocol),
    (route) => {
      const url = route.request().url();
      if (!players.test(url)) hits.push(`request: ${url}`);
      return route.fulfill({ body: '', contentType: 'text/html' });
    },
  );
  return {
    takeHits: () => hits.splice(0),
    async move(move) {
      isMoving = true;
      await move();
      isMoving = false;
    },
    async provoke() {
      hits.push(...(await page.evaluate((known) => window.canaries.provoke(known), names)));
    },
  };
}

/** What is broken on the page of a post that shows `marks`, once its text is there; none if all is well. */
export async function findBroken(page: Page, marks: readonly number[]): Promise<readonly string[]> {
  return page.evaluate((wanted) => window.canaries.listBroken(wanted), marks);
}
