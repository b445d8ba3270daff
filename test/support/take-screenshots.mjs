// Takes pictures of the pages and states of a blog, for a person to look at: npm run screenshots [-- WORD …]
// A WORD chooses the pictures whose name has it. They come into .cache/screenshots, at 1280 and 390 px, light and dark;
// those of Firefox and WebKit, light only, where Playwright has them (npx playwright install firefox webkit).
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, firefox, webkit } from '@playwright/test';
import { runnerImport } from 'vite';
import { buildSite, readSampleSettings, root } from './build-site.mjs';
import { findChromium } from './find-chromium.mjs';

const folder = join(root, '.cache', 'screenshots');
const words = process.argv.slice(2);

/**
 * Name and address; `prepare` is done before the page is opened, `act` before the picture is taken; `media` is what the
 * browser says of the reader, and a state with `once` is taken wide and light alone.
 */
const states = [
  { name: 'home', path: '' },
  { name: 'home-two-keywords', path: '?keyword=rust&keyword=c' },
  { name: 'search', path: '?q=post' },
  { name: 'search-mistyped', path: '?q=markdwon' },
  { name: 'search-none', path: '?q=zzzxyq' },
  { name: 'archive', path: 'archive/' },
  { name: 'keywords', path: 'keywords/' },
  { name: 'keyword', path: 'keywords/rust/' },
  { name: 'post-tour', path: 'posts/a-tour-of-markdown/' },
  { name: 'post-code', path: 'posts/showing-code/' },
  { name: 'post-pictures', path: 'posts/pictures-beside-the-words/' },
  { name: 'post-everything', path: 'posts/everything/' },
  { name: 'post-long-title', path: 'posts/long-title/' },
  { name: 'post-long-keywords', path: 'posts/long-keywords/' },
  { name: 'post-many-keywords', path: 'posts/many-keywords/' },
  { name: 'post-arabic', path: 'posts/arabic/' },
  { name: 'post-japanese', path: 'posts/japanese/' },
  { name: 'post-empty', path: 'posts/empty/' },
  { name: 'missing', path: 'posts/gone/' },
  { name: 'error', path: '', prepare: cutOff, act: openBroken },
  { name: 'saved-theme', path: 'posts/showing-code/', prepare: saveOtherTheme },
  { name: 'print', path: 'posts/a-tour-of-markdown/', media: { media: 'print' }, once: true },
  { name: 'forced-home', path: '?keyword=rust', media: { forcedColors: 'active' } },
  { name: 'forced-post', path: 'posts/everything/', media: { forcedColors: 'active' } },
  { name: 'contrast', path: 'posts/everything/', media: { contrast: 'more' } },
  {
    name: 'zoomed',
    path: 'posts/a-tour-of-markdown/',
    viewport: { width: 320, height: 640 },
    once: true,
  },
  { name: 'shortcuts', path: '', act: (page) => page.keyboard.press('?') },
];

/** No text of a post comes from now on. */
async function cutOff(page) {
  await page.route(/\/posts\/.+(?:\.md|\.json|\/)$/, (route) => route.abort());
}

/** A post whose text does not come, opened in the app. */
async function openBroken(page) {
  await page.mouse.move(2, 2);
  await page.waitForLoadState('networkidle');
  await page.locator('main h3 a').last().click();
  await page.locator('.page-note').waitFor();
}

/** The scheme that the system does not have, as a reader chose it before. */
async function saveOtherTheme(page, colorScheme) {
  const theme = colorScheme === 'light' ? 'dark' : 'light';
  await page.addInitScript((chosen) => localStorage.setItem('rubric-theme', chosen), theme);
}

const sizes = [
  { name: 'wide', width: 1280, height: 800 },
  { name: 'phone', width: 390, height: 844 },
];

const chosen = states.filter(
  ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
);
rmSync(join(folder, 'posts'), { recursive: true, force: true });
mkdirSync(join(folder, 'posts'), { recursive: true });
for (const posts of ['test/fixtures/blog/public/posts', 'test/fixtures/hard-posts']) {
  cpSync(join(root, posts), join(folder, 'posts'), { recursive: true });
}
const settings = {
  ...readSampleSettings(),
  url: 'https://blog.example/',
  posts: join(folder, 'posts'),
};
const { outDir } = await buildSite(folder, settings);
const { module } = await runnerImport(join(root, 'src/publish/serve-pages.ts'));
const server = await module.startPagesServer({ root: outDir, base: '/', port: 0 });
try {
  const executablePath = findChromium(console.error);
  await inBrowser(chromium, { executablePath, chromiumSandbox: process.getuid?.() !== 0 }, takeAll);
  for (const [name, kind] of Object.entries({ firefox, webkit })) {
    if (existsSync(kind.executablePath())) {
      await inBrowser(kind, {}, (options) => takeAll({ ...options, browserName: name }));
    } else console.log(`No pictures from ${name}: it is not installed here.`);
  }
} finally {
  await server.close();
}

async function inBrowser(kind, options, takeOf) {
  const browser = await kind.launch(options);
  const schemes = kind === chromium ? ['light', 'dark'] : ['light'];
  try {
    for (const { name: size, ...viewport } of sizes) {
      for (const colorScheme of schemes) await takeOf({ browser, size, viewport, colorScheme });
    }
  } finally {
    await browser.close();
  }
}

/** The name of the engine of a browser. */
function kindOf(browser) {
  return browser.browserType().name();
}

async function takeAll({ browser, browserName, size, viewport, colorScheme }) {
  const shown = chosen.filter(({ once }) => !once || (size === 'wide' && colorScheme === 'light'));
  for (const state of shown) {
    const context = await browser.newContext({
      viewport: state.viewport ?? viewport,
      colorScheme,
      hasTouch: size === 'phone',
      ...(kindOf(browser) === 'chromium' && { isMobile: size === 'phone' }),
    });
    const name = [state.name, size, colorScheme, browserName].filter(Boolean).join('-');
    try {
      await take(await context.newPage(), state, { name, colorScheme });
    } finally {
      await context.close();
    }
  }
}

async function take(page, { path, prepare, act, media }, { name, colorScheme }) {
  await prepare?.(page, colorScheme);
  await page.goto(`${server.url}${path}`, { waitUntil: 'networkidle' });
  await page.mouse.move(1, 1);
  await page.waitForLoadState('networkidle');
  await act?.(page);
  if (media !== undefined) await page.emulateMedia(media);
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (excess > 0) console.log(`${name} is ${excess} px wider than the screen.`);
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
