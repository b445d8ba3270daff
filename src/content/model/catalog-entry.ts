import type { PostCard, PostMeta } from './post.ts';

/** A published post or free page and its card. */
export interface CatalogEntry {
  /** As parsed, but for a permalink changed by a clash and keywords under their display names. */
  readonly meta: PostMeta;
  /** `card.id` is the place in `Catalog.entries`; -1 for a free page. */
  readonly card: PostCard;
}
