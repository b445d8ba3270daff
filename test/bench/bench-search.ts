// Prints what search costs a reader and a build, beside Pagefind on the same posts in the same run.
// Run: node test/bench/run-search.mjs [names of blogs]; see docs/search.md.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { build } from 'vite';

import { pageSize } from '../../src/content/model/library.ts';
import { openDriver } from './drive-search.ts';
import type { Measured } from './drive-search.ts';
import { readCorpus } from './read-corpus.ts';
import type { BenchBlog } from './read-corpus.ts';
import { createSearchBlog, rareWordAt } from './search-posts.ts';
import { qualityQueries } from './search-queries.ts';
import { serveFolder } from './serve-folder.ts';
import type { CountingServer } from './serve-folder.ts';
import { writePagefindSite } from './write-pagefind-site.ts';
import { writeOwnSite } from './write-search-site.ts';
import type { IndexCost } from './write-search-site.ts';

/** Words typed into a blog, by what is special about them. */
type Queries = Readonly<
  Record<'one word' | 'two words' | 'three words' | 'common word' | 'rare word' | 'typo', string>
>;

const generatedQueries: Queries = {
  'one word': 'borrow',
  'two words': 'borrow lifetime',
  'three words': 'borrow lifetime closure',
  'common word': 'the',
  'rare word': rareWordAt(900),
  typo: 'brorow',
};
const sampleQueries: Queries = {
  'one word': 'markdown',
  'two words': 'front matter',
  'three words': 'markdown front matter',
  'common word': 'the',
  'rare word': 'webassembly',
  typo: 'makrdown',
};
const corpusQueries: Queries = {
  'one word': 'memory',
  'two words': 'open source',
  'three words': 'open source software',
  'common word': 'the',
  'rare word': 'webassembly',
  typo: 'goverment',
};
/** What a reader searched for before a following search. */
const warmingQuery = 'performance';

/** Larger blogs are measured without Pagefind: 10,000 posts take it 3 GB. */
const comparedPosts = 20_000;

const own = 'Rubric';
const other = 'Pagefind';

/** Runs the bench over the blogs named, all small ones if none is. */
export async function benchSearch(options: {
  readonly names: readonly string[];
  readonly chromium: string;
  readonly corpora: string | undefined;
}): Promise<void> {
  const browser = await chromium.launch({
    executablePath: options.chromium,
    args: ['--no-sandbox'],
  });
  const folder = mkdtempSync(join(tmpdir(), 'rubric-bench-'));
  try {
    for (const name of options.names) {
      const blog = await openBlog(name, options.corpora);
      if (blog === undefined) console.log(`${name}: no corpora here, left out.`);
      else await benchBlog(blog, { browser, folder: join(folder, name.replaceAll(' ', '-')) });
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function openBlog(name: string, corpora: string | undefined): Promise<BenchBlog | undefined> {
  if (/^\d+$/.test(name)) return createSearchBlog(Number(name));
  if (/^\d+s$/.test(name)) return createSearchBlog(Number.parseInt(name, 10), 120);
  if (name === 'sample') return readCorpus(name, ['public/posts']);
  if (corpora === undefined) return undefined;
  return readCorpus(
    name,
    name.split('+').map((part) => join(corpora, part)),
  );
}

interface Place {
  readonly browser: Browser;
  readonly folder: string;
}

async function benchBlog(blog: BenchBlog, { browser, folder }: Place): Promise<void> {
  const ownFolder = join(folder, 'own');
  const otherFolder = join(folder, 'other');
  for (const made of [ownFolder, otherFolder]) mkdirSync(made, { recursive: true });
  const ownCost = writeApart(blog.name, ownFolder);
  await bundlePage(ownFolder);
  const hasOther = blog.catalog.entries.length <= comparedPosts;
  const otherCost = hasOther ? await writePagefindSite(blog, otherFolder) : undefined;
  console.log(`\n## ${blog.name}: ${blog.catalog.entries.length} posts\n`);
  const costs: Rows = { [own]: describeCost(ownCost) };
  const servers: Record<string, CountingServer> = { [own]: await serveFolder(ownFolder) };
  if (otherCost !== undefined) {
    costs[other] = describeCost(otherCost);
    servers[other] = await serveFolder(otherFolder);
  }
  console.table(withRatio(costs));
  const queries = chooseQueries(blog.name);
  try {
    console.table(await measureTransfers(browser, servers, queries));
    console.table(withRatio(await measureTimes(browser, servers, queries['one word'])));
    if (blog.name === 'mnt.io+18f') await compareQuality(browser, servers);
  } finally {
    for (const server of Object.values(servers)) server.close();
  }
}

function chooseQueries(name: string): Queries {
  if (name === 'sample') return sampleQueries;
  return /^\d/.test(name) ? generatedQueries : corpusQueries;
}

/** Our index written by a process of its own, so that its memory is told apart. */
function writeApart(name: string, folder: string): IndexCost {
  const run = spawnSync(process.execPath, ['test/bench/run-search.mjs', '--index', name, folder], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '') as IndexCost;
}

/** Writes the index of one blog and prints what it cost, for {@link writeApart}. */
export async function indexApart(options: {
  readonly name: string;
  readonly folder: string;
  readonly corpora: string | undefined;
}): Promise<void> {
  const blog = await openBlog(options.name, options.corpora);
  if (blog === undefined) throw new Error(`There is no blog \`${options.name}\`.`);
  console.log(JSON.stringify(await writeOwnSite(blog, options.folder)));
}

function describeCost(cost: IndexCost): Rows[string] {
  return {
    files: cost.files,
    'index kB': Math.round(cost.bytes / 1000),
    'build s': Number(cost.wallSeconds.toFixed(1)),
    'CPU s': Number(cost.cpuSeconds.toFixed(1)),
    'peak MB': Math.round(cost.peakMegabytes),
  };
}

/** Figures by program, then by what they are of. */
type Rows = Record<string, Readonly<Record<string, number>>>;

/** `rows` with one more: each figure of ours as a part of Pagefind's. */
function withRatio(rows: Rows): Record<string, Readonly<Record<string, number | string>>> {
  const theirs = rows[other];
  if (theirs === undefined) return rows;
  const ratios = Object.entries(rows[own] ?? {}).map(([figure, value]) => [
    figure,
    findRatio(value, theirs[figure]),
  ]);
  return { ...rows, ratio: Object.fromEntries(ratios) as Record<string, string> };
}

/** `0.31`; `–` where there is nothing to compare with. */
function findRatio(mine: number | undefined, theirs: number | undefined): string {
  if (mine === undefined || theirs === undefined || theirs === 0) return '–';
  return (mine / theirs).toFixed(2);
}

type Servers = Readonly<Record<string, CountingServer>>;

/** Figures of a query that are printed as parts of Pagefind's. */
const comparedFigures = ['first kB', 'requests', 'following kB'];

/** kB and requests of each query as a reader's first, and after another search; ours also for a page of twenty. */
async function measureTransfers(
  browser: Browser,
  servers: Servers,
  queries: Queries,
): Promise<object> {
  const rows: Record<string, Record<string, string | number>> = {};
  for (const [kind, text] of Object.entries(queries)) {
    const row: Record<string, string | number> = { text };
    for (const [name, server] of Object.entries(servers)) {
      const first = await openDriver(browser, server);
      const cold = await first.run(text);
      await first.close();
      const second = await openDriver(browser, server);
      await second.run(warmingQuery);
      const following = await second.run(text);
      await second.close();
      row[`${name} first kB`] = inKilobytes(cold.bytes);
      row[`${name} requests`] = cold.requests;
      row[`${name} following kB`] = inKilobytes(following.bytes);
      row[`${name} following requests`] = following.requests;
      row[`${name} hits`] = cold.total;
      if (name !== own) continue;
      row['excerpts'] = cold.excerpts;
      const third = await openDriver(browser, server);
      const page = await third.run(text, pageSize);
      await third.close();
      row['of twenty kB'] = inKilobytes(page.bytes);
      row['of twenty requests'] = page.requests;
    }
    for (const figure of servers[other] === undefined ? [] : comparedFigures) {
      const [mine, theirs] = [own, other].map((name) => Number(row[`${name} ${figure}`]));
      row[`${figure} ratio`] = findRatio(mine, theirs);
    }
    rows[kind] = row;
  }
  return rows;
}

/** Milliseconds of a search: cold on slow 4G, cold and warm with a processor four times slower; heap. */
async function measureTimes(browser: Browser, servers: Servers, text: string): Promise<Rows> {
  const rows: Rows = {};
  for (const [name, server] of Object.entries(servers)) {
    const slow = await openDriver(browser, server, { isSlow4G: true, cpuSlowdown: 4 });
    const onSlowLine = await slow.run(text);
    await slow.close();
    const driver = await openDriver(browser, server, { cpuSlowdown: 4 });
    const before = await driver.heapBytes();
    const cold = await driver.run(text);
    const warm: Measured[] = [];
    for (let round = 0; round < 9; round++) warm.push(await driver.run(text));
    const heap = (await driver.heapBytes()) - before;
    await driver.close();
    const sorted = warm.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b);
    rows[name] = {
      'slow 4G, 4x CPU, first search ms': Math.round(onSlowLine.milliseconds),
      '4x CPU, cold ms': Math.round(cold.milliseconds),
      '4x CPU, warm median ms': Number((sorted[4] ?? 0).toFixed(1)),
      'heap kB': Math.round(heap / 1000),
    };
  }
  return rows;
}

/** How many of our first three are among Pagefind's first five, query by query. */
async function compareQuality(browser: Browser, servers: Servers): Promise<void> {
  const drivers = await Promise.all(
    [own, other].map(async (name) => {
      const server = servers[name];
      if (server === undefined) throw new Error(`There is no server for ${name}.`);
      return openDriver(browser, server);
    }),
  );
  const [ours, theirs] = drivers;
  if (ours === undefined || theirs === undefined) return;
  let agreed = 0;
  let asked = 0;
  for (const { text, note } of qualityQueries) {
    const mine = (await ours.run(text)).titles.slice(0, 3);
    const top = (await theirs.run(text)).titles.slice(0, 5);
    const common = mine.filter((title) => top.includes(title)).length;
    agreed += common;
    asked += Math.min(3, mine.length);
    console.log(`${text}: ${common}/${mine.length}${note === undefined ? '' : ` (${note})`}`);
    for (const title of mine) {
      if (!top.includes(title)) console.log(`    ours: ${title}\n    theirs: ${top.join(' | ')}`);
    }
  }
  console.log(
    `\n${agreed} of ${asked} of our three best answers are among Pagefind's five best (${Math.round((100 * agreed) / asked)} %).`,
  );
  for (const driver of drivers) await driver.close();
}

/** Bundles `search-page.ts` as the app would: small chunks, minified. */
async function bundlePage(folder: string): Promise<void> {
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><title>bench</title><link rel="icon" href="data:,"><script type="module" src="/page/page.js"></script>',
  );
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir: join(folder, 'page'),
      target: 'es2022',
      rolldownOptions: {
        input: 'test/bench/search-page.ts',
        output: { entryFileNames: 'page.js', chunkFileNames: '[name]-[hash].js' },
        preserveEntrySignatures: false,
      },
    },
    base: '/page/',
  });
}

function inKilobytes(bytes: number): number {
  return Number((bytes / 1000).toFixed(1));
}
