import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import type { Catalog } from '../../src/content/blog/catalog.ts';

/** Milliseconds from a click on a chip to the painted list. */
export interface ClickCost {
  readonly median: number;
  readonly slowest: number;
}

/** What the clicks are measured with. */
export interface ClickOptions {
  /** The browser's program. */
  readonly chromium: string;
  /** A blog without posts, built: its app is measured over other list files. */
  readonly appFolder: string;
}

/** How much slower than this machine the reader's is. */
const cpuSlowdown = 4;
/** First chips tried; each with the chips that go with it most. */
const firstChips = 4;
const secondChips = 4;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** Clicks a second chip in the built app over `files`, the list files of `catalog`, each cached by a click before. */
export async function measureClicks(
  { catalog, files }: { readonly catalog: Catalog; readonly files: ReadonlyMap<string, string> },
  options: ClickOptions,
): Promise<ClickCost> {
  const server = await serveApp(options.appFolder, files);
  const browser = await chromium.launch({
    executablePath: options.chromium,
    args: ['--no-sandbox'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(server.origin);
    await page.locator('.chip').first().waitFor();
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
    const times: number[] = [];
    for (const [first, second] of listPairs(catalog)) {
      await clickChip(page, first);
      // Once to fetch the files, once back, once measured.
      await clickChip(page, second);
      await clickChip(page, second);
      times.push(await clickChip(page, second));
      await clickChip(page, second);
      await clickChip(page, first);
    }
    const sorted = times.toSorted((a, b) => a - b);
    return { median: sorted[sorted.length >> 1] ?? 0, slowest: sorted.at(-1) ?? 0 };
  } finally {
    await browser.close();
    server.close();
  }
}

/** Pairs of chips of the folded row that have posts together. */
function listPairs({ keywords, entries }: Catalog): readonly (readonly [string, string])[] {
  const shown = keywords.slice(0, 12).map(({ slug }) => slug);
  return shown.slice(0, firstChips).flatMap((first) => {
    const counts = new Map<string, number>();
    for (const { card } of entries) {
      const slugs = card.keywords.map(({ slug }) => slug);
      if (!slugs.includes(first)) continue;
      for (const slug of slugs) counts.set(slug, (counts.get(slug) ?? 0) + 1);
    }
    return shown
      .filter((slug) => slug !== first && counts.has(slug))
      .toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))
      .slice(0, secondChips)
      .map((second): readonly [string, string] => [first, second]);
  });
}

declare const scheduler: {
  postTask(task: () => void, options: { readonly priority: 'user-blocking' }): Promise<void>;
};

/** How long the page rests between clicks: readers look before they choose again. */
const restMs = 300;

/** Clicks a chip on a page at rest; the milliseconds until the frame with the new list has been painted. */
async function clickChip(page: Page, slug: string): Promise<number> {
  await page.waitForTimeout(restMs);
  return page.evaluate(
    (wanted) =>
      new Promise<number>((resolve, reject) => {
        const chip = document.querySelector<HTMLElement>(`.chip[data-slug="${wanted}"]`);
        const selector = '.status-line p';
        const before = document.querySelector(selector)?.textContent;
        const start = performance.now();
        const late = setTimeout(() => reject(new Error(`No list came for ${wanted}.`)), 30_000);
        const watcher = new MutationObserver(() => {
          const line = document.querySelector(selector)?.textContent;
          if (line === before || line === undefined) return;
          watcher.disconnect();
          clearTimeout(late);
          // The frame is painted between these two; the task comes before what the app does after its paint.
          requestAnimationFrame(() => {
            void scheduler.postTask(() => resolve(performance.now() - start), {
              priority: 'user-blocking',
            });
          });
        });
        const main = document.querySelector('main');
        if (main === null || chip === null) return reject(new Error(`No chip ${wanted}.`));
        watcher.observe(main, { childList: true, characterData: true, subtree: true });
        chip.click();
      }),
    slug,
  );
}

/** Serves the app's own files, and `lists` for its data; every page is empty, as the app asks for all. */
async function serveApp(
  folder: string,
  lists: ReadonlyMap<string, string>,
): Promise<{ readonly origin: string; readonly close: () => void }> {
  const home = readFileSync(join(folder, 'index.html'), 'utf8').replace(
    /<div id="app">[\s\S]*?<script type="application\/json"[\s\S]*?<\/script>/,
    '<div id="app"></div>',
  );
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://bench').pathname);
    const content = path === '/' ? home : (lists.get(path.slice(1)) ?? readAsset(folder, path));
    if (content === undefined) {
      response.writeHead(404).end();
      return;
    }
    const type = path === '/' ? types['.html'] : types[extname(path)];
    response.writeHead(200, {
      'content-type': type ?? 'application/octet-stream',
      'cache-control': 'max-age=600',
    });
    response.end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}/`, close: () => void server.close() };
}

function readAsset(folder: string, path: string): Buffer | undefined {
  try {
    return path.startsWith('/data/') ? undefined : readFileSync(join(folder, normalize(path)));
  } catch {
    return undefined;
  }
}
