import { nameSource } from '../model/post.ts';
import type { HiddenReason, OwnReason, PostMeta } from '../model/post.ts';
import type { Catalog } from './catalog.ts';

/**
 * `posts` with those that wait to be published as if they were: drafts, posts of the future, alone or with their section. What
 * is hidden for another reason, as a template, stays hidden: nobody is writing it for readers.
 */
export function revealHidden<Post extends { readonly meta: PostMeta }>(
  posts: readonly Post[],
): readonly Post[] {
  return posts.map((post) =>
    isWaiting(post.meta) ? { ...post, meta: { ...post.meta, hidden: undefined } } : post,
  );
}

/** Whether a post will be published as it is, once it is no draft or its day has come. */
export function isWaiting({ hidden }: PostMeta): boolean {
  const kind = ownReason(hidden)?.kind;
  return kind === 'draft' || kind === 'unpublished' || kind === 'future';
}

/** The posts of `catalog` that their own files, of which `metas` tell, hide: the reasons by permalink. */
export function findUnpublished(
  catalog: Catalog,
  metas: readonly PostMeta[],
): ReadonlyMap<string, HiddenReason> {
  const hidden = new Map(metas.map((meta) => [nameSource(meta), meta.hidden]));
  return new Map(
    [...catalog.entries, ...catalog.pages].flatMap(({ meta, card }) => {
      const reason = hidden.get(nameSource(meta));
      return reason === undefined ? [] : [[card.permalink, reason] as const];
    }),
  );
}

/** The reason why a waiting post is not published yet, in a word or two. */
export function labelHidden(hidden: HiddenReason): string {
  const reason = ownReason(hidden);
  return reason?.kind === 'future' ? `From ${reason.day}` : 'Draft';
}

function ownReason(hidden: HiddenReason | undefined): OwnReason | undefined {
  return hidden?.kind === 'section' ? hidden.reason : hidden;
}
