import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
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

/** All problems that the build of the blog `name` found, by file: its list, or what it printed when that is all. */
export function readProblemList(name: string): string {
  const { output } = getSite(name);
  const file = /^All of them, by file: (.+)$/m.exec(output)?.[1];
  return file === undefined ? output : readFileSync(resolve(file), 'utf8');
}

/** Each problem that the build of the blog `name` reported, on one line, by path within its folder of posts. */
export function readReports(name: string): ReadonlyMap<string, readonly string[]> {
  const reports = new Map<string, readonly string[]>();
  for (const block of readProblemList(name).split('\n\n')) {
    const [head = '', ...lines] = block.trim().split('\n');
    const path = /^posts\/(.+)$/.exec(head)?.[1];
    if (path !== undefined) reports.set(path, lines);
  }
  return reports;
}
