import type { SafeHtml } from '../../content/model/html.ts';

/**
 * The third and last maker of `SafeHtml`, beside the two sanitizers: it passes no new HTML. It stands for the body that a
 * prerendered page came with, which the build's `sanitize.ts` has passed, and has no content: the screen moves the
 * node that is on the page instead of drawing one. It is not in `sanitize.ts` because that brings DOMPurify with it, which
 * a first view does without.
 */
export function adoptBody(): SafeHtml {
  return { content: undefined } as SafeHtml;
}
