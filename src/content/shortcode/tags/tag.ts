/** The generator in whose syntax a tag is written. */
export type Dialect = 'zola' | 'hugo' | 'liquid';

/**
 * The effect of a tag on the text after it. `single`: nothing (`{{ x() }}`, `{{< x />}}`). `open`: may
 * begin a body. `close`: ends one. `branch`: divides one (`else`, `when`). `output`: a Liquid
 * expression, whole in `args`.
 */
export type TagRole = 'single' | 'open' | 'close' | 'branch' | 'output';

/** A shortcode or tag as found in the text. */
export interface Tag {
  readonly dialect: Dialect;
  readonly role: TagRole;
  /** Empty for Zola's `{% end %}` and for output. */
  readonly name: string;
  /** Text of the arguments, not yet parsed. */
  readonly args: string;
  /** Offset of the first brace. */
  readonly from: number;
  /** Offset behind the last brace. */
  readonly to: number;
}

/** The place of a tag in the Markdown, which decides what may replace it. */
export interface Place {
  /** What lines after the first must start with to stay in the same list item or quotation. */
  readonly prefix: string;
  /** Nothing but list markers, quote marks and other tags stands before it on its line. */
  readonly startsLine: boolean;
  /** Nothing but spaces follows it on its line. */
  readonly endsLine: boolean;
  /** A list item begins on the same line. */
  readonly afterMarker: boolean;
  /** `attribute`: inside `<…>` or a link's address, where only plain text may go. */
  readonly within: 'prose' | 'attribute';
}

/** A piece of a scanned body. Text and literals in order give the body back without its tags. */
export type Token =
  | { readonly kind: 'text'; readonly from: number; readonly to: number }
  /** Printed instead of the source between `from` and `to`: an escaped tag, or nothing. */
  | { readonly kind: 'literal'; readonly from: number; readonly to: number; readonly text: string }
  /** Braces that look like a tag and are none; shown as text. */
  | { readonly kind: 'stray'; readonly from: number; readonly to: number }
  | TagToken;

/** A tag and its place. */
export interface TagToken {
  readonly kind: 'tag';
  readonly tag: Tag;
  readonly place: Place;
  /** The body of a tag that takes its body as it is written, with where the closing tag ends. */
  readonly verbatim?: VerbatimBody | undefined;
}

/** A body that is taken as it is written. */
export interface VerbatimBody {
  readonly from: number;
  readonly to: number;
  /** Offset behind the closing tag. */
  readonly closeTo: number;
  /** Place of the closing tag. */
  readonly end: Place;
}
