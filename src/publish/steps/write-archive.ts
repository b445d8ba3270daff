import {
  archiveFile,
  countArchivePages,
  encodeArchive,
  nameArchivePage,
  rowsPerPage,
  wholeArchiveLimit,
  wholeYearLimit,
} from '../../content/files/archive-data.ts';
import type { ArchivePart } from '../../content/files/archive-data.ts';
import type { Catalog } from '../../content/blog/catalog.ts';
import type { ArchiveRow } from '../../content/model/library.ts';
import type { OutputFile } from '../disk/output-file.ts';

/**
 * The files of the archive: one with all of a small blog; else one for each year of few posts, and for the
 * months of other years and for undated posts one a page.
 */
export function* writeArchive(
  { entries, undated, years }: Pick<Catalog, 'entries' | 'undated' | 'years'>,
  buildId: string,
): Generator<OutputFile, void> {
  const write = (name: string, rows: readonly ArchiveRow[], total = rows.length): OutputFile => ({
    fileName: archiveFile(name),
    content: encodeArchive({ buildId, total, rows }),
  });
  function* writePages(part: ArchivePart, rows: readonly ArchiveRow[]): Generator<OutputFile> {
    for (let page = 1; rows.length > 0 && page <= countArchivePages(part, rows.length); page++) {
      const own = rows.slice((page - 1) * rowsPerPage, page * rowsPerPage);
      yield write(nameArchivePage({ ...part, pageNumber: page }), own, rows.length);
    }
  }
  const rows = entries.map(({ card }): ArchiveRow => card).toReversed();
  if (rows.length === 0) return;
  if (rows.length <= wholeArchiveLimit) {
    yield write('all', rows);
    return;
  }
  yield* writePages({ year: 0, month: undefined }, rows.slice(rows.length - undated));
  // Years come newest first, as the rows do.
  let start = 0;
  for (const { year, count, months } of years) {
    if (count <= wholeYearLimit) yield write(String(year), rows.slice(start, start + count));
    let from = start;
    for (let month = 12; month > 0; month--) {
      const length = months[month - 1] ?? 0;
      if (count > wholeYearLimit)
        yield* writePages({ year, month }, rows.slice(from, from + length));
      from += length;
    }
    start += count;
  }
}
