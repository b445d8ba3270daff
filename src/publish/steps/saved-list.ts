import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Catalog } from '../../content/blog/catalog.ts';
import {
  encodeSavedFiles,
  encodeSavedPart,
  encodeSavedRoot,
  savedFilesFile,
  savedPartFile,
  savedPartSize,
  savedRootFile,
} from '../../content/files/saved/saved-list.ts';
import type { SavedEntry, SavedFile } from '../../content/files/saved/saved-list.ts';
import type { CatalogEntry } from '../../content/model/catalog-entry.ts';
import { nameSource } from '../../content/model/post.ts';
import { decodePath, pageFile, recordFile } from '../../content/site/permalink.ts';
import type { Cache } from '../disk/cache.ts';
import { isInState, readState } from '../disk/file-state.ts';
import type { FileState } from '../disk/file-state.ts';
import { hashBytes } from '../disk/hash-bytes.ts';
import type { CopiedFile, OutputFile } from '../disk/output-file.ts';
import { decodeValue } from '../feeds/serialized-html.ts';

/** Collects what a build publishes, for the list of what readers may save. */
export interface SavedList {
  /** Takes note of a file that was written. Others than a reader may save are passed over. */
  note(fileName: string, content: string | Uint8Array): void;
  /** Takes note of a file that is there already and stays. It is read only if the last build left no note of it. */
  keep(fileName: string): void;
  /** The files of the list: once everything has been noted. */
  list(): readonly OutputFile[];
  /** Keeps the notes for the next build. All files must be on the disk. */
  save(): void;
}

/** The input of {@link createSavedList}. */
export interface SavedListOptions {
  readonly catalog: Catalog;
  readonly buildId: string;
  /** Path the blog lives under, with `/` at both ends. */
  readonly base: string;
  /** Files published byte for byte, posts among them. */
  readonly copies: readonly CopiedFile[];
  readonly cache: Cache;
  /** The output folder. */
  readonly folder: string;
}

/** A noted file. */
interface Noted {
  readonly sizeBytes: number;
  readonly hash: string;
  /** Paths of pictures that a page shows. */
  readonly pictures: readonly string[];
}

/** A note as it is kept for the next build. */
interface KeptNote extends Noted {
  /** Of the file when the note was kept. */
  readonly state: FileState;
}

/** Pages around the posts that a saved blog begins with; all other lists the app draws from their data. */
const roots = new Set(['', 'archive/', 'keywords/'].map((path) => `${path}index.html`));
/** Long enough that two versions of one file never have the same. */
const stampLength = 12;

/** A picture in a page as our serializer writes it: with every value in double quotes. */
const pictureTag = /<img(?:\s+[^\s=<>/]+(?:="[^"]*")?)*?\s+src="([^"]*)"/g;

/** A list of what readers may save of a blog, with sizes and stamps. */
export function createSavedList(options: SavedListOptions): SavedList {
  const { catalog, buildId, base, copies, cache, folder } = options;
  const key = hashBytes(JSON.stringify(['saved list', base, folder]));
  const kept = new Map(parseKept(cache.load(key)));
  const noted = new Map<string, Noted>();
  const sources = new Map(copies.map(({ fileName, file }) => [fileName, file]));
  const all = [...catalog.pages, ...catalog.entries];
  const posts = new Set(
    all.flatMap(({ meta }) => [
      pageFile(meta.permalink),
      recordFile(meta.permalink),
      nameSource(meta),
    ]),
  );
  const sizes = new Map<string, number>();
  const sizeOf = (fileName: string): number => {
    const known = sizes.get(fileName) ?? measure(sources.get(fileName));
    sizes.set(fileName, known);
    return known;
  };
  const createEntry = ({ meta }: CatalogEntry): SavedEntry | undefined => {
    const page = noted.get(pageFile(meta.permalink));
    const record = noted.get(recordFile(meta.permalink));
    // The disk has refused it.
    if (page === undefined || record === undefined) return undefined;
    const source = nameSource(meta);
    const pictures = page.pictures.filter((path) => sources.has(path));
    const pictureSizes = pictures.map(sizeOf);
    const text = noted.get(source)?.sizeBytes ?? sizeOf(source);
    const parts = [page.hash, record.hash, String(text), ...pictureSizes.map(String)];
    return {
      permalink: meta.permalink,
      source,
      sizeBytes: page.sizeBytes + record.sizeBytes + text + sum(pictureSizes),
      stamp: hashBytes(parts.join()).slice(0, stampLength),
      pictures,
      keywords: meta.collection === 'posts' ? meta.keywords.map(({ slug }) => slug) : [],
    };
  };
  const isSaved = (fileName: string): boolean =>
    fileName.startsWith('data/v1/') || posts.has(fileName) || roots.has(fileName);
  const note = (fileName: string, content: string | Uint8Array): void => {
    if (isSaved(fileName)) noted.set(fileName, noteOf(fileName, content, base));
  };
  return {
    note,
    keep(fileName) {
      if (!isSaved(fileName)) return;
      const before = kept.get(fileName);
      const file = join(folder, fileName);
      if (before !== undefined && isInState(file, before.state)) noted.set(fileName, before);
      else note(fileName, readFileSync(file));
    },
    list() {
      const entries = all.flatMap((entry) => createEntry(entry) ?? []);
      const parts: OutputFile[] = [];
      for (let from = 0; from < entries.length; from += savedPartSize) {
        const content = encodeSavedPart({
          buildId,
          entries: entries.slice(from, from + savedPartSize),
        });
        parts.push({ fileName: savedPartFile(parts.length), content });
      }
      // Files are made side by side: their order would be another with every build.
      const inOrder = [...noted].toSorted(([a], [b]) => (a < b ? -1 : 1));
      const files = inOrder.flatMap(([fileName, file]) => toSavedFile(fileName, file));
      const total = catalog.entries.length;
      return [
        ...parts,
        { fileName: savedFilesFile, content: encodeSavedFiles({ buildId, files }) },
        // Last, so that it promises nothing that is not there.
        {
          fileName: savedRootFile,
          content: encodeSavedRoot({ buildId, total, partCount: parts.length }),
        },
      ];
    },
    save() {
      const notes = [...noted].flatMap(([fileName, { sizeBytes, hash, pictures }]) => {
        const state = readState(join(folder, fileName));
        return state === undefined
          ? []
          : [[fileName, { sizeBytes, hash, pictures, state }] as const];
      });
      cache.save(key, notes);
    },
  };
}

function noteOf(fileName: string, content: string | Uint8Array, base: string): Noted {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const isPage = /\.html?$/.test(fileName);
  return {
    sizeBytes: bytes.length,
    hash: hashBytes(bytes).slice(0, stampLength),
    pictures: isPage ? findPictures(new TextDecoder().decode(bytes), base) : [],
  };
}

/** The list that the cache gave back, whose hash it has checked; nothing when there is none. */
function parseKept(value: unknown): readonly (readonly [string, KeptNote])[] {
  return Array.isArray(value) ? (value as readonly (readonly [string, KeptNote])[]) : [];
}

function toSavedFile(fileName: string, { sizeBytes, hash }: Noted): readonly SavedFile[] {
  if (roots.has(fileName))
    return [{ path: fileName.replace(/index\.html$/, ''), sizeBytes, stamp: hash }];
  return fileName.startsWith('data/v1/') ? [{ path: fileName, sizeBytes, stamp: hash }] : [];
}

/** Paths of the blog's own files that a page shows as pictures, under the base, decoded. */
function findPictures(html: string, base: string): readonly string[] {
  const found = new Set<string>();
  for (const [, value = ''] of html.matchAll(pictureTag)) {
    const path = toPath(decodeValue(value), base);
    if (path !== undefined) found.add(path);
  }
  return [...found];
}

function toPath(href: string, base: string): string | undefined {
  const path = decodePath(href.replace(/[?#].*$/s, ''));
  return path?.startsWith(base) === true ? path.slice(base.length) : undefined;
}

function measure(file: string | undefined): number {
  return file === undefined ? 0 : (readState(file)?.sizeBytes ?? 0);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
