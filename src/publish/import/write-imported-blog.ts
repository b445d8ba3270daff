import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';

import type { Site } from '../../content/site/site.ts';
import type { StaticSource } from './read/reading.ts';

/** Folders that an import goes between, as absolute paths. */
export interface ImportFolders {
  readonly source: string;
  readonly into: string;
}

/** A file or folder to copy, as absolute paths. */
export interface CopyPlan {
  readonly from: string;
  readonly to: string;
}

/** Settings with folders as the settings file names them, and what has to be copied for them. */
export interface PlacedSettings {
  readonly settings: Partial<Site>;
  readonly copies: readonly CopyPlan[];
}

/** What the folder of a whole project is named where it is copied. */
const copyName = 'source';

/**
 * `settings`, whose folders are paths within the source, with folders relative to the blog. Without `copies` they point into
 * the source. Files that are published elsewhere than they lie are copied in any case, into `static`.
 */
export function placeSettings(
  settings: Partial<Site>,
  statics: readonly StaticSource[],
  { source, into, copies }: ImportFolders & { readonly copies: boolean },
): PlacedSettings {
  const plans: CopyPlan[] = [];
  const place = (path: string): string => {
    if (!copies) return toSlashes(relative(into, join(source, path))) || '.';
    const name = path === '' ? copyName : path;
    plans.push({ from: join(source, path), to: join(into, name) });
    return name;
  };
  const known = statics.filter(({ from }) => existsSync(join(source, from)));
  const [only] = known;
  const isPlain = known.length === 1 && only?.to === '';
  if (!isPlain)
    for (const { from, to } of known)
      plans.push({
        from: join(source, from),
        to: join(into, 'static', to || placeOf(from, source)),
      });
  const { posts, pages, assets } = settings;
  return {
    settings: {
      ...settings,
      ...(posts !== undefined && { posts: place(posts) }),
      ...(pages !== undefined && { pages: place(pages) }),
      ...(isPlain && { static: place(only.from) }),
      ...(!isPlain && known.length > 0 && { static: 'static' }),
      ...(assets && {
        assets: Object.fromEntries(
          Object.entries(assets).map(([alias, folder]) => [alias, place(folder)]),
        ),
      }),
    },
    copies: plans.filter(({ to }, at) => plans.findIndex((plan) => plan.to === to) === at),
  };
}

/** A folder at the root is copied as what it holds, a file under its name. */
function placeOf(from: string, source: string): string {
  return /\.[a-z0-9]+$/i.test(from) && existsSync(join(source, from)) ? basename(from) : '';
}

/** Writes the settings file, templates and copies of an import. */
export function writeBlog(
  into: string,
  {
    files,
    copies,
  }: { readonly files: ReadonlyMap<string, string>; readonly copies: readonly CopyPlan[] },
): void {
  for (const [name, text] of files) {
    const file = join(into, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  for (const { from, to } of copies) {
    const isOut = (path: string): boolean => {
      const inner = relative(from, path).split(sep);
      // The blog may lie within the source.
      return (
        inner.some((part) => /^(?:node_modules|\.git|_site|dist)$/.test(part)) ||
        resolve(path) === resolve(into)
      );
    };
    cpSync(from, to, { recursive: true, filter: (path) => !isOut(path) });
  }
}

function toSlashes(path: string): string {
  return path.split(sep).join('/');
}
