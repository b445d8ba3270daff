import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { hashBytes } from './hash-bytes.ts';

/** Values kept on disk from build to build. */
export interface Cache {
  /** The value kept under `key`, as parsed JSON; `undefined` when there is none or it is damaged. */
  load(key: string): unknown;
  /** Gives back the SHA-256 of the value as JSON. */
  save(key: string, value: unknown): string;
  /** Has a value stay that is not read this time. */
  keep(key: string): void;
  /** Removes every value that was neither loaded, saved nor kept since the cache was opened. */
  prune(): Promise<void>;
}

/**
 * A cache in `folder`, one file a value, which begins with the hash of the rest: a value of which a byte has changed is
 * none. Keys are hexadecimal hashes of all that a value depends on, so
 * that a value never grows stale: it only falls out of use.
 */
export function openCache(folder: string): Cache {
  const used = new Set<string>();
  const fileOf = (key: string): string => join(folder, key.slice(0, 2), `${key}.json`);
  return {
    load(key) {
      used.add(key);
      try {
        return parseFile(readFileSync(fileOf(key), 'utf8'));
      } catch {
        // Missing, cut off or not ours: it is made anew.
        return undefined;
      }
    },
    save(key, value) {
      used.add(key);
      const file = fileOf(key);
      const draft = `${file}.${process.pid}`;
      mkdirSync(dirname(file), { recursive: true });
      // Renamed into place: a build that is stopped leaves no half-written value.
      const text = JSON.stringify(value);
      const hash = hashBytes(text);
      writeFileSync(draft, `${hash}\n${text}`);
      renameSync(draft, file);
      return hash;
    },
    keep: (key) => void used.add(key),
    async prune() {
      for (const inner of await listNames(folder)) {
        for (const name of await listNames(join(folder, inner))) {
          if (!used.has(name.replace(/\.json$/, ''))) await rm(join(folder, inner, name));
        }
      }
    },
  };
}

/** The value in a file; throws for one that is cut off. */
function parseFile(content: string): unknown {
  const start = content.indexOf('\n') + 1;
  const text = content.slice(start);
  return content.slice(0, start - 1) === hashBytes(text) ? JSON.parse(text) : undefined;
}

async function listNames(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch {
    // No folder, nothing in it.
    return [];
  }
}
