// Folders of pictures that lie outside of the blog's own, as Astro has them.

import { basename, resolve } from 'node:path';

import type { CopiedFile } from '../../disk/output-file.ts';
import { pathBetween, pathWithin } from '../../disk/walk-folder.ts';
import { walkWithProblems } from '../../disk/walk-problems.ts';
import { withoutSecrets } from './private-files.ts';
import type { Problem } from '../../../content/model/problem.ts';

/** A folder of the setting `assets`. */
export interface AssetFolder {
  /** Name that posts give it: `@assets`, or its path from the folder of the settings with `/` at the start. */
  readonly alias: string;
  /** Absolute path. */
  readonly folder: string;
  /** Address of what is published of it, under the base: `/media/assets`. */
  readonly address: string;
}

/** A folder of the setting `assets` as posts refer to it. Serializable. */
export interface TargetFolder extends Pick<AssetFolder, 'alias' | 'address'> {
  /** The paths from the folders of posts and of pages to it: `../../assets`. */
  readonly paths: Readonly<Record<'posts' | 'pages', string>>;
}

/** Files of such folders, none of which is published unless something refers to it. */
export interface FolderAssets {
  readonly files: readonly CopiedFile[];
  readonly problems: readonly Problem[];
}

/** The folders of the setting `assets`, whose paths are relative to `root`. */
export function listAssetFolders(
  assets: Readonly<Record<string, string>>,
  root: string,
): readonly AssetFolder[] {
  return Object.entries(assets).map(([alias, path]) => {
    const folder = resolve(root, path);
    const parts = alias.replace(/[^\p{L}\p{N}/._-]+/gu, '').split('/');
    const name = parts.filter((part) => !/^\.*$/.test(part)).join('/');
    return { alias, folder, address: `/media/${name === '' ? basename(folder) : name}` };
  });
}

/** All files of `folders`, with the names under which they would be published. */
export async function scanAssetFolders(
  folders: readonly AssetFolder[],
  skip: ReadonlySet<string>,
): Promise<FolderAssets> {
  const scans = await Promise.all(
    folders.map(async ({ alias, folder, address }) => {
      const walked = await walkWithProblems({ folder, skip, prefix: `${alias}/` });
      const open = await withoutSecrets(walked.files, alias);
      const { files } = open;
      const problems = [...walked.problems, ...open.problems];
      return {
        files: files.map(({ path, file }) => ({ fileName: `${address.slice(1)}/${path}`, file })),
        problems: files.length > 0 ? problems : [...problems, describeEmpty(alias, folder)],
      };
    }),
  );
  return {
    files: scans.flatMap(({ files }) => files),
    problems: scans.flatMap(({ problems }) => problems),
  };
}

/**
 * `folders` as the posts and pages of these folders refer to them: by alias, by a path with `../`, and by the path from
 * `root`, the folder of the settings, as `/src/assets/cup.png`. So do they to the folder of posts itself.
 */
export function toTargetFolders(
  folders: readonly AssetFolder[],
  { root, posts, pages }: Readonly<Record<'root' | 'posts' | 'pages', string>>,
): readonly TargetFolder[] {
  const own = { alias: '', folder: posts, address: '/posts' };
  return [...folders, own].flatMap(({ alias, address, folder }) => {
    const paths = { posts: pathBetween(posts, folder), pages: pathBetween(pages, folder) };
    const inner = pathWithin(root, folder) ?? '';
    const aliases = [alias, inner === '' ? '' : `/${inner}`].filter((each) => each !== '');
    return aliases.map((each) => ({ alias: each, address, paths }));
  });
}

/** The address of what `reference` names in one of `folders`, whether or not it is there. */
export function findInFolders(
  reference: string,
  from: { readonly collection: 'posts' | 'pages'; readonly path: string },
  folders: readonly TargetFolder[],
): string | undefined {
  for (const { alias, address, paths } of folders) {
    if (reference.startsWith(`${alias}/`)) return join(address, reference.slice(alias.length));
    if (!reference.includes('../') || !paths[from.collection].startsWith('../')) continue;
    const path = join(from.path.replace(/[^/]*$/, ''), reference);
    const start = `${paths[from.collection]}/`;
    if (path.startsWith(start)) return join(address, path.slice(start.length));
  }
  return undefined;
}

/** `path` seen from `folder`, `.` and `..` resolved as far as there is something to leave. */
function join(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return (folder.startsWith('/') ? '/' : '') + parts.join('/');
}

function describeEmpty(alias: string, folder: string): Problem {
  return {
    kind: 'asset',
    severity: 'warning',
    file: alias,
    message: `The folder \`${folder}\` of \`assets\` has no files.`,
    remedy: 'Write its path relative to the settings file.',
  };
}
