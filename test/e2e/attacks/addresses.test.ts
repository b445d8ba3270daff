import { test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { expect, getSite, markPages, waitForApp } from '../support/fixtures.ts';
import { watchCanaries } from '../support/canaries.ts';
import type { Canaries } from '../support/canaries.ts';

const site = getSite('attacks');

/** Addresses within the blog that its authors never wrote: what is behind the address of the blog. */
const hostile = [
  '#%', '#%E0%A4%A', '#<img src=x onerror=canary(1)>', '#javascript:canary(1)', '#constructor', '#__proto__', '#app', '#:~:text=x',
  '?q=<img src=x onerror=canary(2)>', '?q=%', '?q=%E0%A4%A', '?q=%00', "?q='%22><script>canary(3)</script>", '?q=__proto__',
  '?keyword=<script>canary(4)</script>', '?keyword=..%2f..%2fx', '?keyword=__proto__', '?keyword=constructor', '?keyword=%2f%2fv5.canary.example',
  '?keyword=attack&keyword=%&sort=constructor', '?v=//v6.canary.example/', '?__proto__[x]=1',
  '%E0%A4%A/', '%', '%25', '%2e%2e/', '..%2f..%2fx/', 'posts/..%2f..%2f..%2fetc%2fpasswd/', 'posts/%2e%2e%2fx/', '..%5c..%5cx/', 'posts/\\..\\x/',
  '%2f%2fv7.canary.example/', '/v8.canary.example/', '\\v9.canary.example/', '%5c%5cv10.canary.example/', 'posts//v11.canary.example/',
  'posts/https:%2f%2fv12.canary.example/', 'posts/javascript:canary(13)/', 'posts/data:text%2fhtml,x/', 'posts/<img src=x onerror=canary(14)>/',
  'posts/%00/', 'posts/%0a/', 'posts/%3f/', 'posts/%23/', 'posts/__proto__x/', 'constructor/', 'hasOwnProperty/', 'keywords/__proto__/', 'keywords/%2f/',
  'keywords/..%2f..%2fx/', 'keywords/%E0%A4%A/', 'keywords/x/page/99999999999/', 'page/-1/', 'page/1e9/', 'page/%32/', 'archive/0000/', 'archive/2024/99/',
  'archive/constructor/', `posts/${'x'.repeat(2000)}/`, `posts/${'a/'.repeat(400)}`, 'posts/post.json', 'posts/attack-0/post.json/', 'assets/', 'data/',
]; // prettier-ignore

/** The harm done. The app puts addresses right, and loads a page that it does not have: moves within the blog are its own. */
function findHarm(canaries: Canaries): readonly string[] {
  return canaries.takeHits().filter((hit) => !hit.startsWith(`moved: ${site.url}`));
}

/** Tells an address that the app never has: it is put right before the app starts, so it must be loaded. */
function isWrittenAnew(address: string): boolean {
  return new URL(site.url + address).pathname.includes('//');
}

/** Those that are loaded, each a page of its own: what the app never has, and some of all others. */
const loaded = hostile.filter((address, index) => isWrittenAnew(address) || index % 5 === 0);

test('a hostile address that is opened does no harm', async ({ page }) => {
  const canaries = await watchCanaries(page, []);
  for (const address of loaded) {
    await canaries.move(() => page.goto(site.url + address));
    await expect(page.locator('main h1'), address).toBeVisible();
    expect(findHarm(canaries), address).toEqual([]);
  }
});

test('a hostile address that Back leads to does no harm', async ({ page }) => {
  const canaries = await watchCanaries(page, []);
  await markPages(page);
  for (const address of hostile.filter((each) => !isWrittenAnew(each))) {
    await canaries.move(async () => {
      // Some addresses make the app load the page that the server may have there.
      if (!(await page.evaluate(() => 'isAwake' in window))) await awake(page);
      await page.evaluate((href) => {
        history.pushState(undefined, '', href);
        dispatchEvent(new PopStateEvent('popstate'));
      }, site.url + address);
      await expect(page.locator('main h1'), address).toBeVisible();
    });
    expect(findHarm(canaries), address).toEqual([]);
    expect(new URL(page.url()).origin).toBe(new URL(site.url).origin);
  }
});

async function awake(page: Page): Promise<void> {
  await page.goto(site.url);
  await waitForApp(page);
  await page.evaluate(() => void Object.assign(window, { isAwake: true }));
}
