import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A folder that a blog is imported from; only ever read. */
export interface Project {
  /** Paths of all its files, `/` between parts, in order; without packages, output and the history of versions. */
  readonly paths: readonly string[];
  /** Whether there is a folder at `path`. */
  hasFolder(path: string): boolean;
  /** The text of a file, read as UTF-8; `undefined` when there is none. */
  read(path: string): string | undefined;
}

/** Folders that hold nothing of the author. */
const skippedFolder =
  /^(?:node_modules|\.git|\.hg|\.svn|\.cache|\.jekyll-cache|\.sass-cache|\.astro|\.netlify|\.vercel|_site|dist|out|vendor)$/;

/** Folders of dot files that tell the kind of a project; others are not looked into. */
const keptDotFolder = /^\.(?:obsidian|foam|github)$/;

/** Longer files are no settings. */
const longestFile = 2_000_000;

/** The project in `folder`. Throws what the disk throws for a folder that cannot be read. */
export function openProject(folder: string): Project {
  const paths: string[] = [];
  const folders = new Set<string>();
  const walk = (inner: string): void => {
    for (const entry of readdirSync(join(folder, inner), { withFileTypes: true })) {
      const path = inner === '' ? entry.name : `${inner}/${entry.name}`;
      if (entry.isFile()) paths.push(path);
      const isHidden = entry.name.startsWith('.') && !keptDotFolder.test(entry.name);
      if (!entry.isDirectory() || isHidden || skippedFolder.test(entry.name)) continue;
      folders.add(path);
      walk(path);
    }
  };
  walk('');
  const known = new Set(paths);
  return {
    paths: paths.toSorted(),
    hasFolder: (path) => folders.has(path),
    read(path) {
      if (!known.has(path) || statSync(join(folder, path)).size > longestFile) return undefined;
      return readFileSync(join(folder, path), 'utf8').replace(/^\uFEFF/, '');
    },
  };
}

/** 1-based line of the first match of `pattern` in `text`; `undefined` when there is none. */
export function findLineOf(text: string, pattern: RegExp): number | undefined {
  const at = text.search(pattern);
  return at === -1 ? undefined : text.slice(0, at).split('\n').length;
}
