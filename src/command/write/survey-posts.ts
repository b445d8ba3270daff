import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

import { decodeText } from '../../content/text/decode-text.ts';
import { findBlock } from '../../content/front-matter/block.ts';
import type { FrontMatterKind } from '../../content/front-matter/plain-block.ts';
import { parsePost } from '../../content/post/parse-post.ts';
import type { Site } from '../../content/site/site.ts';
import { walkFolder } from '../../publish/disk/walk-folder.ts';
import type { FolderFile } from '../../publish/disk/walk-folder.ts';

/** The dialects that a new post may be written in. */
export type Dialect = Extract<FrontMatterKind, 'toml' | 'yaml' | 'json'>;

/** The habits of the posts in a folder, by which a new one is written. */
export interface Habits {
  /** That of most posts. */
  readonly dialect: Dialect;
  /** Setting that most posts have their keywords in, with `.` between names: `taxonomies.keywords`. */
  readonly keywordSetting: string;
  /** Whether most names begin with the day, as Jekyll has it. */
  readonly hasDatedNames: boolean;
  /** Ending of most files, with its dot. */
  readonly ending: string;
  /** Folder below that of the posts in which most posts lie; empty: none. */
  readonly folder: string;
  /** Keywords in use, those of most posts first. */
  readonly keywords: readonly string[];
}

/** Posts that are looked at, the newest first: more would tell nothing new. */
const sampleSize = 1000;

const markdownName = /\.(?:md|markdown|mdown|mkd|mkdn|mdx)$/i;

/** The habits of the posts in `folder`; those of this blog's own documents where there is none. */
export async function surveyPosts(folder: string, site: Site, today: string): Promise<Habits> {
  const files = (await walkFolder(folder)).filter(({ path }) => isPost(path));
  const newest = files.toSorted((a, b) => b.modifiedMs - a.modifiedMs).slice(0, sampleSize);
  const posts = await Promise.all(newest.map((file) => readHabits(file, site, today)));
  const dialect = findMost(posts.flatMap((post) => post.dialect ?? [])) ?? 'toml';
  return {
    dialect,
    keywordSetting:
      findMost(posts.flatMap((post) => post.keywordSetting ?? [])) ?? usualSettings[dialect],
    hasDatedNames: findMost(posts.map((post) => post.isDated)) ?? false,
    ending: findMost(posts.map((post) => post.ending)) ?? '.md',
    folder: findMost(posts.map((post) => post.folder)) ?? '',
    keywords: listByUse(posts.flatMap((post) => post.keywords)),
  };
}

const usualSettings: Readonly<Record<Dialect, string>> = {
  toml: 'taxonomies.keywords',
  yaml: 'keywords',
  json: 'keywords',
};

function isPost(path: string): boolean {
  return markdownName.test(path) && !/(?:^|\/)(?:_|readme\.)[^/]*$/i.test(path);
}

interface PostHabits {
  readonly dialect: Dialect | undefined;
  readonly keywordSetting: string | undefined;
  readonly isDated: boolean;
  readonly ending: string;
  readonly folder: string;
  readonly keywords: readonly string[];
}

async function readHabits(
  { path, file }: FolderFile,
  site: Site,
  today: string,
): Promise<PostHabits> {
  const { text } = decodeText(await readFile(file));
  const { post } = await parsePost(text, path, { site, collection: 'posts', today });
  const { kind } = findBlock(text);
  const isBundle = /(?:^|\/)index\.[^/]+$/i.test(path);
  const parts = path.split('/').slice(0, isBundle ? -2 : -1);
  const name = isBundle ? path.split('/').at(-2) : basename(path);
  return {
    dialect: kind === 'headers' || kind === 'none' ? undefined : kind,
    keywordSetting: keywordSettings.find((setting) => hasSetting(post.frontMatter, setting)),
    isDated: /^\d{4}-\d{2}-\d{2}[-_.]/.test(name ?? ''),
    ending: /\.[^./]+$/.exec(path)?.[0] ?? '.md',
    // A folder for each year is none to put all posts in.
    folder: parts.some((part) => /^\d+$/.test(part)) ? '' : parts.join('/'),
    keywords: post.meta.keywords.map((keyword) => keyword.name),
  };
}

/** Settings that hold keywords, with those of a table first. */
const keywordSettings = [
  'taxonomies.keywords',
  'taxonomies.tags',
  'keywords',
  'tags',
  'categories',
];

function hasSetting(values: Readonly<Record<string, unknown>>, setting: string): boolean {
  let value: unknown = values;
  for (const name of setting.split('.')) {
    if (typeof value !== 'object' || value === null) return false;
    value = Object.entries(value).find(([key]) => key.toLowerCase() === name)?.[1];
  }
  return value !== undefined;
}

function findMost<T>(values: readonly T[]): T | undefined {
  return countValues(values).at(0)?.value;
}

function listByUse(values: readonly string[]): readonly string[] {
  return countValues(values).map(({ value }) => value);
}

/** The different values, the most frequent first; of equally frequent ones the first that came. */
function countValues<T>(
  values: readonly T[],
): readonly { readonly value: T; readonly count: number }[] {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Array.from(counts, ([value, count]) => ({ value, count })).toSorted(
    (a, b) => b.count - a.count,
  );
}
