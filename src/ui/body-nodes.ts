/** The live node of each post's body, and the handing over of the one a prerendered page came with. */
import type { SafeHtml } from '../content/html.ts';

/** An entry lives as long as the library keeps the content it was made of, so Back shows the same node: embeds loaded, folds open. */
const bodies = new WeakMap<SafeHtml, HTMLElement>();

let offered: HTMLElement | undefined;
let waiting: { readonly body: HTMLElement; readonly place: HTMLElement } | undefined;

/** Offers a body that is already on the page to the first one that is rendered. */
export function offerBody(body: HTMLElement): void {
  offered = body;
}

/** Takes the offer back, when the app could not take over. */
export function withdrawBody(): void {
  offered = undefined;
  waiting = undefined;
}

/**
 * The node to show for `html`, and the one to watch. They differ only until {@link placeOfferedBody}
 * has run: the body on the page must not leave it before everything else is ready.
 */
export function findBody(html: SafeHtml): {
  readonly shown: HTMLElement;
  readonly body: HTMLElement;
} {
  const known = bodies.get(html);
  if (known !== undefined) return { shown: known, body: known };
  const shown = document.createElement('div');
  shown.className = 'prose';
  if (offered !== undefined) {
    const body = offered;
    offered = undefined;
    waiting = { body, place: shown };
    bodies.set(html, body);
    return { shown, body };
  }
  // The blocks without the box they come in: the prerendered page has none, and styles name `.prose > p`.
  if (html.content instanceof Node) moveChildren(html.content, shown);
  bodies.set(html, shown);
  return { shown, body: shown };
}

/** The node that shows `html`, once it was asked for. */
export function findShownBody(html: SafeHtml): HTMLElement | undefined {
  return bodies.get(html);
}

/** One by one: a spread of very many nodes would overflow the stack. */
function moveChildren(from: Node, to: Node): void {
  for (let node = from.firstChild; node !== null; node = from.firstChild) to.appendChild(node);
}

/**
 * Moves the offered body to where it was asked for. Both places must be in the document. `moveBefore`
 * keeps players and frames running; without it a frame loads again.
 *
 * @returns whether a body was placed.
 */
export function placeOfferedBody(): boolean {
  if (waiting === undefined) return false;
  const { body, place } = waiting;
  waiting = undefined;
  const parent = place.parentNode as (Node & MoveBefore) | null;
  if (parent === null) return false;
  if (parent.moveBefore === undefined) parent.insertBefore(body, place);
  else parent.moveBefore(body, place);
  place.remove();
  return true;
}

/** Not in every browser, nor in TypeScript's DOM yet. */
interface MoveBefore {
  moveBefore?(node: Node, child: Node | null): void;
}
