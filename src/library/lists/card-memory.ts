import type { PostCard } from '../../content/model/post.ts';
import { createBoundedMap } from '../net/bounded-map.ts';

/** Cards kept for titles and near addresses. */
const keptCards = 5000;

/** The cards of earlier answers. */
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

function isSameCard(a: PostCard, b: PostCard): boolean {
  return a === b || JSON.stringify(listValues(a)) === JSON.stringify(listValues(b));
}

/** All that a card says, in one order. A field that is not named here does not compile. */
function listValues(card: PostCard): unknown[] {
  const { id, path, permalink, title, day, minutes, keywords, summary, language, ...rest } = card;
  rest satisfies Record<string, never>;
  const names = keywords.map(({ name, slug }) => [name, slug]);
  return [id, path, permalink, title, day, minutes, names, summary, language];
}
