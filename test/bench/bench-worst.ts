// Prints how long the worst posts that the bounds allow take a reader, and what fifty of them cost a build of a hundred.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { stringify } from 'smol-toml';
import { startPagesServer } from '../../src/publish/serve-pages.ts';
import { measureCommand } from './measure-process.ts';
import type { ProcessCost } from './measure-process.ts';
import { worstPosts } from './worst-posts.ts';

/** What {@link benchWorst} needs. */
export interface WorstOptions {
  /** The browser's program. */
  readonly chromium: string;
  /** An empty folder for the two blogs. */
  readonly folder: string;
  /** The checkout. */
  readonly root: string;
}

const posts = 100;
const worst = 50;
const names = Object.keys(worstPosts);

/** Builds a blog of plain posts and one of as many, half of them the worst; reads each of the latter by the app. */
export async function benchWorst(options: WorstOptions): Promise<void> {
  const plain = await build('plain', 0, options);
  console.log('| blog | CPU | wall | peak |\n| --- | --- | --- | --- |');
  printCost(`${posts} plain posts`, plain);
  const harmed = await build('worst', worst, options);
  printCost(`${worst} of them the worst`, harmed);
  const server = await startPagesServer({
    root: join(options.folder, 'worst', 'dist'),
    base: '/',
    port: 0,
  });
  const browser = await chromium.launch({
    executablePath: options.chromium,
    args: ['--no-sandbox'],
  });
  try {
    console.log('\n| worst post | length | shown after | shown as |\n| --- | --- | --- | --- |');
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    for (const [index, name] of names.entries()) await read(page, server.url, index, name);
  } finally {
    await browser.close();
    await server.close();
  }
}

async function build(name: string, bad: number, options: WorstOptions): Promise<ProcessCost> {
  const folder = join(options.folder, name);
  const own = (part: string): string => join(folder, part);
  for (const part of ['posts', 'pages', 'static', 'shortcodes'])
    mkdirSync(own(part), { recursive: true });
  for (let index = 0; index < posts; index++) {
    const body =
      index < bad ? worstPosts[names[index % names.length] ?? ''] : 'Some words.\n\n'.repeat(50);
    writeFileSync(
      join(own('posts'), `post-${index}.md`),
      `---\ntitle: Post ${index}\ndate: 2024-01-01\nmath: true\n---\n\n${body ?? ''}\n`,
    );
  }
  writeFileSync(
    own('site.toml'),
    stringify({
      title: name,
      url: 'https://blog.example/',
      posts: own('posts'),
      pages: own('pages'),
      static: own('static'),
      shortcodes: own('shortcodes'),
    }),
  );
  const vite = join(options.root, 'node_modules', 'vite', 'bin', 'vite.js');
  return measureCommand(process.execPath, [vite, 'build', '--outDir', own('dist')], {
    cwd: options.root,
    env: { RUBRIC_SITE: own('site.toml') },
  });
}

function printCost(name: string, { cpuSeconds, wallSeconds, peakMegabytes }: ProcessCost): void {
  console.log(
    `| ${name} | ${cpuSeconds.toFixed(0)} s | ${wallSeconds.toFixed(0)} s | ${peakMegabytes.toFixed(0)} MB |`,
  );
}

/** Opens the post in the app that is awake on a plain page, and prints how long that took; the better of two times. */
async function read(page: Page, url: string, index: number, name: string): Promise<void> {
  let best = { ms: Infinity, isPlain: false };
  for (let run = 0; run < 2; run++) {
    await page.goto(new URL(`posts/post-${posts - 1}/`, url).href);
    const ready = page.evaluate(
      () => new Promise((done) => document.addEventListener('rubric:ready', done)),
    );
    await page.mouse.move(1, 1 + run);
    await page.mouse.move(2, 2);
    await ready;
    const took = await page.evaluate(follow, index);
    if (took.ms < best.ms) best = took;
  }
  const length = (worstPosts[name] ?? '').length;
  console.log(
    `| ${name} | ${length} | ${best.ms.toFixed(0)} ms | ${best.isPlain ? 'its source' : 'a post'} |`,
  );
}

/** In the page: follows a link to the post, and gives the time until it is painted. */
async function follow(index: number): Promise<{ ms: number; isPlain: boolean }> {
  const link = document.querySelector<HTMLAnchorElement>('nav.post-neighbours a');
  if (link === null) throw new Error('There is no link to another post.');
  link.href = `/posts/post-${index}/`;
  const view = window;
  const frame = (): Promise<number> => new Promise((done) => view.requestAnimationFrame(done));
  const start = performance.now();
  link.click();
  const title = `Post ${index}`;
  while (
    document.querySelector('main h1')?.textContent !== title ||
    document.querySelector('.prose') === null
  )
    await frame();
  await frame();
  await frame();
  return {
    ms: performance.now() - start,
    isPlain:
      document.querySelector('.prose') === null ||
      document.querySelector('.prose > pre[role=region]') !== null,
  };
}
