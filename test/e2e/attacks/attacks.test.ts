import { test } from '@playwright/test';
import type { Page } from '@playwright/test';
import {
  attackPages,
  categories,
  clobberedNames,
  marksOf,
  numberOf,
  vectorCount,
} from '../support/attack-pages.ts';
import { expect, markPages, waitForApp } from '../support/fixtures.ts';
import { findBroken, watchCanaries } from '../support/canaries.ts';
import type { Canaries } from '../support/canaries.ts';

/** The number of the post on the page; `undefined` on a page of another kind. */
async function readNumber(page: Page): Promise<number | undefined> {
  const text = (await page.locator('.prose').allTextContents()).join('');
  return numberOf(text);
}

/** The harm on the page that is open, and what is not as it should be; none if all is well. */
async function judge(page: Page, canaries: Canaries): Promise<readonly string[]> {
  const number = await readNumber(page);
  const broken = number === undefined ? [] : await findBroken(page, marksOf(number));
  await canaries.provoke();
  return [...broken, ...canaries.takeHits()].map((fault) => `${page.url()} ${fault}`);
}

test('there are attacks of every kind', () => {
  expect(vectorCount).toBeGreaterThanOrEqual(600);
  expect(categories).toEqual([
    'addresses', 'dialects', 'elements', 'file names', 'handlers', 'mutations', 'names', 'odd settings', 'settings',
  ]); // prettier-ignore
});

test.describe('by full load, under the policy', () => {
  for (const part of [0, 1]) {
    test(`no attack does harm on page ${part + 1} of two`, async ({ page }) => {
      const canaries = await watchCanaries(page, clobberedNames);
      const faults: string[] = [];
      for (const path of attackPages.filter((_, index) => index % 2 === part)) {
        await canaries.move(() => page.goto(path));
        faults.push(...(await judge(page, canaries)));
      }
      expect(faults).toEqual([]);
    });
  }
});

test.describe('by the app alone, without the policy', () => {
  test.use({ bypassCSP: true });

  test('no attack does harm', async ({ page }) => {
    const canaries = await watchCanaries(page, clobberedNames);
    let loads = 0;
    page.on('request', (request) => {
      if (request.isNavigationRequest() && request.frame() === page.mainFrame()) loads++;
    });
    await openAwake(page, './posts/attack-0/');
    loads = 0;
    const seen: number[] = [];
    const faults: string[] = [];
    for (;;) {
      const next = page.locator('nav.post-neighbours a[rel=next]');
      if ((await next.count()) === 0) break;
      await canaries.move(() => followNext(page));
      seen.push((await readNumber(page)) ?? -1);
      faults.push(...(await judge(page, canaries)));
    }
    expect(faults).toEqual([]);
    expect(loads).toBe(0);
    expect(seen.length).toBeGreaterThan(60);
  });
});

/**
 * An attack of each kind as it would be if nothing sanitized it, and how its harm is told. The first is put into the second
 * post, and so on; the last leads away from the blog.
 */
const unsanitized = [
  { kind: 'runs', html: '<img src=x onerror=canary(1)>', harm: /^ran: 1/ },
  { kind: 'asks', html: '<link rel=stylesheet href=//v1.canary.example/>', harm: /^request: / },
  { kind: 'opens', html: `<img src=x onerror='window.open("/archive/")'>`, harm: /^window: / },
  { kind: 'speaks', html: '<img src=x onerror=alert(1)>', harm: /^dialog: / },
  { kind: 'names', html: '<img name=cookie src=x>', harm: /^name: document.cookie/ },
  { kind: 'waits', html: '<a href="javascript:canary(1)">x</a>', harm: /^ran: 1/ },
  { kind: 'hides', html: '<div hidden>', harm: /^mark \d/ },
  { kind: 'covers', html: '<style>footer{display:none}</style>', harm: /^footer/ },
  { kind: 'moves', html: '<meta http-equiv=refresh content="0;url=/archive/">', harm: /^moved: / },
] as const;

test.describe('with the sanitizer off harm is seen of an attack that', () => {
  test.use({ bypassCSP: true });

  test('stands in a page', async ({ page }) => {
    const canaries = await watchCanaries(page, clobberedNames);
    await page.route('**/posts/attack-*/', async (route) => {
      const whole = await (await route.fetch()).text();
      const number = /attack-(\d+)/.exec(route.request().url())?.[1];
      const html = unsanitized[Number(number) - 1]?.html ?? '';
      const start = '<div class="prose">';
      const body = whole.replace(start, () => start + html);
      await route.fulfill({ contentType: 'text/html', body });
    });
    for (const [index, attack] of unsanitized.entries()) {
      const path = `./posts/attack-${index + 1}/`;
      await canaries.move(() => page.goto(path, { waitUntil: 'commit' }));
      await expectHarm(page, canaries, attack);
    }
  });

  test('the app shows', async ({ page }) => {
    const canaries = await watchCanaries(page, clobberedNames);
    await page.route('**/assets/sanitize-*.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: unsafeSanitizer }),
    );
    await openAwake(page, './posts/attack-0/');
    for (const attack of unsanitized) {
      await canaries.move(() => followNext(page));
      await expectHarm(page, canaries, attack);
    }
  });
});

/** A module in place of the app's sanitizer: it lets all through, with the HTML that rendering has taken away. */
const unsafeSanitizer = `
  const attacks = ${JSON.stringify(unsanitized.map(({ html }) => html))};
  export const findSanitize = () => (rendered) => {
    const number = /The end of (\\d+)\\./.exec(rendered)?.[1];
    const box = document.createElement('div');
    box.append(document.createRange().createContextualFragment((attacks[number - 1] ?? '') + rendered));
    return { html: { content: box }, removed: [] };
  };`;

async function expectHarm(
  page: Page,
  canaries: Canaries,
  { kind, harm }: { readonly kind: string; readonly harm: RegExp },
): Promise<void> {
  const seen: string[] = [];
  await expect
    .poll(
      async () => {
        // A page that the attack has just left cannot be asked.
        seen.push(...(await judge(page, canaries).catch(() => canaries.takeHits())));
        return seen.map((fault) => fault.slice(fault.indexOf(' ') + 1));
      },
      { message: kind },
    )
    .toContainEqual(expect.stringMatching(harm));
}

/** Opens a page and waits until the app follows links. */
async function openAwake(page: Page, path: string): Promise<void> {
  await markPages(page);
  await page.goto(path);
  await waitForApp(page);
}

/** Follows the link to the next post, whose text is there then. */
async function followNext(page: Page): Promise<void> {
  const before = await readNumber(page);
  await page
    .locator('nav.post-neighbours a[rel=next]')
    .evaluate((link: HTMLElement) => link.click());
  await page.waitForFunction((number) => {
    const text = document.body.textContent;
    const now = /The end of (\d+)\./.exec(text)?.[1];
    return now !== undefined && now !== String(number);
  }, before);
}
