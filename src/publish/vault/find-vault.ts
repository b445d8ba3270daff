import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { createNoteFinder } from '../../content/vault/note-names.ts';
import type { NamedNote } from '../../content/vault/note-names.ts';
import { noVault } from '../../content/vault/vault-source.ts';
import type { VaultRules } from '../../content/vault/vault-source.ts';
import { pathWithin } from '../disk/walk-folder.ts';

/** What the folders and settings of a blog say of a vault. */
export interface VaultSigns {
  /** Absolute folder of the posts. */
  readonly posts: string;
  /** Absolute path of the settings file. */
  readonly file: string;
  readonly site: { readonly vault?: boolean | undefined; readonly textTags?: boolean | undefined };
}

/** What a folder of notes holds beside them: of Obsidian, Logseq, Foam and Quartz. */
const marks = ['.obsidian', 'logseq/config.edn', '.foam', 'quartz.config.ts'];

/** A folder is a vault too if that many links between brackets name notes, and no fewer than do not. */
const enoughLinks = 3;

/**
 * How the marks of vaults are read in a blog, as far as its folders tell: a folder with `.obsidian` or the like in it, or
 * above it up to the settings file (one folder above it, where it lies elsewhere), is a vault. The setting `vault` says so
 * too, or says no.
 */
export async function findVault({ site, posts, file }: VaultSigns): Promise<VaultRules> {
  const isVault = site.vault ?? (await hasMark(posts, dirname(file)));
  return { ...noVault, isVault, hasTextTags: site.textTags === true };
}

async function hasMark(posts: string, root: string): Promise<boolean> {
  const folders = [posts];
  if (pathWithin(root, posts) === undefined) folders.push(dirname(posts));
  for (let folder = posts; folder !== root && pathWithin(root, folder) !== undefined;) {
    folder = dirname(folder);
    folders.push(folder);
  }
  const found = await Promise.all(
    folders.flatMap((folder) => marks.map((mark) => isThere(join(folder, mark)))),
  );
  return found.includes(true);
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    // No mark there.
    return false;
  }
}

/** A note, and the names that stand between brackets in it; `undefined` for none. */
export interface LinkingNote extends NamedNote {
  readonly linked: readonly string[] | undefined;
}

/**
 * `rules` after all notes are read: where the folders do not tell, links between brackets that name notes do. Fewer such
 * links than make a vault are links all the same.
 *
 * @param files - decoded addresses of the files beside the notes
 */
export function judgeLinks(
  notes: readonly LinkingNote[],
  files: readonly string[],
  rules: VaultRules,
): VaultRules {
  if (rules.isVault || notes.every(({ linked }) => linked === undefined)) return rules;
  const find = createNoteFinder({ notes, files });
  const links = new Set<string>();
  let [resolved, total] = [0, 0];
  for (const { source, linked = [] } of notes) {
    for (const name of linked) {
      total++;
      if (find(name, source) === undefined) continue;
      resolved++;
      links.add(name);
    }
  }
  const isVault = resolved >= enoughLinks && resolved * 2 >= total;
  return { ...rules, isVault, links: isVault ? [] : [...links].toSorted() };
}
