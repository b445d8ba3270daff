import type { Problem } from '../../content/model/problem.ts';
import type { PostMeta } from '../../content/model/post.ts';
import { nameOf, parentOf } from '../disk/path-parts.ts';
import { readPost } from './read-post.ts';
import type { ReadOptions } from './read-post.ts';
import type { FolderFile } from '../disk/walk-folder.ts';

/** What the `_index.md` files of a folder, sections to Zola and Hugo, say of the posts below them. */
export interface Sections {
  /** Titles of the sections below a folder named `series`, by folder. */
  readonly series: ReadonlyMap<string, string>;
  /** Sections that are kept from the public, with all below them, by folder. */
  readonly hidden: ReadonlyMap<string, PostMeta>;
  /** Why it is not clear whether a section is hidden. What else may be wrong is of no post. */
  readonly problems: readonly Problem[];
}

const sectionName = /^_index\.(?:md|markdown)$/i;

/** Whether `path` within a folder is that of a section. */
export function isSection(path: string): boolean {
  return sectionName.test(nameOf(path));
}

/** Reads the sections among `files`. One that cannot be read says nothing. */
export async function readSections(
  files: readonly FolderFile[],
  options: ReadOptions,
): Promise<Sections> {
  const series = new Map<string, string>();
  const hidden = new Map<string, PostMeta>();
  const problems: Problem[] = [];
  for (const file of files) {
    const read = isSection(file.path) ? await readPost(file, options) : undefined;
    if (read?.kind !== 'read') continue;
    const { meta } = read.post;
    const folder = parentOf(file.path);
    if (isKept(meta)) hidden.set(folder, meta);
    problems.push(...findUnclear(meta, read.post.problems));
    if (nameOf(parentOf(folder)) === 'series') series.set(folder, meta.title);
  }
  return { series, hidden, problems };
}

/** `meta` of a post with what the sections above it say: the series it is a part of, whether it is hidden. */
export function applySections(meta: PostMeta, sections: Sections): PostMeta {
  const name = findAbove(meta.path, sections.series);
  const section = findAbove(meta.path, sections.hidden);
  return {
    ...meta,
    series: meta.series ?? (name === undefined ? undefined : { name, order: meta.weight }),
    hidden: meta.hidden ?? hiddenBy(section),
  };
}

function hiddenBy(section: PostMeta | undefined): PostMeta['hidden'] {
  if (section?.hidden === undefined || section.hidden.kind === 'section') return undefined;
  return { kind: 'section', path: section.path, reason: section.hidden };
}

/** The reasons of a section that say nothing of the posts below it: its date, its own page. */
const ownReasons: ReadonlySet<string | undefined> = new Set([
  'future',
  'expired',
  'theme',
  'moved',
]);

/** Whether a section hides what is below it. */
function isKept({ hidden }: PostMeta): boolean {
  return hidden !== undefined && !ownReasons.has(hidden.kind);
}

function findUnclear({ hidden }: PostMeta, problems: readonly Problem[]): readonly Problem[] {
  if (hidden?.kind !== 'unclear') return [];
  return problems.filter(
    ({ kind, subject }) => kind === 'front-matter' && subject === hidden.setting,
  );
}

/** What `folders` has for the nearest folder above `path`. */
function findAbove<T>(path: string, folders: ReadonlyMap<string, T>): T | undefined {
  if (folders.size === 0) return undefined;
  for (let folder = parentOf(path); ; folder = parentOf(folder)) {
    const found = folders.get(folder);
    if (found !== undefined || folder === '') return found;
  }
}
