import { findArchiveSource, selectRows } from '../../content/files/archive-data.ts';
import type { ArchiveList, ArchivePlace } from '../../content/model/library.ts';
import { followDeploy } from './follow-deploy.ts';
import type { PostIndex } from './load-index.ts';

/**
 * One page of the archive, from one file.
 *
 * Rejects with a `LibraryError` when the file is missing or broken; asked again, it asks again.
 */
export async function loadArchive(index: PostIndex, place: ArchivePlace): Promise<ArchiveList> {
  return followDeploy(index, async () => {
    const source = findArchiveSource(await index.loadOverview(), place);
    if (source === undefined) return { rows: [], total: 0 };
    const { rows, total } = await index.loadArchive(source.name);
    return source.isShared ? selectRows(rows, place) : { rows, total };
  });
}
