import type { Problem } from './content-error.ts';
import type { RelatedPost, SeriesView, Translation } from './library.ts';
import type { ImageSize, PostCard, PostDate, PostLink } from './post.ts';

/**
 * What `<permalink>post.json` tells of a post beyond its own text, so that the browser renders the
 * raw Markdown exactly as the build did.
 */
export interface PostRecord {
  readonly collection: 'posts' | 'pages';
  readonly card: PostCard;
  readonly date: PostDate | undefined;
  readonly updated: PostDate | undefined;
  readonly author: string | undefined;
  readonly description: string | undefined;
  readonly image: string | undefined;
  /** Internal references as written, without `#hash`, and the decoded path each leads to. */
  readonly references: Readonly<Record<string, string>>;
  /** Sizes of local images by decoded path under the base. */
  readonly images: Readonly<Record<string, ImageSize>>;
  readonly previous: PostLink | undefined;
  readonly next: PostLink | undefined;
  readonly related: readonly RelatedPost[];
  readonly series: SeriesView | undefined;
  readonly translations: readonly Translation[];
  /** Development only; empty in a published blog. */
  readonly problems: readonly Problem[];
}
