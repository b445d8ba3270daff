/** The live node of each post's body, and the handing over of the one a prerendered page came with. */
import type { SafeHtml } from '../../content/model/html.ts';

/** An entry lives as long as the library keeps the content it was made of, so Back shows the same node, folds open. */
const bodies = new WeakMap<SafeHtml, HTMLElement>();

/** The body a prerendered page came with, and the permalink of that page. */
interface OfferedBody {
  readonly body: HTMLElement;
  readonly permalink: string | undefined;
}

let offered: OfferedBody | undefined;
/** True if the page the body came with is still on screen, and the app beside it. */
let isBeside = false;
let waiting: { readonly body: HTMLElement; readonly place: HTMLElement } | undefined;

/** Offers a body that is already on the page to the post it is the text of. */
export function offerBody(body: HTMLElement, permalink: string | undefined): void {
  offered = { body, permalink };
  isBeside = true;
}

/** Takes the offer back, when the app could not take over. */
export function withdrawBody(): void {
  offered = undefined;
  isBeside = false;
  waiting = undefined;
}

/**
 * The node to show for `html`, the text of the post at `permalink`, and the one to watch. They differ only until
 * {@link placeOfferedBody} has run: the body on the page must not leave it before everything else is ready.
 *
 * @throws Error when `html` stands for the body of the page, and the page has none
 */
export function findBody(
  html: SafeHtml,
  permalink: string,
): {
  readonly shown: HTMLElement;
  readonly body: HTMLElement;
} {
  const known = bodies.get(html);
  if (known !== undefined) return { shown: known, body: known };
  const adopted = takeOffered(html, permalink);
  const shown = adopted !== undefined && !isBeside ? adopted : document.createElement('div');
  bodies.set(html, adopted ?? shown);
  if (adopted !== undefined && isBeside) waiting = { body: adopted, place: shown };
  if (adopted !== undefined) return { shown, body: adopted };
  shown.className = 'prose';
  // The blocks without the box they come in: the prerendered page has none, and styles name `.prose > p`.
  if (html.content instanceof Node) moveChildren(html.content, shown);
  return { shown, body: shown };
}

/**
 * The offered body, if `html` stands for it, or was made of the same post while the page is still there: its data
 * could not be read. Back may have led to another post before the app was there.
 */
function takeOffered(html: SafeHtml, permalink: string): HTMLElement | undefined {
  const isStandIn = html.content === undefined;
  if (isStandIn && offered === undefined) throw new Error('The page has no `.post-body > .prose`.');
  if (!isStandIn && !(isBeside && offered?.permalink === permalink)) return undefined;
  const body = offered?.body;
  offered = undefined;
  return body;
}

/** The node that shows `html`, once {@link findBody} has made one. */
export function findShownBody(html: SafeHtml): HTMLElement | undefined {
  return bodies.get(html);
}

/** One by one: a spread of very many nodes would overflow the stack. */
function moveChildren(from: Node, to: Node): void {
  for (let node = from.firstChild; node !== null; node = from.firstChild) to.appendChild(node);
}

/**
 * Moves the offered body to the place that {@link findBody} gave for it. Both places must be in the document. `moveBefore`
 * keeps players and frames running; without it a frame loads again. A body without such a place yet is kept for the
 * post that it stands for.
 *
 * @returns whether a body was placed.
 */
export function placeOfferedBody(): boolean {
  isBeside = false;
  if (waiting === undefined) return false;
  const { body, place } = waiting;
  waiting = undefined;
  const parent = place.parentNode;
  if (parent === null) return false;
  // `moveBefore` is not in every browser, though TypeScript says so.
  (parent.moveBefore ?? parent.insertBefore).call(parent, body, place);
  place.remove();
  return true;
}
