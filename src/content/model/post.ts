import type { Problem } from './problem.ts';
import type { PartName } from './part.ts';
import type { UntrustedHtml } from './html.ts';

/** The folder of a post: `posts` are dated and listed; `pages` are free pages such as `/about/`, never listed. */
export type Collection = 'posts' | 'pages';

/** The day, and the moment when the source gave one, that a post carries. */
export interface PostDate {
  /** Calendar day in the site's time zone, `YYYY-MM-DD`: the same for every reader. */
  readonly day: string;
  /** UTC instant, `YYYY-MM-DDTHH:mm:ssZ`, when the source gave a time of day; else `undefined`. */
  readonly instant: string | undefined;
}

/** A term of the `keywords` taxonomy. */
export interface Keyword {
  /** As the author wrote it. */
  readonly name: string;
  /** Last part of its address. In a catalog each keyword has its own; a post alone does not know of twins. */
  readonly slug: string;
}

/** The series that a post belongs to by its front matter. */
export interface SeriesEntry {
  readonly name: string;
  /** Place in the series as given; `undefined` orders by date. */
  readonly order: number | undefined;
}

/** The reason why a post is left out of the published blog: for its own sake, or with the section it lies in. */
export type HiddenReason =
  OwnReason | { readonly kind: 'section'; readonly path: string; readonly reason: OwnReason };

/** The reason why a post is left out for its own sake. */
export type OwnReason =
  | { readonly kind: 'draft' }
  /** A part of its path begins with `_`: a file or a folder, which ends with `/`. */
  | { readonly kind: 'name'; readonly part: string }
  /** It is a page that a theme makes of all posts; ours that is like it is at `to`. */
  | { readonly kind: 'theme'; readonly layout: string; readonly to: string }
  /** It has moved to an address, which its own leads to: one under the base with `/` at the start, or a whole one. */
  | { readonly kind: 'moved'; readonly to: string }
  /** It is a template of a vault, in the folder `folder`. */
  | { readonly kind: 'template'; readonly folder: string }
  /** A setting says so: `published`, `private`, `status` or the like; `value` as written, shortened. */
  | { readonly kind: 'unpublished'; readonly setting: string; readonly value: string }
  /** The setting that would tell cannot be read; `value` is what it holds, shortened. */
  | { readonly kind: 'unclear'; readonly setting: string; readonly value: string }
  | { readonly kind: 'future'; readonly day: string }
  | { readonly kind: 'expired'; readonly day: string };

/** The facts that the file of a post tells of it: all that lists need. Serializable. */
export interface PostMeta {
  /** Source path within its folder, `/` between parts: `2019-03-04-x/index.md`. */
  readonly path: string;
  readonly collection: Collection;
  /** Full path under the base, decoded, with `/` at both ends: `/posts/bye-bye/`. See `permalink.ts`. */
  readonly permalink: string;
  /** Plain text, bounded as all texts that other pages repeat: see `repeated-texts.ts`. */
  readonly title: string;
  readonly date: PostDate | undefined;
  readonly updated: PostDate | undefined;
  readonly keywords: readonly Keyword[];
  /** Texts of which each word is one of the keywords, as Jekyll has it; none when left out. */
  readonly phrases?: readonly string[];
  /** `description` of the front matter, plain text; `undefined` if none. */
  readonly description: string | undefined;
  /** The post's opening as plain text, at most 160 characters, cut on a word. */
  readonly summary: string;
  /** Words of the body; a CJK character counts as half a word. */
  readonly words: number;
  /** `max(1, round(words / 230))`. */
  readonly minutes: number;
  readonly author: string | undefined;
  /** BCP 47 tag when it differs from the site's. */
  readonly language: string | undefined;
  /**
   * Posts of a collection with the same key are translations of each other: `translationKey` of the front
   * matter, else the path without language and extension. Always set by `parsePost`.
   */
  readonly translationKey?: string | undefined;
  readonly series: SeriesEntry | undefined;
  /** Old paths under the base, decoded, with `/` at the start, that redirect here. */
  readonly aliases: readonly string[];
  /** Address of the cover image as written in the front matter. */
  readonly image: string | undefined;
  readonly hidden: HiddenReason | undefined;
  /** Whether the post asks for math (`math`, `mathjax`, `katex`, `extra.math`); `undefined`: the site decides. */
  readonly math: boolean | undefined;
  /** Whether the post asks for a table of contents (`toc`); `undefined`: by the number of headings. */
  readonly toc: boolean | undefined;
  /** `true` for a free page that lies among the posts, such as `about.md` in Hugo's content folder. */
  readonly isPage?: boolean | undefined;
  /** Where the text first appeared: a path under the base with `/` at the start, or a whole address. */
  readonly canonical?: string | undefined;
  /** `true` if search engines are to leave it out. */
  readonly isUnindexed?: boolean | undefined;
  /** `true` if the sitemap is to leave it out. */
  readonly isOffSitemap?: boolean | undefined;
  /** Place among the posts that come first on home, the least first; `undefined`: in the order of time. */
  readonly pin?: number | undefined;
  /** `weight` as Hugo and Zola have it: a place in a series, else as {@link PostMeta.pin}. */
  readonly weight?: number | undefined;
}

/** A post: what lists need and the Markdown of its body. */
export interface Post {
  readonly meta: PostMeta;
  /** Markdown after the front matter, decoded and with mojibake repaired. */
  readonly body: string;
  /** 1-based line of the file on which `body` starts. */
  readonly bodyLine: number;
  /** Front matter after key normalization, for `{{ page.x }}` and shortcodes. JSON-like values only. */
  readonly frontMatter: Readonly<Record<string, unknown>>;
}

/** A parsed post and everything that was wrong with its file. */
export interface ParsedPost {
  readonly post: Post;
  readonly problems: readonly Problem[];
}

/** A heading of a rendered body. */
export interface Heading {
  /** 2 to 6, after the shift that makes the highest `h2`. */
  readonly level: number;
  /** The `id` in the page, without `#`. */
  readonly id: string;
  /** Plain text. */
  readonly text: string;
}

/** Width and height of an image in CSS pixels. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** A body turned into HTML, not yet sanitized. */
export interface RenderedBody {
  readonly html: UntrustedHtml;
  readonly headings: readonly Heading[];
  readonly problems: readonly Problem[];
  /** Every internal reference met, as written without its `#hash`, and what it resolved to. */
  readonly references: Readonly<Record<string, string>>;
  /** Every local image met, by its address under the base, whose size was known. */
  readonly images: Readonly<Record<string, ImageSize>>;
  /** Parts of the renderer that the body took. */
  readonly needs: readonly PartName[];
  /** Languages of its code that are coloured, by their names in highlight.js. */
  readonly languages: readonly string[];
  /** The place in the file of what first matches outside of code. */
  readonly findPlace: (pattern: RegExp) => Pick<Problem, 'line' | 'column'> | undefined;
}

/** The facts of a post that a list shows. */
export interface PostCard {
  /** Place in the order oldest first, undated before all: stable while nothing older is added. -1: not in the index. */
  readonly id: number;
  /** `PostMeta.path`: where the raw Markdown is, under `posts/`. */
  readonly path: string;
  readonly permalink: string;
  readonly title: string;
  /** `YYYY-MM-DD`; `undefined` for an undated post. */
  readonly day: string | undefined;
  readonly minutes: number;
  readonly keywords: readonly Keyword[];
  /** `description`, else the opening: plain text, at most 160 characters. */
  readonly summary: string;
  readonly language: string | undefined;
}

/** Enough of another post to link to it. */
export interface PostLink {
  readonly permalink: string;
  readonly title: string;
}

/** The name by which the blogger knows a source: `posts/2019-03-04-x/index.md`. */
export function nameSource({ collection, path }: Pick<PostMeta, 'collection' | 'path'>): string {
  return `${collection}/${path}`;
}
