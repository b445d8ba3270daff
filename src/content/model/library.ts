// Over 250 lines because it is one interface with the types of its questions and answers.

import type { ShownProblem } from './problem.ts';
import type { SafeHtml } from './html.ts';
import type { SavedScope, SavedState, SaveOffer, SaveOptions } from './saved.ts';
import type { Collection, Heading, PostCard, PostDate, PostLink } from './post.ts';

/** A keyword and how many posts have it. */
export interface KeywordCount {
  readonly name: string;
  readonly slug: string;
  readonly count: number;
}

/** A year of the archive and how its posts spread over the months. */
export interface YearCount {
  readonly year: number;
  readonly count: number;
  /** Twelve counts, January first. */
  readonly months: readonly number[];
}

/** The blog as a whole: counts, keywords and years. */
export interface Overview {
  /** Changes with each deploy. */
  readonly buildId: string;
  /** Published posts, undated ones included. */
  readonly total: number;
  /** Posts without a date. */
  readonly undated: number;
  /** The commonest 64, by count, then name. `loadKeywords` gives all. */
  readonly keywords: readonly KeywordCount[];
  /** How many keywords there are in all. */
  readonly keywordTotal: number;
  /** Newest first. */
  readonly years: readonly YearCount[];
  /** Posts that come first on home, in their order; `undefined`: none. */
  readonly pinned?: readonly PostCard[] | undefined;
  /** Stamps of the list files, for the library alone. */
  readonly blocks?: readonly string[] | undefined;
}

/** A part of the archive: all of it, a year or a month. */
export interface ArchivePlace {
  /** 0 stands for undated; `undefined` for the whole. */
  readonly year: number | undefined;
  /** 1 to 12. */
  readonly month: number | undefined;
  /** 1-based. */
  readonly pageNumber: number;
}

/** A line of the archive. */
export interface ArchiveRow extends PostLink {
  /** As in a card. */
  readonly day: string | undefined;
  readonly language: string | undefined;
}

/** One page of a part of the archive. */
export interface ArchiveList {
  /** Newest first; none where the part is shown by its months or years. */
  readonly rows: readonly ArchiveRow[];
  /** Posts in the whole part. */
  readonly total: number;
}

/**
 * The extent of the counts of a list: complete (`all`, the default) or only for the
 * keywords of the overview (`common`), which saves a request on a blog with more than those.
 */
export type CountScope = 'common' | 'all';

/** A list of posts, newest first, undated last. `pageNumber` is 1-based; a page has `pageSize` posts. */
export type ListRequest =
  | { readonly kind: 'all'; readonly pageNumber: number }
  | {
      readonly kind: 'keyword';
      readonly slug: string;
      readonly pageNumber: number;
      readonly counts?: CountScope | undefined;
    }
  | {
      readonly kind: 'selection';
      /** Slugs; posts must have all. One or more. */
      readonly keywords: readonly string[];
      readonly pageNumber: number;
      readonly counts?: CountScope | undefined;
    };

/** Keywords of the blog, the commonest first, that every search counts: as many as a folded row of chips shows. */
export const commonCounts = 12;

/** Posts on one page of every list. */
export const pageSize = 20;

/** One page of a list. */
export interface PostList {
  readonly posts: readonly PostCard[];
  /** Posts in the whole list. */
  readonly total: number;
  readonly pageNumber: number;
  readonly pageCount: number;
  /**
   * Posts of the whole list that have each keyword, by slug; a missing slug is 0. Exact. Given for
   * `keyword` and `selection`; for the others the overview's counts hold. Asked for with `counts:
   * 'common'`, only the slugs of the overview's keywords are sure to be there.
   */
  readonly counts: Readonly<Record<string, number>> | undefined;
  /** Why `counts` lack the slugs that the overview does not have, although all were asked for. */
  readonly countsFailure?: unknown;
  /**
   * The keywords that most posts of the list have too, by count, then name, at most eight. Given when posts of
   * one keyword are asked for.
   */
  readonly companions?: readonly KeywordCount[] | undefined;
}

/** A body as it can be shown. */
export type PostBody =
  | { readonly kind: 'html'; readonly html: SafeHtml }
  /** Rendering failed or took too long: the source as plain text with a note. */
  | { readonly kind: 'source'; readonly text: string; readonly reason: 'timeout' | 'failed' }
  | { readonly kind: 'empty' };

/** A post sharing keywords with the one shown. */
export interface RelatedPost extends PostLink {
  /** Names of the shared keywords. */
  readonly shared: readonly string[];
}

/** The series a post is part of. */
export interface SeriesView {
  readonly name: string;
  /** In reading order; the shown post among them. */
  readonly parts: readonly PostLink[];
  /** 1-based place of the shown post. */
  readonly part: number;
}

/** The same post in another language. */
export interface Translation extends PostLink {
  readonly language: string;
}

/** The wishes of a post about its page, which few posts have: as in `PostMeta`. */
export interface PostWishes {
  readonly canonical?: string | undefined;
  readonly isUnindexed?: boolean | undefined;
  readonly isPage?: boolean | undefined;
  readonly toc?: boolean | undefined;
}

/** The facts of a post that are shown around its body. */
export interface PostFacts extends PostWishes {
  readonly collection: Collection;
  readonly card: PostCard;
  readonly date: PostDate | undefined;
  readonly updated: PostDate | undefined;
  readonly author: string | undefined;
  readonly description: string | undefined;
  /** Cover image: path under the base or absolute URL, resolved. */
  readonly image: string | undefined;
  /** Older by date. */
  readonly previous: PostLink | undefined;
  readonly next: PostLink | undefined;
  /** At most three. */
  readonly related: readonly RelatedPost[];
  /** Posts whose text leads here, newest first; absent for none. */
  readonly backlinks?: readonly PostLink[] | undefined;
  readonly series: SeriesView | undefined;
  readonly translations: readonly Translation[];
  /** Whatever was wrong with the file; shown in development only, empty in a published blog. */
  readonly problems: readonly ShownProblem[];
}

/** Everything the post page shows. */
export interface PostView extends PostFacts {
  readonly body: PostBody;
  readonly headings: readonly Heading[];
}

/** A run of text, lit when it matched. */
export interface MarkedRun {
  readonly text: string;
  readonly isMatch: boolean;
}

/** The part of a post's text that a search result shows. */
export interface SearchPassage {
  /** About 24 words around the best passage; `undefined` until the full text was read, or when it has none. */
  readonly excerpt: readonly MarkedRun[] | undefined;
  /** Up to three sections of the post that match. */
  readonly sections: readonly { readonly id: string; readonly title: readonly MarkedRun[] }[];
}

/** A search result. */
export interface SearchHit extends SearchPassage {
  readonly post: PostCard;
  readonly title: readonly MarkedRun[];
}

/** The words and keywords to search for. */
export interface SearchRequest {
  readonly text: string;
  /** Slugs; hits must have all. */
  readonly keywords: readonly string[];
  readonly order: 'best' | 'newest';
  /** How many hits to return from the start. */
  readonly limit: number;
  /**
   * Whether counts must be complete (`all`, the default) or those of the {@link commonCounts} commonest keywords
   * are enough (`common`), which in a blog of thousands saves much.
   */
  readonly counts?: CountScope | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The answer to a search. */
export interface SearchAnswer {
  readonly hits: readonly SearchHit[];
  /** Posts that match in all. */
  readonly total: number;
  /** Matching posts for each keyword slug. Exact, but where docs/search.md says that it is an upper bound. */
  readonly counts: Readonly<Record<string, number>>;
  /** `common`: what `counts` does not name is not known, and more can be asked for; `all`: no post has it. */
  readonly counted: CountScope;
  /** `some`: no post has every word, these have some. */
  readonly match: 'all' | 'some' | 'none';
  /** Words that were searched instead of those typed, when typos were repaired. */
  readonly corrections: readonly { readonly typed: string; readonly used: string }[];
  /** Titles near the words typed, when nothing matched. At most three. */
  readonly suggestions: readonly PostLink[];
  /** Whether the full text was searched, or only titles (index missing or offline). */
  readonly scope: 'text' | 'titles';
}

/** The posts that a reader has saved on this device, and the way to save more. Promises reject with the library's one error class. */
export interface SavedPosts {
  read(): Promise<SavedState>;
  /** What saving `scope` would bring; `undefined` when the blog has nothing of it any more. */
  offer(scope: SavedScope): Promise<SaveOffer | undefined>;
  /**
   * Saves all of `scope`. When it fails or is given up, what was begun is taken back. Rejects with `kind` `full` when the
   * device has no room.
   */
  save(scope: SavedScope, options: SaveOptions): Promise<void>;
  /** Removes `scope`, and all posts that nothing else that is saved asks for. */
  remove(scope: SavedScope): Promise<void>;
  removeAll(): Promise<void>;
  /** Has all copies follow the blog, if it has another build than they were last compared with. */
  refresh(): Promise<void>;
  /** Searches the texts of saved posts, without the index. */
  search(request: SearchRequest): Promise<SearchAnswer>;
  /** Calls `listener` when something was saved or removed, in whichever tab. Returns the way to stop. */
  onChange(listener: () => void): () => void;
}

/** Every question the screen may ask about posts. Promises reject with the room's one error class. */
export interface Library {
  loadOverview(): Promise<Overview>;
  /** All keywords, by count, then name, however many. */
  loadKeywords(): Promise<readonly KeywordCount[]>;
  loadList(request: ListRequest): Promise<PostList>;
  loadArchive(place: ArchivePlace): Promise<ArchiveList>;
  /**
   * The post or free page at a decoded path such as `/posts/x/`; `undefined` when there is none. A `signal` gives up
   * waiting, and drops the request when nobody else waits for it.
   */
  loadPost(permalink: string, signal?: AbortSignal): Promise<PostView | undefined>;
  /** Starts loading what `loadPost` will need. Never throws. */
  prefetchPost(permalink: string): void;
  /** Whether the post is in memory, or on its way there. */
  hasPost(permalink: string): boolean;
  /** Loads all code that opening posts and lists needs, so that only their data is left to fetch. */
  warmUp(): Promise<void>;
  /** The card of a post that an answer has told of before, if it is still in memory. */
  findCard(permalink: string): PostCard | undefined;
  /** The title of a post that an answer has named before: a list, the archive, or another post that leads to it. */
  findTitle(permalink: string): string | undefined;
  /** All cards in memory, in no order. */
  listCards(): Iterable<PostCard>;
  /** Whether the server has a page at a decoded path, whoever made it: one of the static files, or an old address. */
  hasPage(permalink: string): Promise<boolean>;
  /** Up to three posts whose address is near a missing one. */
  findNearPosts(permalink: string): Promise<readonly PostLink[]>;
  search(request: SearchRequest): Promise<SearchAnswer>;
  /** Starts loading what the first search needs. Never throws. */
  prefetchSearch(): void;
  /** The passage of a post that a search found but showed without one. `text` has its slips repaired. */
  loadPassage(text: string, post: PostCard): Promise<SearchPassage>;
  /** A function that lights in any text what a search for `words` finds: other forms of a word too. */
  openMarker(words: string): Promise<(text: string) => readonly MarkedRun[]>;
  /** What the reader has saved on this device. Rejects when the code of it does not come. */
  openSaved(): Promise<SavedPosts>;
  /**
   * The reader goes to another page or list. Requests of lists and of the search that were made before are dropped soon,
   * unless they are made again.
   */
  moveOn(): void;
  /** Calls `listener` when posts changed under a running development server. Returns the way to stop. */
  onChange(listener: () => void): () => void;
}
