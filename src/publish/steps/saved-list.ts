import { statSync } from 'node:fs';

import type { Catalog } from '../../content/blog/catalog.ts';
import {
  encodeSavedFiles,
  encodeSavedPart,
  encodeSavedRoot,
  savedFilesFile,
  savedPartFile,
  savedPartSize,
  savedRootFile,
} from '../../content/files/saved-list.ts';
import type { SavedEntry, SavedFile } from '../../content/files/saved-list.ts';
import type { CatalogEntry } from '../../content/model/catalog-entry.ts';
import { nameSource } from '../../content/model/post.ts';
import { decodePath, pageFile, recordFile } from '../../content/site/permalink.ts';
import { hashBytes } from '../disk/hash-bytes.ts';
import type { CopiedFile, OutputFile } from '../disk/output-file.ts';
import { decodeValue } from '../feeds/serialized-html.ts';

/** Collects what a build publishes, for the list of what readers may save. */
export interface SavedList {
  /** Takes note of a file that was written, or is there already. Others than a reader may save are passed over. */
  note(fileName: string, content: string | Uint8Array): void;
  /** The files of the list: once everything has been noted. */
  list(): readonly OutputFile[];
}

/** The input of {@link createSavedList}. */
export interface SavedListOptions {
  readonly catalog: Catalog;
  readonly buildId: string;
  /** Path the blog lives under, with `/` at both ends. */
  readonly base: string;
  /** Files published byte for byte, posts among them. */
  readonly copies: readonly CopiedFile[];
}

/** A noted file. */
interface Noted {
  readonly sizeBytes: number;
  readonly hash: string;
  /** Paths of pictures that a page shows. */
  readonly pictures: readonly string[];
}

/** Pages around the posts that a saved blog begins with; all other lists the app draws from their data. */
const roots = new Set(['', 'archive/', 'keywords/'].map((path) => `${path}index.html`));
/** Long enough that two versions of one file never have the same. */
const stampLength = 12;

/** A picture in a page as our serializer writes it: with every value in double quotes. */
const pictureTag = /<img(?:\s+[^\s=<>/]+(?:="[^"]*")?)*?\s+src="([^"]*)"/g;

/** A list of what readers may save of a blog, with sizes and stamps. */
export function createSavedList({ catalog, buildId, base, copies }: SavedListOptions): SavedList {
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
  return {
    note(fileName, content) {
      const isData = fileName.startsWith('data/v1/');
      if (!isData && !posts.has(fileName) && !roots.has(fileName)) return;
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      const pictures =
        typeof content === 'string' && /\.html?$/.test(fileName) ? findPictures(content, base) : [];
      noted.set(fileName, {
        sizeBytes: bytes.length,
        hash: hashBytes(bytes).slice(0, stampLength),
        pictures,
      });
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
      const files = [...noted].flatMap(([fileName, file]) => toSavedFile(fileName, file));
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
  };
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
  return file === undefined ? 0 : (statSync(file, { throwIfNoEntry: false })?.size ?? 0);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
