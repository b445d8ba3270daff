import type { PostCard } from './post.ts';

/** What a reader saves for reading without a network. */
export type SavedScope =
  | { readonly kind: 'post'; readonly permalink: string; readonly title: string }
  | { readonly kind: 'keyword'; readonly slug: string; readonly name: string }
  | { readonly kind: 'blog' };

/** Something that was saved. */
export interface SavedItem {
  readonly scope: SavedScope;
  /** Posts of it that are on this device. */
  readonly count: number;
  readonly sizeBytes: number;
}

/** All that is saved on this device. */
export interface SavedState {
  /** In the order of saving. */
  readonly items: readonly SavedItem[];
  /** Every saved post once, newest first; free pages are not among them. */
  readonly posts: readonly PostCard[];
  /** Of everything, each file counted once. */
  readonly sizeBytes: number;
}

/** What saving would bring. */
export interface SaveOffer {
  readonly count: number;
  /** Bytes of what is not on this device yet. */
  readonly sizeBytes: number;
}

/** Options of `SavedPosts.save`. */
export interface SaveOptions {
  readonly signal: AbortSignal;
  /** Called with the part that is done, from 0 to 1. */
  readonly onProgress: (part: number) => void;
}

/** A name for `scope` that no other has. */
export function keyOfScope(scope: SavedScope): string {
  switch (scope.kind) {
    case 'post':
      return `post ${scope.permalink}`;
    case 'keyword':
      return `keyword ${scope.slug}`;
    case 'blog':
      return 'blog';
    default:
      return scope satisfies never;
  }
}
