// Prints what a build of a blog costs: the first one, one after nothing changed, after an edit, a new post, another
// setting. Eleventy with Pagefind stands beside it where a folder has it installed.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { stringify } from 'smol-toml';

import { measureDev } from './bench-dev.ts';
import { buildWithEleventy, writeEleventySite } from './build-eleventy.ts';
import { generateMarkdown, generatePosts } from './generate-posts.ts';
import { measureCommand } from './measure-process.ts';
import type { ProcessCost } from './measure-process.ts';

/** What the bench is asked for. */
export interface BuildBenchOptions {
  /** Numbers of posts. */
  readonly counts: readonly number[];
  /** Folder below whose `node_modules` Eleventy is; `undefined` leaves it out. */
  readonly eleventy: string | undefined;
  /** Path of the browser in which edits are waited for. */
  readonly chromium: string;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const command = join(root, 'bin', 'rubric.js');

/** Runs the bench. It empties the checkout's own cache, as a first build has none. */
export async function benchBuilds({
  counts,
  eleventy,
  chromium,
}: BuildBenchOptions): Promise<void> {
  for (const count of counts) {
    const folder = mkdtempSync(join(tmpdir(), 'rubric-bench-'));
    try {
      console.log(`\n${count} posts\n${formatRow(['build', ...columns])}`);
      await benchRubric(count, folder, chromium);
      if (eleventy !== undefined) await benchEleventy(count, { folder, eleventy });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

async function benchRubric(count: number, folder: string, chromium: string): Promise<void> {
  const posts = join(folder, 'posts');
  writePosts(posts, count);
  const settings = createSettings(folder);
  rmSync(join(root, 'node_modules', '.cache', 'rubric'), { recursive: true, force: true });
  for (const { name, change, isOfPosts } of changes) {
    if (isOfPosts === true && count === 0) continue;
    change(posts, settings, count);
    const file = join(folder, 'site.toml');
    writeFileSync(file, stringify(settings));
    const out = join(folder, 'dist');
    const cost = await measureCommand(process.execPath, [command, 'build', '--outDir', out], {
      cwd: root,
      env: { RUBRIC_SITE: file },
    });
    printRow(name, cost, out);
  }
  const edited = generatePosts(count).at(-1);
  if (edited === undefined) return;
  const { path, permalink } = edited;
  const post = { file: join(posts, path), permalink };
  const { startMs, editMs, megabytes } = await measureDev(
    join(folder, 'site.toml'),
    post,
    chromium,
  );
  const start = `home after ${(startMs / 1000).toFixed(1)} s`;
  console.log(
    `dev: ${start}, an edit on screen after ${editMs.toFixed(0)} ms, ${megabytes.toFixed(0)} MB`,
  );
}

type Settings = Record<string, string>;

interface Change {
  readonly name: string;
  /** Whether it needs a post to begin with. */
  readonly isOfPosts?: boolean;
  readonly change: (posts: string, settings: Settings, count: number) => void;
}

/** What happens before each of the builds, which follow one another. */
const changes: readonly Change[] = [
  { name: 'cold', change: () => undefined },
  { name: 'warm', change: () => undefined },
  {
    name: 'one edit',
    isOfPosts: true,
    change: (posts, _settings, count) => editPost(posts, Math.floor(count / 2)),
  },
  {
    name: 'one new post',
    change: (posts, _settings, count) => writePost(posts, generatePosts(count + 1).at(-1)),
  },
  {
    name: 'one setting changed',
    change: (_posts, settings) => {
      settings['title'] = 'Another title';
    },
  },
];

function createSettings(folder: string): Settings {
  const settings: Settings = { title: 'Bench', url: 'https://bench.example/' };
  for (const own of ['posts', 'pages', 'static', 'shortcodes']) {
    const path = join(folder, own);
    mkdirSync(path, { recursive: true });
    settings[own] = path;
  }
  return settings;
}

function writePosts(folder: string, count: number): void {
  for (const meta of generatePosts(count)) writePost(folder, meta);
}

function writePost(
  folder: string,
  meta: ReturnType<typeof generatePosts>[number] | undefined,
): void {
  if (meta === undefined) return;
  const file = join(folder, meta.path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, generateMarkdown(meta));
}

/** Adds a line to post number `place`. */
function editPost(folder: string, place: number): void {
  const meta = generatePosts(Math.max(1, place + 1))[place];
  if (meta === undefined) return;
  writeFileSync(join(folder, meta.path), `${generateMarkdown(meta)}\nOne more line.\n`);
}

async function benchEleventy(
  count: number,
  { folder, eleventy }: { readonly folder: string; readonly eleventy: string },
): Promise<void> {
  const site = join(folder, 'eleventy');
  writeEleventySite(site, generatePosts(count));
  for (const name of ['Eleventy', 'Eleventy again']) {
    printRow(name, await buildWithEleventy(site, eleventy), join(site, '_site'));
  }
}

const columns = ['CPU s', 'wall s', 'peak MB', 'files', 'MB'];

function printRow(name: string, cost: ProcessCost, folder: string): void {
  const { files, bytes } = measureFolder(folder);
  const cells = [
    cost.cpuSeconds.toFixed(1),
    cost.wallSeconds.toFixed(1),
    cost.peakMegabytes.toFixed(0),
  ];
  console.log(formatRow([name, ...cells, String(files), (bytes / 1e6).toFixed(1)]));
}

function formatRow([name = '', ...cells]: readonly string[]): string {
  return name.padEnd(22) + cells.map((cell) => cell.padStart(9)).join('');
}

function measureFolder(folder: string): { readonly files: number; readonly bytes: number } {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = files.map((entry) => statSync(join(entry.parentPath, entry.name)).size);
  return { files: files.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}
