import type { PostView } from '../../content/model/library.ts';
import type { PostDate } from '../../content/model/post.ts';
import type { Site } from '../../content/site/site.ts';

/** One element of `head`. */
export interface HeadTag {
  readonly name: 'meta' | 'link' | 'script';
  readonly attributes: Readonly<Record<string, string>>;
  /** Text of a data script: JSON. */
  readonly text?: string | undefined;
}

/** The parts that addresses in a head are made with. */
export interface HeadWorld {
  readonly site: Site;
  readonly base: string;
  /** Whole address of a path under the base; `undefined` when the site's own is not known. */
  readonly toUrl: ((permalink: string) => string) | undefined;
}

/** Tells a post from a free page. */
export function isArticle(post: PostView | undefined): post is PostView {
  return post?.collection === 'posts' && post.isPage !== true;
}

/** The moment of a date if it has one, else its day: how the head writes dates. */
export function momentOf(date: PostDate | undefined): string | undefined {
  return date?.instant ?? date?.day;
}
