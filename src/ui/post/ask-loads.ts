/**
 * Pictures, sound, films and frames of other sites that wait for the reader's yes, where the blog's settings want it:
 * `content/html/waiting-loads.ts` has taken away their addresses and put links before them. A yes counts for the whole
 * blog and is remembered on the device, until the reader takes it back.
 */
import { loadingAttributes, waitingClass } from '../../content/model/waiting-names.ts';
import { onReturn } from '../frame/stored-theme.ts';
import { loadStrings } from '../words/strings-loads.ts';

const key = 'rubric-remote';
const yes = 'yes';

/** Bodies that wait. Some are out of the document, kept for the way back. */
const bodies = new Set<WeakRef<HTMLElement>>();
let isWatching = false;
/** For readers whose browser refuses storage: until the page is left. */
let hasSaidYes = false;

/** Shows what waits in `body` if the reader has said yes, and else when they do. */
export function askLoads(body: HTMLElement): void {
  bodies.add(new WeakRef(body));
  if (!isWatching) {
    isWatching = true;
    document.addEventListener('click', answer);
    onReturn(showIfAllowed);
  }
  showIfAllowed();
}

function showIfAllowed(): void {
  if (!hasSaidYes && readAnswer() !== yes) return;
  for (const reference of bodies) {
    const body = reference.deref();
    if (body !== undefined) showAll(body, findLinks(body)[0]);
  }
  bodies.clear();
}

/** Takes a plain click on one of the links for a yes. Another one, into a new tab say, follows the link. */
function answer(event: MouseEvent): void {
  const { target } = event;
  const link = target instanceof Element ? target.closest(`a.${waitingClass}`) : null;
  if (link === null || event.button !== 0 || event.defaultPrevented) return;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  event.stopPropagation();
  hasSaidYes = true;
  storeAnswer(yes);
  const body = link.closest<HTMLElement>('.prose');
  if (body !== null) showAll(body, link).focus();
  showIfAllowed();
}

/** Puts back all addresses in `body`. A button to take the yes back stands in place of `link`, the others go. */
function showAll(body: HTMLElement, link: Element | undefined): HTMLButtonElement {
  for (const element of body.querySelectorAll<HTMLElement>(waiting)) show(element);
  const button = createStopButton();
  link?.replaceWith(button);
  for (const other of findLinks(body)) other.remove();
  return button;
}

const waiting = loadingAttributes.map((name) => `[data-${name}]`).join();

function show(element: HTMLElement): void {
  // The rights of a frame and the set of sizes first: a browser begins when it has the plain address.
  for (const name of ['sandbox', ...loadingAttributes.toReversed()]) {
    const value = element.getAttribute(`data-${name}`);
    if (value === null) continue;
    element.removeAttribute(`data-${name}`);
    element.setAttribute(name, value);
  }
  // A film does not look at its sources again by itself.
  const { parentElement } = element;
  if (parentElement instanceof HTMLMediaElement) parentElement.load();
}

function findLinks(body: HTMLElement): readonly Element[] {
  return [...body.querySelectorAll(`a.${waitingClass}`)];
}

function createStopButton(): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = waitingClass;
  button.textContent = loadStrings.stopLoading;
  button.addEventListener('click', () => {
    storeAnswer(undefined);
    location.reload();
  });
  return button;
}

function readAnswer(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // Storage is refused: as if nothing were stored.
    return null;
  }
}

function storeAnswer(answered: string | undefined): void {
  try {
    if (answered === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, answered);
  } catch {
    // The answer holds until the page is left.
  }
}
