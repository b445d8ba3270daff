import type { ShownProblem } from './problem.ts';

/** What the development server tells the open page about the blog. */
export interface WritingState {
  /** Everything that is wrong, the worst first. */
  readonly problems: readonly WritingProblem[];
  /** Posts that are shown while one writes, and that readers do not get. */
  readonly unpublished: readonly UnpublishedPost[];
}

/** A problem, and the place in a file where it is put right. */
export interface WritingProblem extends ShownProblem {
  /** Absolute path with line and column, as editors are told: `/blog/posts/a.md:3:8`; `undefined` for none of the blog's files. */
  readonly place: string | undefined;
}

/** A post that readers do not get. */
export interface UnpublishedPost {
  /** As links of the app have it. */
  readonly href: string;
  /** The reason in a word or two: `Draft`. */
  readonly label: string;
}

/** Sent by the server whenever the state has changed, and to a page that asks. */
export const stateEvent = 'rubric:state';

/** Sent by a page that has just come. */
export const askStateEvent = 'rubric:ask-state';
