import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { getSite } from './fixtures.ts';

/** What `post.json` says of a published post. */
export interface PublishedPost {
  readonly path: string;
  readonly permalink: string;
  readonly title: string;
  readonly day?: string;
}

/** Every published post of the blog `name`, by path. */
export function readPublished(name: string): readonly PublishedPost[] {
  const { outDir } = getSite(name);
  return readdirSync(outDir, { recursive: true })
    .map((file) => String(file))
    .filter((file) => file.endsWith('post.json'))
    .map((file) => JSON.parse(readFileSync(join(outDir, file), 'utf8')))
    .filter((record) => record.collection === 'posts')
    .map((record) => record.card as PublishedPost)
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** The prerendered page of a post as it was published. */
export function readPage(name: string, { permalink }: PublishedPost): string {
  return readFileSync(join(getSite(name).outDir, permalink, 'index.html'), 'utf8');
}

/** What the build printed about a file. */
export interface Report {
  /** Each problem as printed, on one line. */
  readonly problems: readonly string[];
  /** How many more were only counted, by kind. */
  readonly more: Readonly<Record<string, number>>;
}

/** What the build of the blog `name` printed, by path within its folder of posts. */
export function readReports(name: string): ReadonlyMap<string, Report> {
  const reports = new Map<string, Report>();
  for (const block of getSite(name).output.split('\n\n')) {
    const [head = '', ...lines] = block.trim().split('\n');
    const path = /^posts\/(.+)$/.exec(head)?.[1];
    if (path === undefined) continue;
    const more = lines.flatMap((line) => {
      const found = /^ {2}… and (\d+) more about (\w+)$/.exec(line);
      return found === null ? [] : [[found[2] ?? '', Number(found[1])] as const];
    });
    reports.set(path, { problems: lines, more: Object.fromEntries(more) });
  }
  return reports;
}
