import type { Page } from '@playwright/test';
import { getSite } from './fixtures.ts';

/** The harm that attacks do to a page. */
export interface Canaries {
  /** What was done since it was last asked for, one line each. */
  takeHits(): readonly string[];
  /** Runs `move`, which may lead to another page. */
  move(move: () => Promise<unknown>): Promise<void>;
  /** Provokes what waits for the reader, and reads what names and page have become. */
  provoke(): Promise<void>;
}

/** Hosts of players, which the blog allows. */
const players = /^https:\/\/(?:www\.youtube-nocookie\.com|player\.vimeo\.com)\//;

/**
 * Watches `page` for what an attack would do: execution (`canary(n)` called, a dialog, a script or handler the policy had
 * to stop), a request to a foreign host, a move to another page, a window, and names of the page taken over.
 *
 * @param names - names that attacks try to take over
 */
export async function watchCanaries(page: Page, names: readonly string[]): Promise<Canaries> {
  const hits: string[] = [];
  let isMoving = true;
  await page.exposeFunction('tellCanary', (hit: string) => void hits.push(hit));
  await page.addInitScript(setCanaries);
  page.on('dialog', (dialog) => {
    hits.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', ({ message }) => hits.push(`error: ${message}`));
  page.on('popup', (popup) => {
    hits.push(`window: ${popup.url()}`);
    void popup.close();
  });
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame() && !isMoving) hits.push(`moved: ${frame.url()}`);
  });
  const own = new URL(getSite('attacks').url).origin;
  await page.route(
    (url) => url.origin !== own && /^https?:$/.test(url.protocol),
    (route) => {
      const url = route.request().url();
      if (!players.test(url)) hits.push(`request: ${url}`);
      return route.fulfill({ body: '', contentType: 'text/html' });
    },
  );
  return {
    takeHits: () => hits.splice(0),
    async move(move) {
      isMoving = true;
      await move();
      isMoving = false;
    },
    async provoke() {
      for (const hit of await page.evaluate(provokeAll, names)) hits.push(hit);
    },
  };
}

/** What is broken on the page of a post that shows `marks`, once its text is there; none if all is well. */
export async function findBroken(page: Page, marks: readonly number[]): Promise<readonly string[]> {
  return page.evaluate(listBroken, marks);
}

/** Runs in each page and frame before all else. */
function setCanaries(): void {
  const scope = window as unknown as {
    canary: (id: unknown) => void;
    tellCanary?: (hit: string) => void;
  };
  const tell = (hit: string): void => scope.tellCanary?.(hit);
  scope.canary = (id) => tell(`ran: ${String(id)}`);
  addEventListener('securitypolicyviolation', (event) =>
    tell(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`),
  );
}

/** Runs in the page: fires the events that attacks wait for; gives what it sees of them. */
function provokeAll(names: readonly string[]): readonly string[] {
  const hits: string[] = [];
  const events = [
    'focus', 'blur', 'mouseover', 'mouseenter', 'pointerover', 'toggle', 'begin', 'end', 'animationstart', 'error', 'load',
  ]; // prettier-ignore
  for (const element of document.querySelectorAll('main *, .prose *')) {
    if (!element.isConnected) continue;
    const bad = element.getAttributeNames().find((name) => /^on|^srcdoc$|^formaction$/i.test(name));
    if (bad !== undefined) {
      hits.push(`attribute: ${bad} on ${element.localName}`);
      for (const name of [bad.slice(2), ...events])
        element.dispatchEvent(new Event(name, { cancelable: true }));
    }
    const address = element.getAttribute('href') ?? element.getAttribute('xlink:href');
    if (address === null || !element.closest('.prose')) continue;
    const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(address.replaceAll(/[\s\0-\x20]/g, ''))?.[0];
    if (scheme === undefined || /^(?:https?|mailto|tel):/i.test(scheme)) continue;
    hits.push(`address: ${address}`);
    element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  }
  for (const name of names) {
    if (isTakenOver(name)) hits.push(`name: document.${name}`);
    const isTaken = /^_|[$]|[a-z][A-Z]/.test(name);
    if (isTaken && isOfPost(Reflect.get(window, name))) hits.push(`name: window.${name}`);
  }
  for (const element of document.querySelectorAll('.prose [id]')) {
    const same = [...document.querySelectorAll(`[id="${CSS.escape(element.id)}"]`)];
    if (!same.every((other) => other.closest('.prose'))) hits.push(`name: id ${element.id}`);
  }
  if (document.baseURI !== location.href) hits.push(`base: ${document.baseURI}`);
  if (!document.title || /canary$/.test(document.title)) hits.push(`title: ${document.title}`);
  return hits;

  /** Tells a name of `document` that no longer gives its own, or gives something of the post. */
  function isTakenOver(name: string): boolean {
    const value = Reflect.get(document, name);
    let owner: object | null = Object.getPrototypeOf(document);
    while (owner !== null && !Object.hasOwn(owner, name)) owner = Object.getPrototypeOf(owner);
    if (owner === null) return isOfPost(value);
    const own = Object.getOwnPropertyDescriptor(owner, name);
    return value !== (own?.get === undefined ? own?.value : own.get.call(document));
  }

  function isOfPost(value: unknown): boolean {
    if (value instanceof HTMLCollection) return [...value].some(isOfPost);
    return value instanceof Element && value.closest('.prose') !== null;
  }
}

/** Runs in the page: the parts of a post's page that are not there for its reader. */
function listBroken(marks: readonly number[]): readonly string[] {
  const prose = document.querySelector<HTMLElement>('.prose');
  const text = prose?.innerText ?? '';
  let at = 0;
  const missing = marks.filter((mark) => {
    const found = text.slice(at).search(new RegExp(`mark${mark}(?!\\d)`));
    if (found !== -1) at += found;
    return found === -1;
  });
  const parts = ['header nav', 'main h1', 'footer', 'nav.post-neighbours'].filter((selector) => {
    const part = document.querySelector(selector);
    return part === null || part.closest('.prose') !== null || !part.checkVisibility();
  });
  return [...missing.map((mark) => `mark ${mark}`), ...parts];
}
