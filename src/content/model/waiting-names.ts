/** Names that the sanitizers and the screen share for what waits for the reader's yes. */

/** Attributes by which elements load. Each waits as `data-…`. */
export const loadingAttributes = ['src', 'srcset', 'poster'] as const;

/** Class of the link that stands before what waits. No post may use it. */
export const waitingClass = 'remote';
