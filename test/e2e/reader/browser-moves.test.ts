import { expect, test } from '../support/fixtures.ts';
import { awayPath, type FreeBrowser, openFreeBrowser } from '../support/free-browser.ts';
import { pageKinds } from '../support/page-kinds.ts';

let browser: FreeBrowser;

test.beforeEach(async ({ baseURL: blog = '' }) => {
  const program = process.env['RUBRIC_E2E_BROWSER'] ?? '';
  const opened = await openFreeBrowser({ program, blog, path: '/' });
  browser = opened.browser;
  expect(opened.first).toMatchObject({ isKept: false, wasDrawnAhead: false });
});

test.afterEach(async () => browser.close());

test('a page whose link has focus is drawn ahead, and shows the theme chosen since', async () => {
  const selector = 'main h3 a';
  const arrival = await browser.run(
    { do: 'focus', selector },
    { do: 'awaitDrawn', selector },
    { do: 'theme', theme: 'dark' },
    { do: 'click', selector },
  );
  expect(arrival).toMatchObject({ wasDrawnAhead: true, theme: 'dark', scroll: 0 });
  const back = await browser.run({ do: 'back' });
  expect(back).toMatchObject({ path: '/', isKept: true, theme: 'dark' });
});

test('Back shows a page as it was left although the service worker has come since', async () => {
  await browser.run({ do: 'click', selector: 'main h3 a' });
  const back = await browser.run({ do: 'startApp' }, { do: 'awaitWorker' }, { do: 'back' });
  expect(back).toMatchObject({ path: '/', isKept: true, notRestored: null });
});

for (const isAppUp of [false, true]) {
  test(`Back shows every kind of page as it was left, the app ${isAppUp ? 'up' : 'not started'}`, async () => {
    for (const kind of pageKinds) {
      const path = kind.slice(1);
      await browser.run({ do: 'go', path });
      await browser.run(...(isAppUp ? [{ do: 'startApp' } as const] : []), {
        do: 'go',
        path: awayPath,
      });
      const back = await browser.run({ do: 'back' });
      expect(back, path).toMatchObject({ path, isKept: true, notRestored: null });
      await browser.run({ do: 'go', path: awayPath });
    }
  });
}
