import type { PostCard } from '../../content/model/post.ts';
import { createBoundedMap } from '../net/bounded-map.ts';
import { isSameCard } from './same-card.ts';

/** Cards kept for titles and near addresses. */
const keptCards = 5000;

/** The cards that answers have told of. */
export interface CardMemory {
  find(permalink: string): PostCard | undefined;
  /** All cards, in no order. */
  list(): Iterable<PostCard>;
  /** The card as another answer gave it, unless it has changed: on screen it keeps its node. */
  intern(card: PostCard): PostCard;
  /** Keeps cards that may be of the search index and so without a summary: those of lists are better. */
  remember(cards: Iterable<PostCard>): void;
  clear(): void;
}

/** An empty memory. */
export function createCardMemory(): CardMemory {
  const cards = createBoundedMap<PostCard>(keptCards);
  const intern = (card: PostCard): PostCard => {
    const known = cards.get(card.permalink);
    if (known !== undefined && isSameCard(known, card)) return known;
    cards.set(card.permalink, card);
    return card;
  };
  return {
    find: (permalink) => cards.get(permalink),
    list: () => cards.values(),
    intern,
    remember(seen) {
      for (const card of seen) {
        const isBetter = card.summary !== '' || !cards.get(card.permalink)?.summary;
        if (isBetter) intern(card);
      }
    },
    clear: () => cards.clear(),
  };
}
