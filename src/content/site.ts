/** One link of the main navigation, or of the footer. */
export interface NavigationLink {
  readonly title: string;
  /** Path under the base with `/` at the start, or an absolute URL. */
  readonly url: string;
}

/** The blog's settings, from `site.toml`; every field has a value. Serializable. */
export interface Site {
  readonly title: string;
  /** One sentence; the `h1` of home. Empty when not given. */
  readonly description: string;
  /** Absolute address of the blog's root with `/` at the end; `undefined` until the blogger sets it. */
  readonly url: string | undefined;
  /** BCP 47. Default `en`. */
  readonly language: string;
  /** IANA name. Default `UTC`. */
  readonly timeZone: string;
  readonly author: string | undefined;
  /** Pattern of a post's address; see `permalink.ts`. Default `/posts/:slug/`. */
  readonly permalink: string;
  /** Folder of posts relative to the settings file. Default `public/posts`. */
  readonly posts: string;
  /** Folder of free pages relative to the settings file. Default `public/pages`. */
  readonly pages: string;
  /** Folder of files copied as they are. Default `public`. */
  readonly static: string;
  /** Folder of the blogger's own shortcode templates. Default `shortcodes`. */
  readonly shortcodes: string;
  /** Links beside Posts, Archive and Keywords. Default none. */
  readonly navigation: readonly NavigationLink[];
  /** Text at the left of the footer. Default: the title. */
  readonly footer: string;
  /** `book` loads the display face, `system` loads nothing. Default `book`. */
  readonly font: 'book' | 'system';
  /** Whether formulas are read in every post. Default false. */
  readonly math: boolean;
  /** Whether straight quotes, dashes and dots become typographic ones. Default false. */
  readonly smartPunctuation: boolean;
  /** Entries in each feed. Default 20. */
  readonly feedLength: number;
  /** Default image for link previews: path under the base or absolute URL. */
  readonly image: string | undefined;
  /** Whether posts dated after the build day are published. Default false. */
  readonly future: boolean;
}
