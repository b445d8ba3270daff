import type { SafeHtml } from '../../content/model/html.ts';

/**
 * Stands for the body that a prerendered page came with. It has no content of its own: the build's
 * `sanitize.ts` made the body, and the screen moves that node instead of drawing one.
 */
export function adoptBody(): SafeHtml {
  return { content: undefined } as unknown as SafeHtml;
}
