import type { Page } from '@playwright/test';
import { expect, waitForTakeOver } from './fixtures.ts';

/** Not known to TypeScript. */
interface Shift {
  readonly value: number;
  readonly startTime: number;
  readonly sources: readonly { readonly node: Node | null }[];
}

/** Waits as long as this are for the network, and end when it is slow. */
const longWaitMs = 1000;

/**
 * Lets every page from now on add up how far its things move. To be called once.
 *
 * The app waits as long as it takes: after two seconds it would show a search without its answer, which
 * a slow machine reaches with any network.
 */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript((longMs) => {
    const start = window.setTimeout.bind(window);
    const startShort = (handler: TimerHandler, ms = 0, ...parts: unknown[]): number =>
      ms < longMs ? start(handler, ms, ...parts) : 0;
    Object.assign(window, { setTimeout: startShort });
  }, longWaitMs);
  await page.addInitScript(() => {
    const marks = Object.assign(window, { shift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as readonly Shift[]) {
        // A busy machine paints halfway through a page, and through its header.
        const [load] = performance.getEntriesByType('navigation');
        const parsedMs = load instanceof PerformanceNavigationTiming ? load.domInteractive : 0;
        const isParsing = parsedMs === 0 || entry.startTime <= parsedMs;
        const half = isParsing ? '.site-footer, .site-header' : '.site-footer';
        const elsewhere = entry.sources.filter(({ node }) => !node?.parentElement?.closest(half));
        if (entry.sources.length === 0 || elsewhere.length > 0) marks.shift += entry.value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** Less than a line of text of one word that moves by a pixel, as when one font gives way to another. */
export const visibleShift = 0.0001;

/** Opens `path` and expects that nothing moves: not while it loads, not when the app takes it over. */
export async function expectStill(page: Page, path: string): Promise<void> {
  const response = await page.goto(path);
  // There the app comes by itself: the page is not what was asked for, and stays until the right one is complete.
  const isDrawn = path.includes('?') || response?.status() === 404;
  if (isDrawn) await waitForTakeOver(page);
  const loading = await readShift(page, 'load');
  const before = await readPlaces(page);
  await waitForTakeOver(page);
  const takeover = (await readShift(page)) - loading;
  expect(loading, `layout shift of ${path} while it loads`).toBeLessThan(visibleShift);
  expect(takeover, `layout shift of ${path} when it is taken over`).toBe(0);
  // The elements of the app are new, and what was not there before has not moved for the browser.
  expect(await readPlaces(page), `places on ${path} when it is taken over`).toEqual(before);
}

/** Every element that can be seen, in order, with its place on the page; without the buttons that copy and save, which the app adds. */
function readPlaces(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const added = '.prose button, .prose button *, .save-here, .save-here *, .saved-footer';
    return [...document.querySelectorAll(`#app *:not(${added})`)].flatMap((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      if (width === 0 || height === 0) return [];
      const place = [x + scrollX, y + scrollY, width, height].map((part) => part.toFixed(1));
      return `${element.localName}.${element.getAttribute('class') ?? ''} ${place.join(' ')}`;
    });
  });
}

/** The sum so far, when the page (and what its script loads), and its fonts are there and two more frames have been painted. */
export async function readShift(
  page: Page,
  state: 'load' | 'networkidle' = 'networkidle',
): Promise<number> {
  await page.waitForLoadState(state);
  return page.evaluate(async () => {
    await document.fonts.ready;
    for (let frame = 0; frame < 2; frame++) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return (window as unknown as { shift: number }).shift;
  });
}
