import { flows } from './flows.ts';
import type { Row } from './flows.ts';
import { handWritten, own } from './prepare-sites.ts';

/** Numbers measured: by line, row and subject. */
export type Samples = Record<string, Record<string, Record<string, number[]>>>;

/** The samples as tables in Markdown, one for each line: medians, and beside them ratios to the hand-written page. */
export function formatReport(
  samples: Samples,
  { protocol, posts }: { readonly protocol: string; readonly posts: number },
): string {
  const tables = Object.entries(samples).map(([line, rows]) => formatLine(line, rows));
  const head = `${posts} posts, ${protocol} with gzip over a relay; medians, in brackets the ratio to the hand-written page.`;
  return [head, ...tables].join('\n\n');
}

function formatLine(line: string, samples: Record<string, Record<string, number[]>>): string {
  const rows = flows.flatMap((flow) => flow.rows).filter(({ name }) => name in samples);
  const names = new Set(Object.values(samples).flatMap((cells) => Object.keys(cells)));
  const subjects = [...names].toSorted((a, b) => order(a) - order(b));
  const runs = Math.max(
    ...Object.values(samples).flatMap((cells) => Object.values(cells).map((n) => n.length)),
  );
  const table = [
    [line, ...subjects, 'goal', 'met'],
    ['---', ...subjects.map(() => '--:'), '--:', '---'],
    ...rows.map((row) => formatRow(row, samples[row.name] ?? {}, subjects)),
  ];
  const lines = table.map((cells) => `| ${cells.join(' | ')} |`);
  return `### ${line}, ${runs} runs\n\n${lines.join('\n')}`;
}

/** The hand-written page first, the blog last. */
function order(name: string): number {
  if (name === own) return 2;
  return name === handWritten ? 0 : 1;
}

function formatRow(
  row: Row,
  cells: Readonly<Record<string, readonly number[]>>,
  subjects: readonly string[],
): readonly string[] {
  const base = findMedian(cells[handWritten] ?? []);
  const formatted = subjects.map((name) => {
    const median = findMedian(cells[name] ?? []);
    if (median === undefined) return '–';
    const number = `${formatNumber(median)} ${row.unit === 'requests' ? '' : row.unit}`.trim();
    const hasRatio = base !== undefined && base > 0 && name !== handWritten && row.unit === 'ms';
    return hasRatio ? `${number} (${(median / base).toFixed(2)})` : number;
  });
  return [row.name, ...formatted, ...judge(row, findMedian(cells[own] ?? []), base)];
}

/** The goal, and whether the blog meets it. */
function judge(
  { goal, unit }: Row,
  median: number | undefined,
  base: number | undefined,
): readonly [string, string] {
  if (goal === undefined) return ['', ''];
  const isRatio = 'ratio' in goal;
  const text = isRatio ? `≤ ${goal.ratio}` : `≤ ${goal.amount} ${unit}`;
  const limit = isRatio ? (base === undefined ? undefined : goal.ratio * base) : goal.amount;
  if (median === undefined || limit === undefined) return [text, ''];
  return [text, median <= limit ? 'yes' : 'no'];
}

function findMedian(numbers: readonly number[]): number | undefined {
  const sorted = numbers.filter((n) => Number.isFinite(n)).toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

function formatNumber(value: number): string {
  return value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en');
}
