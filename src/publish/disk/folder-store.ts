import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { hashBytes } from './hash-bytes.ts';

/** Files that were made together. */
export interface KeptFolder {
  /** Absolute path of the folder they lie in. */
  readonly folder: string;
  /** Their content by name, `/` between parts. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** What was said of them when they were saved, as JSON. */
  readonly note: unknown;
}

/** Folders of files kept on the disk from build to build, each whole or not at all. */
export interface FolderStore {
  /** The folder of `key`; `undefined` when there is none or any byte of it has changed. */
  load(key: string): Promise<KeptFolder | undefined>;
  save(key: string, files: KeptFolder['files'], note: unknown): Promise<KeptFolder>;
}

const listName = 'files.json';

/** Folders of one kind that are kept, besides those of the last hour: settings that are tried out leave many. */
const keptFolders = 8;
const hourMs = 60 * 60 * 1000;

/** The store of folders in `parent` whose names begin with `kind`. Several processes may use it at a time. */
export function openFolderStore(parent: string, kind: string): FolderStore {
  const folderOf = (key: string): string => join(parent, `${kind}-${key}`);
  return {
    async load(key) {
      const kept = await readFolder(folderOf(key));
      // The newest ones stay.
      if (kept !== undefined) await utimes(kept.folder, new Date(), new Date());
      return kept;
    },
    async save(key, files, note) {
      const folder = folderOf(key);
      await removeOld(parent, kind);
      const draft = join(parent, `draft-${kind}-${key}-${randomUUID()}`);
      await writeFolder(draft, files, note);
      await putInPlace(draft, folder);
      return { folder, files, note };
    },
  };
}

async function readFolder(folder: string): Promise<KeptFolder | undefined> {
  try {
    const list = await readFile(join(folder, listName), 'utf8');
    const { hash, text } = JSON.parse(list) as { hash: unknown; text: string };
    if (hash !== hashBytes(text)) return undefined;
    const { note, hashes } = JSON.parse(text) as { note: unknown; hashes: Record<string, string> };
    const files = new Map<string, Uint8Array>();
    for (const [name, expected] of Object.entries(hashes)) {
      const content = await readFile(join(folder, name));
      if (hashBytes(content) !== expected) return undefined;
      files.set(name, content);
    }
    return { folder, files, note };
  } catch {
    // Missing or cut off: it is made anew.
    return undefined;
  }
}

async function writeFolder(
  folder: string,
  files: KeptFolder['files'],
  note: unknown,
): Promise<void> {
  const hashes: Record<string, string> = {};
  for (const [name, content] of files) {
    const file = join(folder, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
    hashes[name] = hashBytes(content);
  }
  const text = JSON.stringify({ note, hashes });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, listName), JSON.stringify({ hash: hashBytes(text), text }));
}

/** Renames `draft` to `folder`: a build that is stopped leaves none that is half written. */
async function putInPlace(draft: string, folder: string): Promise<void> {
  // A damaged one is in the way.
  if (existsSync(folder) && (await readFolder(folder)) === undefined)
    await rm(folder, { recursive: true, force: true });
  try {
    await rename(draft, folder);
  } catch (error) {
    // Another process was faster with the same files.
    if (!existsSync(join(folder, listName))) throw error;
    await rm(draft, { recursive: true, force: true });
  }
}

/** Removes folders of `kind` that have not been used for long, and drafts that were left behind. */
async function removeOld(parent: string, kind: string): Promise<void> {
  const names = existsSync(parent) ? await readdir(parent) : [];
  const found: { folder: string; usedMs: number }[] = [];
  for (const name of names.filter(
    (one) => one.startsWith(`${kind}-`) || one.startsWith('draft-'),
  )) {
    const folder = join(parent, name);
    // Another process may have removed it by now.
    const status = await stat(folder).catch(() => undefined);
    if (status !== undefined) found.push({ folder, usedMs: status.mtimeMs });
  }
  const rest = found.toSorted((a, b) => b.usedMs - a.usedMs).slice(keptFolders);
  for (const { folder, usedMs } of rest) {
    if (Date.now() - usedMs > hourMs) await rm(folder, { recursive: true, force: true });
  }
}
