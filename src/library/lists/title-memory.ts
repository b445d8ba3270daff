import type { ArchiveList, PostView } from '../../content/model/library.ts';
import type { PostLink } from '../../content/model/post.ts';

type Links = Pick<PostView, 'previous' | 'next' | 'related' | 'backlinks' | 'series'>;

/** Titles of posts that something has led to without their cards. */
export interface TitleMemory {
  find(permalink: string): string | undefined;
  /** Keeps the titles of the rows, and gives the list back. */
  rememberRows(list: ArchiveList): ArchiveList;
  /** Keeps the titles of the posts that the one shown leads to. */
  rememberLinks(view: Links): void;
}

/** No titles yet. */
export function createTitleMemory(): TitleMemory {
  const titles = new Map<string, string>();
  const remember = (links: readonly (PostLink | undefined)[]): void => {
    for (const link of links) if (link) titles.set(link.permalink, link.title);
  };
  return {
    find: (permalink) => titles.get(permalink),
    rememberRows(list) {
      remember(list.rows);
      return list;
    },
    rememberLinks({ previous, next, related, backlinks = [], series }) {
      remember([previous, next, ...related, ...backlinks, ...(series?.parts ?? [])]);
    },
  };
}
