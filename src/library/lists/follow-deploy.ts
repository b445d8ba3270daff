import { isNotFound, LibraryError } from '../net/library-error.ts';
import type { PostIndex } from './load-index.ts';

/**
 * The list that `load` gives. When a file it needs is not there, a new build may have no such file: it is then called
 * once more, by the root as it is now.
 *
 * Rejects with `bad-content` when the file is missing by that root too.
 *
 * @param isLacking - whether what `load` gave lacks something for want of a file
 */
export async function followDeploy<List>(
  index: Pick<PostIndex, 'reloadRoot'>,
  load: () => Promise<List>,
  isLacking: (list: List) => boolean = () => false,
): Promise<List> {
  try {
    const list = await load();
    if (!isLacking(list)) return list;
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
  await index.reloadRoot();
  return load().catch((cause: unknown) => {
    if (!isNotFound(cause)) throw cause;
    throw new LibraryError('bad-content', 'A list file that must be there is missing.', { cause });
  });
}
