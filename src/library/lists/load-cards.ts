import type { IndexRoot } from '../../content/files/post-index.ts';
import type { PostCard } from '../../content/model/post.ts';
import type { PostIndex } from './load-index.ts';
import { loadPlaces } from './load-places.ts';
import type { Row } from './load-places.ts';

/** The cards of posts by id; `undefined` in the place of an id that no post has. */
export async function loadCards(
  index: PostIndex,
  ids: readonly number[],
): Promise<readonly (PostCard | undefined)[]> {
  const toRow = (root: IndexRoot): Row<undefined> => ({
    source: undefined,
    request: {
      places: ids.filter((id) => id >= 0 && id < root.total),
      blocks: root.blocks,
      load: (number, stamp) => index.loadShard(number, stamp),
    },
  });
  const { cards } = await loadPlaces(toRow(await index.loadRoot()), async () =>
    toRow(await index.reloadRoot()),
  );
  const byId = new Map(cards.map((card) => [card.id, card]));
  return ids.map((id) => byId.get(id));
}
