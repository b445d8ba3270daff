import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** A post of the sample blog, read from its file by a few plain rules: not by the code under test. */
export interface SamplePost {
  /** Path in the folder of posts. */
  readonly path: string;
  readonly address: string;
  readonly title: string;
  readonly day: string;
  readonly keywords: readonly string[];
}

const folder = join(import.meta.dirname, '../../fixtures/blog/public/posts');

/** The posts of the sample blog, newest first. */
export const samplePosts: readonly SamplePost[] = readdirSync(folder, { recursive: true })
  .map((file) => String(file))
  .filter((file) => file.endsWith('.md'))
  .map(readPost)
  .toSorted((a, b) => (a.day < b.day ? 1 : -1));

/** Keywords of the sample blog with their counts, commonest first, then by name. */
export const sampleKeywords: readonly { readonly name: string; readonly count: number }[] = [
  ...new Set(samplePosts.flatMap(({ keywords }) => keywords)),
]
  .map((name) => ({ name, count: countWith([name]) }))
  .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));

/** How many posts have all of `names`. */
export function countWith(names: readonly string[]): number {
  return samplePosts.filter(({ keywords }) => names.every((name) => keywords.includes(name)))
    .length;
}

function readPost(file: string): SamplePost {
  const source = readHead(readFileSync(join(folder, file), 'utf8'));
  const path = relative(folder, join(folder, file)).split(sep).join('/');
  const name = path.replace(/(\/index)?\.md$/, '');
  return {
    path,
    address: `posts/${name.replace(/^\d{4}-\d\d-\d\d-/, '')}/`,
    title: find(source, /^\s*"?title"?\s*[:=]\s*"?(.*?)"?,?$/m),
    day: find(source, /^\s*"?(?:date|pubDatetime)"?\s*[:=]\s*"?(\d{4}-\d\d-\d\d)/m),
    keywords: readKeywords(source),
  };
}

/** The front matter: TOML, YAML or JSON. */
function readHead(source: string): string {
  const end = source.startsWith('{')
    ? source.indexOf('\n}')
    : source.indexOf(source.slice(0, 3), 3);
  return source.slice(0, end);
}

/** Lists in brackets and Jekyll's lines, wherever they stand in the front matter. */
function readKeywords(source: string): string[] {
  const lines = source.matchAll(/^\s*"?(?:keywords|tags|categories)"?\s*[:=]\s*(.*)$/gm);
  return [...lines]
    .flatMap(([, value = '']) => value.replace(/[[\]]/g, '').split(','))
    .map((word) => word.replace(/"/g, '').trim())
    .filter((word) => word !== '');
}

function find(source: string, pattern: RegExp): string {
  const found = pattern.exec(source)?.[1];
  if (found === undefined) throw new Error(`${pattern} is not in: ${source.slice(0, 100)}`);
  return found;
}
