// Prints what lists cost a reader and a build, for blogs from small to large. See docs/performance.md.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { measureClicks } from './measure-clicks.ts';
import type { ClickCost, ClickOptions } from './measure-clicks.ts';
import { measureViews, publishGenerated } from './measure-lists.ts';
import type { BuildCost, Cost, ViewCosts } from './measure-lists.ts';

/** Goals at 100,000 posts, as issue 5 sets them. */
const goals: Readonly<Record<string, string>> = {
  home: '5 kB',
  keyword: '5 kB',
  'two keywords, typical': '35 kB',
  'two keywords, worst': '100 kB',
  year: '5 kB',
  'chip click to paint': '50 ms',
  'build time': '60 s',
  'build memory': '1000 MB',
};

/** Between these sizes home, a keyword and the typical pair may grow by half. */
const [smallest, largest] = [300, 100_000];

/** Measures blogs of `counts` posts and prints the table. */
export async function benchLists(counts: readonly number[], options: ClickOptions): Promise<void> {
  const columns: Record<string, string>[] = [];
  const sizes = new Map<number, Readonly<Record<string, number>>>();
  for (const count of counts) {
    console.error(`lists: ${formatCount(count)} posts`);
    const published = publishGenerated(count);
    const views = await measureViews(published);
    const clicks = await measureClicks(published, options);
    const run = promisify(execFile);
    const { stdout } = await run(process.execPath, ['test/bench/build-lists.mjs', String(count)]);
    sizes.set(count, {
      home: views.home.sizeBytes,
      keyword: views.keyword.sizeBytes,
      'two keywords, typical': views.typicalPair.sizeBytes,
    });
    columns.push(toColumn(views, clicks, JSON.parse(stdout) as BuildCost));
  }
  const rows = Object.keys(columns[0] ?? {});
  const cells = (row: string): readonly string[] => [
    row,
    ...columns.map((column) => column[row] ?? ''),
    goals[row] ?? '',
    formatGrowth(sizes.get(smallest)?.[row], sizes.get(largest)?.[row]),
  ];
  const head = ['posts', ...counts.map(formatCount), 'goal', 'growth from 300, goal 1.5'];
  console.log(formatTable([head, head.map(() => '---'), ...rows.map(cells)]));
}

function toColumn(views: ViewCosts, clicks: ClickCost, build: BuildCost): Record<string, string> {
  return {
    home: formatCost(views.home),
    keyword: formatCost(views.keyword),
    'two keywords, typical': formatCost(views.typicalPair),
    'two keywords, worst': formatCost(views.worstPair),
    'three keywords, worst': formatCost(views.worstTriple),
    year: formatCost(views.year),
    'archive page, worst': formatCost(views.worstArchivePage),
    'chip click to paint': `${Math.round(clicks.median)} ms, ${Math.round(clicks.slowest)} at most`,
    'build time': `${(build.milliseconds / 1000).toFixed(1)} s`,
    'build memory': `${Math.round(build.peakBytes / 1e6)} MB`,
    'files built': `${formatCount(build.files)}, ${(build.sizeBytes / 1e6).toFixed(1)} MB`,
  };
}

function formatCost({ sizeBytes, requests }: Cost): string {
  return `${(sizeBytes / 1000).toFixed(1)} kB in ${requests}`;
}

/** How many times `before` something has become. */
function formatGrowth(before: number | undefined, after: number | undefined): string {
  return before === undefined || after === undefined ? '' : (after / before).toFixed(2);
}

function formatCount(count: number): string {
  return count.toLocaleString('en');
}

function formatTable(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
