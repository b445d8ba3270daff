import type { ListRequest, Overview } from '../content/library.ts';

/** A blog with more posts than this shows years and months in its archive, and their posts on pages of their own. */
export const wholeArchiveLimit = 200;
/** A year with more posts than this shows its months first. */
export const wholeYearLimit = 100;
/** Pages of a list on one page of the archive: rows are short, so five of twenty. */
export const listsPerArchivePage = 5;

/** What part of the archive an address means. */
export interface ArchivePlace {
  /** 0 stands for undated; `undefined` for the whole. */
  readonly year: number | undefined;
  readonly month: number | undefined;
  readonly pageNumber: number;
}

/** The address of a part of the archive, under the base. */
export function formatArchivePath(place: Partial<ArchivePlace>): string {
  const year = place.year === undefined ? '' : `${place.year === 0 ? 'undated' : place.year}/`;
  const month = place.month === undefined ? '' : `${String(place.month).padStart(2, '0')}/`;
  const page = (place.pageNumber ?? 1) > 1 ? `page/${place.pageNumber}/` : '';
  return `/archive/${year}${month}${page}`;
}

/** The list a part of the archive shows. */
export function archiveRequest(
  place: Pick<ArchivePlace, 'year' | 'month'>,
  pageNumber: number,
): ListRequest {
  const { year, month } = place;
  if (year === undefined) return { kind: 'all', pageNumber };
  if (year === 0) return { kind: 'undated', pageNumber };
  if (month === undefined) return { kind: 'year', year, pageNumber };
  return { kind: 'month', year, month, pageNumber };
}

/** How many posts a part of the archive has. */
export function countArchive(overview: Overview, place: Omit<ArchivePlace, 'pageNumber'>): number {
  const { year, month } = place;
  if (year === undefined) return overview.total;
  if (year === 0) return overview.undated;
  const found = overview.years.find((entry) => entry.year === year);
  return (month === undefined ? found?.count : found?.months[month - 1]) ?? 0;
}

/** Whether a part shows its posts, or only the way to smaller parts. */
export function isListed(overview: Overview, place: Omit<ArchivePlace, 'pageNumber'>): boolean {
  if (place.year === undefined) return overview.total <= wholeArchiveLimit;
  return (
    place.year === 0 || place.month !== undefined || countArchive(overview, place) <= wholeYearLimit
  );
}
