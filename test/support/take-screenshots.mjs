// Takes pictures of the pages and states of a blog, for a person to look at: npm run screenshots [-- WORD …]
// A WORD chooses the pictures whose name has it. They come into .cache/screenshots, at 1280 and 390 px, light and dark.
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { runnerImport } from 'vite';
import { buildSite, readSampleSettings, root } from './build-site.mjs';
import { findChromium } from './find-chromium.mjs';

const folder = join(root, '.cache', 'screenshots');
const words = process.argv.slice(2);

/** Name, address, and what is done before the picture is taken. */
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
];

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
const browser = await chromium.launch({
  executablePath: findChromium(console.error),
  chromiumSandbox: process.getuid?.() !== 0,
});
try {
  for (const { name: size, ...viewport } of sizes) {
    for (const colorScheme of ['light', 'dark']) await takeAll({ size, viewport, colorScheme });
  }
} finally {
  await browser.close();
  await server.close();
}

async function takeAll({ size, viewport, colorScheme }) {
  const context = await browser.newContext({ viewport, colorScheme, hasTouch: size === 'phone' });
  const page = await context.newPage();
  for (const { name, path } of chosen) {
    await page.goto(`${server.url}${path}`, { waitUntil: 'networkidle' });
    await page.mouse.move(1, 1);
    await page.waitForLoadState('networkidle');
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > viewport.width) console.log(`${name} is ${width} px wide at ${viewport.width}`);
    await page.screenshot({
      path: join(folder, `${name}-${size}-${colorScheme}.png`),
      fullPage: true,
    });
  }
  await context.close();
}
