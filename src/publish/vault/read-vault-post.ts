import { readFileSync } from 'node:fs';

import { decodeText } from '../../content/text/decode-text.ts';
import { createNoteFinder } from '../../content/vault/note-names.ts';
import type { FoundNote } from '../../content/vault/note-names.ts';
import { readNoteBody, translateSource } from '../../content/vault/vault-source.ts';
import type { VaultRules, VaultSource } from '../../content/vault/vault-source.ts';
import { hashBytes } from '../disk/hash-bytes.ts';
import type { VaultWorld } from './vault-world.ts';

/** What a rewritten post depends on beside its own text. Serializable. */
export interface VaultUse {
  /** What each name between brackets meant; `null` for nothing. */
  readonly names: Readonly<Record<string, FoundNote | null>>;
  /** Hashes of the files of notes that are shown within the post, by path. */
  readonly shown: Readonly<Record<string, string>>;
}

/** The file of a post without the marks of vaults. */
export interface VaultPost extends VaultSource {
  readonly use: VaultUse;
}

/** A vault as threads know it. */
export interface OpenVault {
  readonly rules: VaultRules;
  /** `text`, the decoded file of the post `source` (`posts/folder/Note.md`), without the marks of vaults. */
  read(text: string, source: string): VaultPost;
  /** What `name` means in the post `source`. */
  find(name: string, source: string): FoundNote | undefined;
}

/** Opens the vault of `world`. */
export function openVault(world: VaultWorld): OpenVault {
  const find = createNoteFinder(world);
  const { rules, sources } = world;
  return {
    rules,
    find,
    read(text, source) {
      const names = new Map<string, FoundNote | null>();
      const shown = new Map<string, string>();
      const { isVault, hasTextTags } = rules;
      const read = translateSource(text, {
        isVault,
        hasTextTags,
        source,
        find(name, from) {
          const found = find(name, from);
          names.set(keyOf(name, from), found ?? null);
          return found;
        },
        readNote(note) {
          const file = readNoteFile(sources.get(note));
          shown.set(note, file?.hash ?? '');
          return file?.body;
        },
      });
      return {
        ...read,
        use: { names: Object.fromEntries(names), shown: Object.fromEntries(shown) },
      };
    },
  };
}

/** Tells whether all that a rewritten post depends on is still what it was. */
export function isVaultCurrent(
  use: VaultUse,
  vault: Pick<OpenVault, 'find'> | undefined,
  hashOf: (source: string) => string | undefined,
): boolean {
  return (
    Object.entries(use.shown).every(([source, hash]) => hashOf(source) === hash) &&
    Object.entries(use.names).every(([key, found]) => {
      const [from = '', name = ''] = key.split('\n');
      return JSON.stringify(vault?.find(name, from) ?? null) === JSON.stringify(found);
    })
  );
}

function keyOf(name: string, from: string): string {
  return `${from}\n${name}`;
}

function readNoteFile(
  file: string | undefined,
): { readonly hash: string; readonly body: string } | undefined {
  if (file === undefined) return undefined;
  try {
    const bytes = readFileSync(file);
    return { hash: hashBytes(bytes), body: readNoteBody(decodeText(bytes).text) };
  } catch {
    // Gone since the scan: a link stands for it.
    return undefined;
  }
}
