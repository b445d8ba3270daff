import { join } from 'node:path';

import type { Problem } from '../../content/model/problem.ts';
import type { Cache } from '../disk/cache.ts';
import { isInState, readState } from '../disk/file-state.ts';
import type { FileState } from '../disk/file-state.ts';
import { hashBytes } from '../disk/hash-bytes.ts';

/** Files that were made together. */
export interface FileSet {
  readonly fileNames: readonly string[];
  /** Faults found while they were made. */
  readonly problems: readonly Problem[];
}

/** Sets of files in the output folder that would come out the same again. */
export interface KeptFiles {
  /** The set of a name, if the last build made it from the same `inputs` and nobody has touched a file of it since. */
  find(name: string, inputs: string): FileSet | undefined;
  /** Remembers a set that is made from `inputs` this time. */
  note(name: string, inputs: string, set: FileSet): void;
  /** Keeps what is known for the next build. All files must be on the disk. */
  save(): void;
}

/** What sets of files are kept with. */
export interface KeptFilesOptions {
  readonly cache: Cache;
  /** The output folder. */
  readonly folder: string;
  /** Changes with all that every file depends on: code and settings. */
  readonly version: string;
}

/** A set as it is kept. */
interface KeptSet {
  readonly inputs: string;
  readonly problems: readonly Problem[];
  readonly files: Readonly<Record<string, FileState>>;
}

/** The sets of files that the last build into a folder made. A file is known by size and time of change, and not read. */
export function openKeptFiles({ cache, folder, version }: KeptFilesOptions): KeptFiles {
  const key = hashBytes(JSON.stringify(['files', folder, version]));
  const known = new Map(parseKept(cache.load(key)));
  const found = new Map<string, KeptSet>();
  const made = new Map<string, FileSet & { readonly inputs: string }>();
  return {
    find(name, inputs) {
      const set = known.get(name);
      if (set?.inputs !== inputs) return undefined;
      const files = Object.entries(set.files);
      if (!files.every(([file, state]) => isInState(join(folder, file), state))) return undefined;
      found.set(name, set);
      return { fileNames: Object.keys(set.files), problems: set.problems };
    },
    note: (name, inputs, set) => void made.set(name, { inputs, ...set }),
    save() {
      const next = new Map(found);
      for (const [name, { inputs, fileNames, problems }] of made) {
        next.set(name, { inputs, problems, files: readStates(folder, fileNames) });
      }
      cache.save(key, [...next]);
    },
  };
}

/** The states of all files that are there: one that the disk refused is made again each time, and refused again. */
function readStates(folder: string, fileNames: readonly string[]): Record<string, FileState> {
  const missing: FileState = { sizeBytes: -1, modifiedMs: 0 };
  return Object.fromEntries(
    fileNames.map((name) => [name, readState(join(folder, name)) ?? missing]),
  );
}

/** The list that the cache gave back, whose hash it has checked; nothing when there is none. */
function parseKept(value: unknown): readonly (readonly [string, KeptSet])[] {
  return Array.isArray(value) ? (value as readonly (readonly [string, KeptSet])[]) : [];
}
