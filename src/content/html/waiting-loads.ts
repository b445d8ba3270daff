import type { PolicyWords } from '../model/body-words.ts';
import { hostOf } from './html-policy.ts';
import type { LoadSettings } from './html-policy.ts';
import { parseSrcset } from './srcset.ts';
import { wordList } from '../text/word-list.ts';
import { loadingAttributes, waitingClass } from '../model/waiting-names.ts';

/**
 * Addresses of other sites that wait for the reader's yes: they stand beside the attribute that would load, under a name
 * that browsers ignore, and a link to the first of them stands before. `ui/post/ask-loads.ts` puts them back.
 */

/** The little of a DOM element that waiting takes. */
export interface WaitingElement {
  readonly tagName: string;
  readonly parentNode: { insertBefore(node: never, child: never): unknown } | null;
  readonly ownerDocument: { createElement(name: string): WaitingElement } | null;
  textContent: string | null;
  closest(selector: string): WaitingElement | null;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  remove(): void;
}

/** Has elements wait, and undoes it. */
export interface WaitingLoads {
  /** Has `element` wait, if it must, and puts a link before the first of its kind among its neighbours. */
  hold(element: WaitingElement, settings: LoadSettings, words: PolicyWords): void;
  /** Undoes it, so that a page's own body can be sanitized once more: its addresses are checked like any others. */
  resume(element: WaitingElement): void;
}

/** The one way to wait. */
export const waitingLoads: WaitingLoads = { hold: holdLoads, resume: resumeLoads };

/** Elements that load. */
const loadingTags: ReadonlySet<string> = new Set(wordList('audio iframe img source track video'));

/** Parents that have a link already: a row of pictures waits behind one. */
const linked = new WeakSet<object>();

/** Tells an `element` that would ask another site for something. */
export function mustWait(
  element: Pick<WaitingElement, 'tagName' | 'getAttribute'>,
  settings: LoadSettings,
): boolean {
  return findWaiting(element, settings).length > 0;
}

function holdLoads(element: WaitingElement, settings: LoadSettings, words: PolicyWords): void {
  const waiting = findWaiting(element, settings);
  const [first] = waiting;
  if (first === undefined) return;
  for (const { name, value } of waiting) {
    element.removeAttribute(name);
    element.setAttribute(`data-${name}`, value);
  }
  holdSandbox(element);
  const place = findPlace(element);
  const { parentNode } = place;
  const link = element.ownerDocument?.createElement('a');
  if (parentNode === null || link === undefined || linked.has(parentNode)) return;
  linked.add(parentNode);
  link.setAttribute('class', waitingClass);
  link.setAttribute('href', first.url);
  link.setAttribute('rel', 'noopener');
  link.textContent = words.waiting(hostOf(first.url) ?? '');
  parentNode.insertBefore(link as never, place as never);
}

function resumeLoads(element: WaitingElement): void {
  const tag = element.tagName.toLowerCase();
  if (tag === 'a' && element.getAttribute('class') === waitingClass) element.remove();
  if (!loadingTags.has(tag)) return;
  for (const name of loadingAttributes) {
    const value = element.getAttribute(`data-${name}`);
    if (value === null) continue;
    element.removeAttribute(`data-${name}`);
    element.setAttribute(name, value);
  }
}

interface Waiting {
  readonly name: string;
  readonly value: string;
  /** The first address in it. */
  readonly url: string;
}

function findWaiting(
  element: Pick<WaitingElement, 'tagName' | 'getAttribute'>,
  settings: LoadSettings,
): readonly Waiting[] {
  if (!loadingTags.has(element.tagName.toLowerCase())) return [];
  const own = settings.url === undefined ? undefined : hostOf(settings.url);
  return loadingAttributes.flatMap((name) => {
    const value = element.getAttribute(name) ?? '';
    const urls = name === 'srcset' ? parseSrcset(value).map(({ url }) => url) : [value];
    const url = urls.find((each) => ![undefined, own].includes(hostOf(each)));
    return url === undefined ? [] : [{ name, value, url: url.trim() }];
  });
}

/** An empty frame has the origin of the page: it is parted from the page while it waits. */
function holdSandbox(element: WaitingElement): void {
  const sandbox = element.getAttribute('sandbox');
  if (sandbox === null) return;
  element.setAttribute('sandbox', 'allow-scripts');
  element.setAttribute('data-sandbox', sandbox);
}

/** The link, picture or film around `element` that shows or holds it, or itself: a link holds no link, a film no text. */
function findPlace(element: WaitingElement): WaitingElement {
  const media = element.closest('picture, audio, video') ?? element;
  return media.closest('a') ?? media;
}
