import { setTimeout as sleep } from 'node:timers/promises';

import type { BrowserContext, CDPSession, Page } from 'playwright-core';

import type { Subject } from './prepare-sites.ts';
import type { Relay } from './relay.ts';
import type { SiteServer, Traffic } from './site-server.ts';
import { watchViews } from './watch-views.ts';
import type { Report, View } from './watch-views.ts';

/** All that a visit needs and visits share. */
export interface Place {
  readonly context: BrowserContext;
  readonly relay: Relay;
  readonly server: SiteServer;
  /** `https` with a certificate, else `http`. */
  readonly scheme: string;
  /** 4: the page's main thread is four times slower than this machine. */
  readonly cpuSlowdown: number;
  readonly roundTripMs: number;
  /** Silence after which nothing more is on its way. */
  readonly quietMs: number;
}

/** How long a view may take before the row counts as failed. */
const patienceMs = 30_000;
let visits = 0;

/** A reader's visit: a fresh address, so that nothing is cached or connected, in a page of its own. */
export class Visit {
  private constructor(
    private readonly place: Place,
    private readonly page: Page,
    private readonly session: CDPSession,
    private readonly origin: string,
    private readonly subject: Subject,
    private readonly reports: Report[],
  ) {}

  static async begin(place: Place, subject: Subject, views: readonly View[]): Promise<Visit> {
    visits += 1;
    const origin = `${place.scheme}://v${visits}-${Date.now()}.${subject.label}.localhost:${place.relay.port}`;
    const page = await place.context.newPage();
    const session = await place.context.newCDPSession(page);
    const reports: Report[] = [];
    session.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name === 'benchReport') reports.push(JSON.parse(payload) as Report);
    });
    await session.send('Runtime.enable');
    await session.send('Runtime.addBinding', { name: 'benchReport' });
    await session.send('Emulation.setCPUThrottlingRate', { rate: place.cpuSlowdown });
    await page.addInitScript(watchViews, { root: subject.root, views: [...views] });
    place.server.take();
    return new Visit(place, page, session, origin, subject, reports);
  }

  async end(): Promise<void> {
    await this.page.close();
    this.place.relay.disconnect();
  }

  /** Loads `path` as the first page of the visit, until nothing more happens. */
  async open(path: string): Promise<void> {
    const address = path === '/' ? path : `${this.subject.prefix ?? ''}${path}`;
    await this.page.goto(`${this.origin}${address}`, { waitUntil: 'load', timeout: patienceMs });
    await this.settle();
  }

  /** Waits until no byte has come for a while and the page has nothing to do. */
  async settle(): Promise<void> {
    const start = performance.now();
    while (performance.now() - start < patienceMs) {
      const restMs =
        this.place.quietMs - Math.min(this.place.relay.silentMs(), performance.now() - start);
      if (restMs <= 0) break;
      await sleep(restMs);
    }
    const rest = this.page.evaluate(
      () => new Promise<void>((done) => requestIdleCallback(() => done(), { timeout: 3000 })),
    );
    // A page out of the browser's own store does not always answer.
    await Promise.race([rest, sleep(3000)]);
  }

  /** Waits so many times as long as a request takes at least. */
  async waitRoundTrips(count: number): Promise<void> {
    await sleep(count * this.place.roundTripMs);
  }

  /** The reader moves where no link is. */
  async move(): Promise<void> {
    await this.session.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x: 3, y: 3 });
    await this.session.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x: 4, y: 5 });
  }

  /** Points at `link`, clicks after `hoverMs`; milliseconds from the click to the frame that shows `key`. */
  async click(link: Link, hoverMs: number, key: string): Promise<number> {
    const { x, y } = await this.find(link);
    const isAfter = this.reports.length;
    const pointed = this.session.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y });
    await sleep(hoverMs);
    const button = { x, y, button: 'left', clickCount: 1 } as const;
    const down = this.session.send('Input.dispatchMouseEvent', { ...button, type: 'mousePressed' });
    const up = this.session.send('Input.dispatchMouseEvent', { ...button, type: 'mouseReleased' });
    // A page that is left before it has answered fails these calls, and the click counts all the same.
    await Promise.allSettled([pointed, down, up]);
    const clicked = await this.await(isAfter, 'click');
    return (await this.await(isAfter, `view ${key}`)).atMs - clicked.atMs;
  }

  /** Goes back as by the browser's button; milliseconds until the frame that shows `key`. */
  async back(key: string): Promise<number> {
    const { currentIndex, entries } = await this.session.send('Page.getNavigationHistory');
    const entryId = entries[currentIndex - 1]?.id ?? 0;
    const isAfter = this.reports.length;
    const start = performance.timeOrigin + performance.now();
    await this.session.send('Page.navigateToHistoryEntry', { entryId });
    return (await this.await(isAfter, `view ${key}`)).atMs - start;
  }

  /** Milliseconds from the start of the page's load to its first painted text or picture. */
  async firstPaint(): Promise<number> {
    return this.page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    );
  }

  /** Tasks of 50 ms and more since the page's load began, in milliseconds. */
  async longTasks(): Promise<readonly number[]> {
    return this.page.evaluate(() => globalThis.benchTasks ?? []);
  }

  /** What was sent since the last call or the beginning. */
  traffic(): Traffic {
    return this.place.server.take();
  }

  private async find({ text, selector = 'a' }: Link): Promise<{ x: number; y: number }> {
    const found = await this.page.evaluate(
      ([root, wanted, kind]) => {
        const links = [...document.querySelectorAll<HTMLElement>(`${root} ${kind}`)];
        const link = links.find(({ textContent }) =>
          [undefined, textContent?.trim()].includes(wanted),
        );
        const box = link?.getClientRects()[0];
        if (link === undefined || box === undefined) return undefined;
        if (box.top < 0 || box.bottom > innerHeight)
          link.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { left, top, width, height } = link.getClientRects()[0] ?? box;
        return { x: left + Math.min(width, 60) / 2, y: top + height / 2 };
      },
      [this.subject.root, text, selector] as const,
    );
    if (found === undefined)
      throw new Error(`${this.subject.name}: no link \`${text ?? selector}\` to click.`);
    return found;
  }

  private async await(isAfter: number, wanted: string): Promise<Report> {
    const start = performance.now();
    while (performance.now() - start < patienceMs) {
      const found = this.reports
        .slice(isAfter)
        .find(({ kind, key }) => wanted === `${kind} ${key}`.trim());
      if (found !== undefined) return found;
      await sleep(4);
    }
    const seen = this.reports.map(({ kind, key }) => `${kind} ${key}`).join(', ');
    throw new Error(`${this.subject.name}: ${wanted} did not come; seen: ${seen}.`);
  }
}

/** A link within the page's main part: the first that fits. */
export interface Link {
  /** Its whole text. */
  readonly text?: string;
  /** `a` if not said. */
  readonly selector?: string;
}
