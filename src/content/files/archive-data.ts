// Which posts each page of the archive has, and the files of `data/v1/a/` they are in: for the build that
// writes them, the browser that reads them and the screen.
import { openData } from './data-reader.ts';
import type { ArchiveList, ArchivePlace, ArchiveRow, Overview } from '../model/library.ts';
import { indexSchema } from './post-index.ts';
import { decodeRows, encodeRows } from './row-data.ts';

/** A blog with more posts than this shows years and months in its archive, and their posts on pages of their own. */
export const wholeArchiveLimit = 200;
/** A year with more posts than this shows its months first. */
export const wholeYearLimit = 100;
/** Rows on a page of the archive; the whole of a small blog is one page. */
export const rowsPerPage = 100;

/** A part of the archive, all its pages together. */
export type ArchivePart = Omit<ArchivePlace, 'pageNumber'>;

/** `a/<name>.json`: rows, newest first. */
export interface ArchiveShard extends ArchiveList {
  readonly buildId: string;
}

/** The place of the rows of a page. */
export interface ArchiveSource {
  /** What `a/<name>.json` is called. */
  readonly name: string;
  /** Whether the file has other pages too: those of a small year or a small blog are together. */
  readonly isShared: boolean;
}

/** The number of posts in a part of the archive. */
export function countArchive(overview: Overview, { year, month }: ArchivePart): number {
  if (year === undefined) return overview.total;
  if (year === 0) return overview.undated;
  const found = overview.years.find((entry) => entry.year === year);
  return (month === undefined ? found?.count : found?.months[month - 1]) ?? 0;
}

/** Tells a part that shows its posts from one that shows the way to smaller parts. */
export function isListed(overview: Overview, part: ArchivePart): boolean {
  if (part.year === undefined) return overview.total <= wholeArchiveLimit;
  if (part.year === 0 || part.month !== undefined) return true;
  return countArchive(overview, part) <= wholeYearLimit;
}

/** The number of pages that `total` rows of a part take. */
export function countArchivePages({ year }: ArchivePart, total: number): number {
  return year === undefined ? 1 : Math.max(1, Math.ceil(total / rowsPerPage));
}

/** The file with the rows of `place`; `undefined` when there are none, or smaller parts have them. */
export function findArchiveSource(
  overview: Overview,
  place: ArchivePlace,
): ArchiveSource | undefined {
  const total = countArchive(overview, place);
  const pageCount = countArchivePages(place, total);
  if (total === 0 || place.pageNumber > pageCount || !isListed(overview, place)) return undefined;
  if (overview.total <= wholeArchiveLimit) return { name: 'all', isShared: true };
  if (place.year === 0) return { name: nameArchivePage(place), isShared: false };
  const isWholeYear = countArchive(overview, { ...place, month: undefined }) <= wholeYearLimit;
  if (isWholeYear) return { name: String(place.year), isShared: true };
  return { name: nameArchivePage(place), isShared: false };
}

/** The name of the file of one page: `undated-1`, `2019-03-2`. */
export function nameArchivePage({ year = 0, month = 0, pageNumber }: ArchivePlace): string {
  if (year === 0) return `undated-${pageNumber}`;
  return `${year}-${String(month).padStart(2, '0')}-${pageNumber}`;
}

/** The page at `place` from `rows`, newest first, which may be more than those of its part. */
export function selectRows(rows: readonly ArchiveRow[], place: ArchivePlace): ArchiveList {
  const found = rows.filter(({ day }) => isWithin(day, place));
  if (place.year === undefined) return { rows: found, total: found.length };
  const start = (place.pageNumber - 1) * rowsPerPage;
  return { rows: found.slice(start, start + rowsPerPage), total: found.length };
}

/** The file of an {@link ArchiveShard}. */
export function archiveFile(name: string): string {
  return `data/v1/a/${name}.json`;
}

/** An archive page as the text of its file: JSON with the rows in columns, newest first. */
export function encodeArchive({ buildId, total, rows }: ArchiveShard): string {
  return JSON.stringify({ schema: indexSchema, buildId, total, ...encodeRows(rows) });
}

/**
 * The archive page in `value`, the parsed file `place`.
 *
 * @throws ContentError naming `place` and the field that is wrong
 */
export function decodeArchive(value: unknown, place: string): ArchiveShard {
  const data = openData(value, place, indexSchema);
  return {
    buildId: data.string('buildId'),
    total: data.integer('total'),
    rows: decodeRows(data),
  };
}

function isWithin(day: string | undefined, { year, month }: ArchivePart): boolean {
  if (year === undefined) return true;
  if (day === undefined) return year === 0;
  const isYear = Number(day.slice(0, 4)) === year;
  return isYear && (month === undefined || Number(day.slice(5, 7)) === month);
}
