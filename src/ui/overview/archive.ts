import { countArchive, countArchivePages, isListed } from '../../content/files/archive-data.ts';
import type { ArchiveList, ArchivePlace, Library, Overview } from '../../content/model/library.ts';

/** A page of the archive, and what is known of the blog it is of. */
export interface ArchiveView extends ArchiveList {
  readonly overview: Overview;
  readonly place: ArchivePlace;
  readonly pageCount: number;
}

type ArchiveLibrary = Pick<Library, 'loadOverview' | 'loadArchive'>;

/** The page of the archive at `place`, of one build with its overview. */
export async function loadArchiveView(
  library: ArchiveLibrary,
  place: ArchivePlace,
): Promise<ArchiveView> {
  const view = await loadView(library, place);
  const { buildId } = await library.loadOverview().catch(() => view.overview);
  // When the blog was published anew in between, years and months may be others.
  return buildId === view.overview.buildId ? view : loadView(library, place);
}

async function loadView(library: ArchiveLibrary, place: ArchivePlace): Promise<ArchiveView> {
  const overview = await library.loadOverview();
  if (!isListed(overview, place)) {
    return { rows: [], total: countArchive(overview, place), overview, place, pageCount: 1 };
  }
  const list = await library.loadArchive(place);
  return { ...list, overview, place, pageCount: countArchivePages(place, list.total) };
}

/**
 * The address of a part of the archive, under the base.
 *
 * @example
 * formatArchivePath({ year: 2019, month: 3, pageNumber: 2 })  // '/archive/2019/03/page/2/'
 * formatArchivePath({ year: 0 })  // '/archive/undated/'
 */
export function formatArchivePath(place: Partial<ArchivePlace>): string {
  const year = place.year === undefined ? '' : `${place.year === 0 ? 'undated' : place.year}/`;
  const month = place.month === undefined ? '' : `${String(place.month).padStart(2, '0')}/`;
  const page = (place.pageNumber ?? 1) > 1 ? `page/${place.pageNumber}/` : '';
  return `/archive/${year}${month}${page}`;
}
