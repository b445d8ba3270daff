// Templates of a vault: notes that its programs copy, which are no posts.

import { readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

import { foldPath } from '../../../content/text/fold.ts';
import { pathWithin } from '../../disk/walk-folder.ts';

/** The settings of a vault that name its folder of templates: its own plugin's, and Templater's. */
const settings = [
  { file: 'templates.json', key: 'folder' },
  { file: 'plugins/templater-obsidian/data.json', key: 'templates_folder' },
] as const;

/** The usual name, for a vault that names none. */
const usualFolder = 'templates';

/**
 * A function that gives the folder of templates that a path within `folder` lies in, as the vault names it; `undefined`
 * for what is no template. `folder` is a vault if it holds `.obsidian`, or lies in a folder that does.
 */
export async function findTemplates(folder: string): Promise<(path: string) => string | undefined> {
  const vault = await findVault(resolve(folder));
  if (vault === undefined) return () => undefined;
  const named = (await Promise.all(settings.map((each) => readFolder(vault, each)))).filter(
    (each) => each !== undefined,
  );
  const folders = named.length === 0 ? [usualFolder] : named;
  const inner = pathWithin(vault, resolve(folder)) ?? '';
  return (path) => {
    const whole = `${foldPath(inner === '' ? path : `${inner}/${path}`)}`;
    return folders.find((each) => whole.startsWith(`${foldPath(each)}/`));
  };
}

/** The nearest folder at or above `folder` that holds `.obsidian`. */
async function findVault(folder: string): Promise<string | undefined> {
  for (let at = folder; ; at = dirname(at)) {
    const status = await stat(join(at, '.obsidian')).catch(() => undefined);
    if (status?.isDirectory() === true) return at;
    if (dirname(at) === at) return undefined;
  }
}

async function readFolder(
  vault: string,
  { file, key }: (typeof settings)[number],
): Promise<string | undefined> {
  // A vault without these settings has the usual folder.
  const text = await readFile(join(vault, '.obsidian', file), 'utf8').catch(() => '{}');
  const name = parseSetting(text, key);
  const path = name?.replace(/^\.?\/+|\/+$/g, '') ?? '';
  return path === '' ? undefined : path;
}

function parseSetting(text: string, key: string): string | undefined {
  try {
    const values: unknown = JSON.parse(text);
    const entries = typeof values === 'object' && values !== null ? Object.entries(values) : [];
    const value: unknown = new Map<string, unknown>(entries).get(key);
    return typeof value === 'string' ? value : undefined;
  } catch {
    // The program of the vault says what is wrong with its settings.
    return undefined;
  }
}
