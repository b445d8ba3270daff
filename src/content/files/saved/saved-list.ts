// All that a reader may save of the blog, in `data/v1/o/`: what it weighs, and stamps that tell which copies have grown
// old. For the build that writes it and the browser that reads it.
import { openData } from '../data-reader.ts';
import type { DataReader } from '../data-reader.ts';

/** Raised with every change that an older app would misread. */
const schema = 1;

/** Posts in one file of the list: about 30 kB compressed. */
export const savedPartSize = 500;

export const savedRootFile = 'data/v1/o/root.json';
export const savedFilesFile = 'data/v1/o/files.json';

/** The file with the posts from `number * savedPartSize` on, oldest first. */
export function savedPartFile(number: number): string {
  return `data/v1/o/${number}.json`;
}

/** One file that is not of one post. */
export interface SavedFile {
  /** Path under the base, decoded. A page ends with `/` or is empty. */
  readonly path: string;
  readonly sizeBytes: number;
  readonly stamp: string;
}

/** `o/files.json`: lists, the search index and the pages around the posts. */
export interface SavedFiles {
  readonly buildId: string;
  readonly files: readonly SavedFile[];
}

/** `o/root.json`. */
export interface SavedRoot {
  readonly buildId: string;
  /** Posts; free pages are not counted. */
  readonly total: number;
  /** Files that hold {@link SavedEntry}. */
  readonly partCount: number;
}

/** A post or free page as it can be saved. */
export interface SavedEntry {
  readonly permalink: string;
  /** Path of its raw text under the base, decoded: `posts/x.md`. */
  readonly source: string;
  /** Its page, text, record and pictures together. */
  readonly sizeBytes: number;
  /** Changes with the page, the record or a picture. */
  readonly stamp: string;
  /** Paths of the pictures of the blog's own that its page shows, under the base, decoded. */
  readonly pictures: readonly string[];
  /** Slugs. */
  readonly keywords: readonly string[];
}

/** `o/<number>.json`. */
export interface SavedPart {
  readonly buildId: string;
  readonly entries: readonly SavedEntry[];
}

export function encodeSavedRoot(root: SavedRoot): string {
  return JSON.stringify({ schema, ...root });
}

export function decodeSavedRoot(value: unknown, place: string): SavedRoot {
  const data = openData(value, place, schema);
  return {
    buildId: data.string('buildId'),
    total: data.integer('total'),
    partCount: data.integer('partCount'),
  };
}

export function encodeSavedFiles({ buildId, files }: SavedFiles): string {
  return JSON.stringify({
    schema,
    buildId,
    paths: files.map(({ path }) => path),
    sizes: files.map(({ sizeBytes }) => sizeBytes),
    stamps: files.map(({ stamp }) => stamp),
  });
}

export function decodeSavedFiles(value: unknown, place: string): SavedFiles {
  const data = openData(value, place, schema);
  const paths = data.strings('paths');
  const stamps = data.strings('stamps');
  const sizes = data.value('sizes', isSizes, 'an array of numbers');
  if (stamps.length !== paths.length || sizes.length !== paths.length)
    data.fail('paths', `an array of ${sizes.length}`);
  const files = paths.map((path, at) => ({
    path,
    sizeBytes: sizes[at] ?? 0,
    stamp: stamps[at] ?? '',
  }));
  return { buildId: data.string('buildId'), files };
}

export function encodeSavedPart({ buildId, entries }: SavedPart): string {
  return JSON.stringify({ schema, buildId, entries: entries.map(packSavedEntry) });
}

export function decodeSavedPart(value: unknown, place: string): SavedPart {
  const data = openData(value, place, schema);
  return { buildId: data.string('buildId'), entries: data.records('entries').map(readSavedEntry) };
}

/** An entry as its fields in a file; what is empty is left out. */
export function packSavedEntry(entry: SavedEntry): object {
  const { permalink, source, sizeBytes, stamp, pictures, keywords } = entry;
  return {
    permalink,
    source,
    sizeBytes,
    stamp,
    ...(pictures.length > 0 && { pictures }),
    ...(keywords.length > 0 && { keywords }),
  };
}

export function readSavedEntry(data: DataReader): SavedEntry {
  const list = (key: string): readonly string[] => (data.hasOwn(key) ? data.strings(key) : []);
  return {
    permalink: data.string('permalink'),
    source: data.string('source'),
    sizeBytes: data.integer('sizeBytes'),
    stamp: data.string('stamp'),
    pictures: list('pictures'),
    keywords: list('keywords'),
  };
}

function isSizes(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((size) => Number.isSafeInteger(size) && size >= 0);
}
