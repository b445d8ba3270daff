import type { FindNote } from './note-names.ts';
import type { VaultProblem } from './vault-problems.ts';

/** The world outside the text of a note. */
export interface VaultOptions {
  /** Whether the folder is a vault, in which all marks are read; elsewhere only brackets that name something are. */
  readonly isVault: boolean;
  /** Whether `#tag` in the text is a link to the keyword. */
  readonly hasTextTags: boolean;
  /** Path of the note's file, such as `posts/folder/Note.md`. */
  readonly source: string;
  readonly find: FindNote;
  /** The Markdown of a note by the path of its file; without it nothing embedded is shown. */
  readonly readNote?: ((source: string) => string | undefined) | undefined;
}

/** Facts that a note and all that is shown within it share. */
export interface SharedFacts {
  readonly options: VaultOptions;
  readonly problems: Map<string, VaultProblem>;
  /** Names between double brackets. */
  readonly names: Set<string>;
  readonly tags: Set<string>;
  /** Markdown of other notes, by path. */
  readonly bodies: Map<string, string>;
  /** Texts of inline notes. */
  readonly notes: string[];
  /** Notes that are shown, and the length of their texts. */
  embeds: number;
  embedded: number;
}

/** Nothing known yet. */
export function createSharedFacts(options: VaultOptions): SharedFacts {
  return {
    options,
    problems: new Map(),
    names: new Set(),
    tags: new Set(),
    bodies: new Map(),
    notes: [],
    embeds: 0,
    embedded: 0,
  };
}

/** Files of a note and of those it is shown in, the outermost first. */
export type NoteStack = readonly string[];

/** Adds a fault of the note itself; faults of those shown within it are reported with them. */
export function reportOnce(
  { problems }: SharedFacts,
  stack: NoteStack,
  problem: VaultProblem,
): void {
  if (stack.length !== 1) return;
  const key = `${problem.kind} ${problem.subject ?? ''}`;
  if (!problems.has(key)) problems.set(key, problem);
}
