/** What a body in the browser gets beyond its HTML: copy buttons, scroll regions, words for failed images. */
import type { Announcer } from '../frame/announcer.ts';
import { waitingClass } from '../../content/model/waiting-names.ts';
import { appPart } from '../frame/app-part.ts';
import { inSlices } from '../frame/later.ts';
import { codeSample, partStrings } from '../words/strings-parts.ts';

const loadAsking = appPart(() => import('./ask-loads.ts'));

const enhanced = new WeakSet<HTMLElement>();

/** How long a button says that it has copied. */
const copiedMs = 2000;

/** What scrolls sideways where it is wider than the page. */
const scrolling = 'pre, .scroll, .math-block, .math-inline';

/** Further parts of a body become no regions: each one's name is compared with those of all others. */
const maximumRegions = 200;

/** Makes the parts of a rendered body work that need a script. A body is enhanced once, however often it is shown. */
export function enhanceBody(body: HTMLElement, announcer: Announcer): void {
  if (enhanced.has(body)) return;
  enhanced.add(body);
  if (body.querySelector(`.${waitingClass}`) !== null)
    void loadAsking().then(({ askLoads }) => askLoads(body));
  inSlices(body.querySelectorAll<HTMLElement>('figure.code'), (figure) => {
    addCopyButton(figure, announcer);
  });
  const watcher = new ResizeObserver((entries) => {
    const parts = entries.map(({ target }) => target.closest<HTMLElement>(scrolling));
    markScrollable(new Set(parts.filter((part) => part !== null)), body);
  });
  for (const part of [...body.querySelectorAll(scrolling)].slice(0, maximumRegions)) {
    watcher.observe(part);
    // A table grows without its region: its font or its images are late.
    for (const content of part.children) watcher.observe(content);
  }
  // Errors of images do not bubble, so they are caught on the way down.
  body.addEventListener('error', (event) => markFailed(event.target), { capture: true });
  for (const image of body.querySelectorAll('img')) {
    if (image.complete && image.naturalWidth === 0 && image.src !== '') markFailed(image);
  }
}

function addCopyButton(figure: HTMLElement, announcer: Announcer): void {
  const bar = figure.querySelector(':scope > header');
  const code = figure.querySelector<HTMLElement>('pre > code');
  if (bar === null || code === null || bar.querySelector('button') !== null) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  const label = document.createElement('span');
  label.textContent = partStrings.copy;
  button.append(createCopyIcon(), label);
  bar.append(button);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const copy = async (): Promise<void> => {
    const hasCopied = await copyCode(code);
    clearTimeout(timer);
    label.textContent = hasCopied ? partStrings.copied : partStrings.pressCopy;
    announcer.say(hasCopied ? partStrings.codeCopied : partStrings.pressCopy);
    timer = setTimeout(() => (label.textContent = partStrings.copy), copiedMs);
  };
  button.addEventListener('click', () => void copy());
}

async function copyCode(code: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(readCode(code));
    return true;
  } catch {
    // No permission, or not a secure page: the code is selected for the reader's own keys.
    getSelection()?.selectAllChildren(code);
    return false;
  }
}

/** The code as it was written: without prompts; line numbers are generated and not in it. */
export function readCode(code: HTMLElement): string {
  const copy = code.cloneNode(true) as HTMLElement;
  for (const prompt of copy.querySelectorAll('[data-prompt]')) prompt.remove();
  return copy.textContent.replace(/\n$/, '');
}

/** Parts that scroll sideways can be reached and are named; others are left alone. All are measured before one is changed. */
function markScrollable(parts: ReadonlySet<HTMLElement>, body: HTMLElement): void {
  const changed = [...parts]
    .map((part) => ({ part, isScrollable: part.scrollWidth > part.clientWidth }))
    .filter(({ part, isScrollable }) => isScrollable !== isRegion(part));
  if (changed.length === 0) return;
  const regions = [...body.querySelectorAll('[role="region"]')];
  const taken = new Set(regions.map((region) => region.getAttribute('aria-label')));
  for (const { part, isScrollable } of changed) {
    if (isScrollable) nameRegion(part, taken);
    else for (const name of ['tabindex', 'role', 'aria-label']) part.removeAttribute(name);
  }
}

function isRegion(part: HTMLElement): boolean {
  return part.getAttribute('role') === 'region';
}

/** Names a part by a number where another has its name: landmarks of one page must be told apart. */
function nameRegion(part: HTMLElement, taken: Set<string | null>): void {
  const plain = describePart(part);
  let label = plain;
  for (let number = 2; taken.has(label); number++) label = `${plain}, ${number}`;
  taken.add(label);
  part.tabIndex = 0;
  part.setAttribute('role', 'region');
  part.setAttribute('aria-label', label);
}

function describePart(part: HTMLElement): string {
  if (part.matches('.scroll'))
    return part.querySelector('caption')?.textContent ?? partStrings.table;
  if (part.matches('.math-block, .math-inline')) return partStrings.formula;
  return codeSample(part.closest<HTMLElement>('figure.code')?.dataset['language'] ?? '');
}

function markFailed(target: EventTarget | null): void {
  if (target instanceof HTMLImageElement) target.dataset['failed'] = '';
}

const svg = 'http://www.w3.org/2000/svg';

function createCopyIcon(): SVGElement {
  const icon = document.createElementNS(svg, 'svg');
  const attributes = { width: 14, height: 14, viewBox: '0 0 16 16', fill: 'none' };
  setAll(icon, { ...attributes, stroke: 'currentColor', 'stroke-width': 1.5, 'aria-hidden': true });
  const sheet = document.createElementNS(svg, 'rect');
  setAll(sheet, { x: 5.5, y: 5.5, width: 8, height: 8.5, rx: 1 });
  const behind = document.createElementNS(svg, 'path');
  setAll(behind, { d: 'M10.5 5.5v-3a1 1 0 0 0-1-1h-6a1 1 0 0 0-1 1v7a1 1 0 0 0 1 1h2' });
  icon.append(sheet, behind);
  return icon;
}

function setAll(element: Element, attributes: Record<string, string | number | boolean>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}
