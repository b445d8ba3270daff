import { nameSource } from '../../content/model/post.ts';
import type { PostMeta } from '../../content/model/post.ts';
import type { NamedNote } from '../../content/vault/note-names.ts';
import type { VaultRules } from '../../content/vault/vault-source.ts';

/** What notes of a vault may name. Serializable. */
export interface VaultWorld {
  readonly rules: VaultRules;
  readonly notes: readonly NamedNote[];
  /** Decoded addresses of published files that are no notes. */
  readonly files: readonly string[];
  /** Absolute paths of the notes' files by their paths in the blog. */
  readonly sources: ReadonlyMap<string, string>;
}

/** What a vault is made of. */
export interface VaultParts {
  readonly rules: VaultRules;
  /** What is published, with its file and its further names. */
  readonly notes: readonly {
    readonly meta: PostMeta;
    readonly file: string;
    readonly names: readonly string[];
  }[];
  /** Names of all published files. */
  readonly files: readonly string[];
}

/** What the marks of vaults may name; `undefined` where none of them is read. */
export function createVaultWorld({ rules, notes, files }: VaultParts): VaultWorld | undefined {
  if (!rules.isVault && !rules.hasTextTags && rules.links.length === 0) return undefined;
  const sources = new Map(notes.map(({ meta, file }) => [nameSource(meta), file]));
  return {
    rules,
    notes: notes.map(({ meta, names }) => ({
      source: nameSource(meta),
      permalink: meta.permalink,
      title: meta.title,
      names,
    })),
    files: files.filter((name) => !sources.has(name)).map((name) => `/${name}`),
    sources,
  };
}
