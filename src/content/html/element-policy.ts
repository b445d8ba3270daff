import type { PolicyWords } from '../model/body-words.ts';
import { isExternal } from './html-policy.ts';
import type { WaitingElement } from './waiting-loads.ts';

/**
 * What becomes of elements that stay, typed by structure because this room knows no DOM: DOMPurify in the browser and over
 * jsdom hands in real elements, and the build's own tree likenesses of them.
 */

/** The little of a DOM element that the hooks use. */
export type PolicyElement = WaitingElement;

/** Puts an element whose attributes were decided in order: what links, pictures, sound and boxes of lists always have. */
export function finishElement(element: PolicyElement, words: PolicyWords): void {
  switch (element.tagName.toLowerCase()) {
    case 'a':
      return finishLink(element);
    case 'img':
      return finishImage(element);
    case 'audio':
    case 'video':
      return element.setAttribute('controls', '');
    case 'input':
      return finishInput(element, words);
    default:
      return undefined;
  }
}

const keptRelations: readonly string[] = ['license', 'me', 'nofollow', 'sponsored', 'tag', 'ugc'];

function finishLink(link: PolicyElement): void {
  const href = link.getAttribute('href');
  const relations = (link.getAttribute('rel') ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((name) => keptRelations.includes(name));
  if (href !== null && isExternal(href)) relations.push('noopener');
  if (relations.length === 0) link.removeAttribute('rel');
  else link.setAttribute('rel', relations.join(' '));
}

function finishImage(image: PolicyElement): void {
  if (image.getAttribute('alt') === null) image.setAttribute('alt', '');
  if (image.getAttribute('fetchpriority') === 'high') return;
  image.setAttribute('loading', 'lazy');
  image.setAttribute('decoding', 'async');
}

/** Only the box of a task list stays, and nobody can tick it. */
function finishInput(input: PolicyElement, words: PolicyWords): void {
  if (input.getAttribute('type')?.toLowerCase() !== 'checkbox') {
    input.remove();
    return;
  }
  input.setAttribute('disabled', '');
  if (input.getAttribute('aria-label') === null) {
    const isDone = input.getAttribute('checked') !== null;
    input.setAttribute('aria-label', isDone ? words.done : words.notDone);
  }
}
