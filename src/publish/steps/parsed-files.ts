import { readFileSync } from 'node:fs';

import type { Cache } from '../disk/cache.ts';
import { hashBytes } from '../disk/hash-bytes.ts';
import type { LoadOptions } from '../scan/load-blog.ts';
import type { ParsedFile } from '../scan/parse-file.ts';
import type { VaultRules } from '../../content/vault/vault-source.ts';

/** Parsed files that are kept from build to build, by path and content. */
export interface ParsedFiles {
  /** Parses a file of a collection, or takes what the same bytes at the same path gave before. */
  readonly parse: LoadOptions['parse'];
  /** Keeps what was parsed or found since the start for the next build. */
  save(): void;
}

/** What files are parsed with. */
export interface ParsedFilesOptions {
  readonly cache: Cache;
  /** Changes with all that parsing depends on beside the file: code, settings, the day. */
  readonly version: string;
  /** Parses a file of which nothing is known. */
  readonly parse: LoadOptions['parse'];
}

/**
 * The parsed files of the last build: reading and hashing a file takes a fraction of what parsing does, and a build in
 * which no post is new needs no thread at all.
 */
export function openParsedFiles(options: ParsedFilesOptions): ParsedFiles {
  const { cache, parse } = options;
  const key = hashBytes(JSON.stringify(['parsed', options.version]));
  const known = new Map(parseKept(cache.load(key)));
  const next = new Map<string, ParsedFile>();
  return {
    async parse(collection, file, rules) {
      const hash = hashFile(file.file);
      const name = `${collection}/${file.path}\n${nameRules(rules)}`;
      const kept = hash === undefined ? undefined : known.get(`${name}\n${hash}`);
      const parsed = kept ?? (await parse(collection, file, rules));
      // One that could not be read in time may be another time.
      if (parsed.isUnread !== true) next.set(`${name}\n${parsed.hash}`, parsed);
      return parsed;
    },
    save: () => cache.save(key, [...next]),
  };
}

/** A text that differs for rules by which the same file may be read otherwise. */
export function nameRules({ isVault, hasTextTags, links }: VaultRules): string {
  return [isVault ? 'vault' : links.join('|'), hasTextTags ? 'tags' : ''].join('\t');
}

function hashFile(file: string): string | undefined {
  try {
    return hashBytes(readFileSync(file));
  } catch {
    // The parser says what is wrong with it.
    return undefined;
  }
}

/** The list that the cache gave back, whose hash it has checked; nothing when there is none. */
function parseKept(value: unknown): readonly (readonly [string, ParsedFile])[] {
  return Array.isArray(value) ? (value as readonly (readonly [string, ParsedFile])[]) : [];
}
