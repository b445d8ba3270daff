import type { Browser, Page } from 'playwright-core';

import type { PageRun } from './search-page.ts';
import type { CountingServer } from './serve-folder.ts';

/** How the reader's machine and line are. */
export interface Conditions {
  /** 4: four times slower than this machine. */
  readonly cpuSlowdown?: number;
  /** As in Lighthouse's slow 4G: 150 ms there and back, 1.6 Mbit/s. */
  readonly isSlow4G?: boolean;
}

/** One search in the browser. */
export interface Measured extends PageRun {
  readonly requests: number;
  readonly bytes: number;
}

/** A page whose searches are measured. */
export interface Driver {
  /** `limit`: how many results are shown; ten if not said. */
  run(text: string, limit?: number): Promise<Measured>;
  heapBytes(): Promise<number>;
  close(): Promise<void>;
}

/** Opens the page of `server` in a fresh browser profile. */
export async function openDriver(
  browser: Browser,
  server: CountingServer,
  conditions: Conditions = {},
): Promise<Driver> {
  const context = await browser.newContext();
  const page: Page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') console.error(message.text());
  });
  await page.goto(`${server.origin}/`);
  await page.waitForFunction(() => typeof globalThis.runSearch === 'function');
  const session = await context.newCDPSession(page);
  const { cpuSlowdown = 1, isSlow4G = false } = conditions;
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
  if (isSlow4G) {
    await session.send('Network.enable');
    const throughput = (1.6 * 1024 * 1024) / 8;
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: throughput,
      uploadThroughput: throughput / 2,
    });
  }
  server.take();
  return {
    async run(text, limit) {
      const run = await page.evaluate(([typed, shown]) => globalThis.runSearch(typed, shown), [
        text,
        limit,
      ] as const);
      const { requests, bytes } = server.take();
      return { ...run, requests, bytes };
    },
    async heapBytes() {
      await session.send('HeapProfiler.collectGarbage');
      const { usedSize } = await session.send('Runtime.getHeapUsage');
      return usedSize;
    },
    close: () => context.close(),
  };
}
