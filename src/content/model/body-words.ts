/** The words that the sanitizers write into a body. */
export interface PolicyWords {
  /** Names of the box of a task. */
  readonly done: string;
  readonly notDone: string;
  /** A link in place of what is not embedded, and a player without a title. */
  readonly embedded: (host: string) => string;
  /** A link before what waits for the reader's yes. */
  readonly waiting: (host: string) => string;
}

/** All words for its readers that a body gets beside those of its author. Lists of tasks and embeds are among them. */
export interface BodyWords extends PolicyWords {
  /** Heading of the footnotes. */
  readonly notes: string;
  /** Name of the link to a footnote. */
  readonly note: (number: number) => string;
  /** Name of the link from a footnote to its reference: `1`, or `1-2` for the second one. */
  readonly backToReference: (reference: string) => string;
  /** Name of a table of contents. */
  readonly contents: string;
  /** Name of the link of a heading to itself. */
  readonly sectionLink: string;
  /** Summary of details without one. */
  readonly details: string;
  /** Title of a note that was given none, by the word that opens it, such as `WARNING`. */
  readonly noteTitle: (word: string) => string;
}
