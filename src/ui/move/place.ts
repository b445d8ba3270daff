/** Where the reader is on the page. */

/** Scrolls there at once, unless the page is there: any call ends a scroll that is under way. */
export function placeAt(left: number, top: number): void {
  if (scrollX === left && scrollY === top) return;
  scrollTo({ left, top, behavior: 'instant' });
}

/** Longer than browsers take for a smooth scroll. */
const smoothMs = 1500;

/** Lets the next scroll of the page be a smooth one, where motion is welcome. */
export function scrollSmoothly(): void {
  document.documentElement.dataset['scroll'] = 'smooth';
  setTimeout(() => delete document.documentElement.dataset['scroll'], smoothMs);
}

/** Ends a smooth scroll: its events would be taken for the place of the entry that the reader goes back to. */
export function endSmoothScroll(): void {
  const { dataset } = document.documentElement;
  wasSmooth = dataset['scroll'] !== undefined;
  if (!wasSmooth) return;
  delete dataset['scroll'];
  scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
}

let wasSmooth = false;

/** Goes back to where the reader was. Chromium does one more step of a smooth scroll that has just been ended. */
export function returnTo(top: number): void {
  placeAt(scrollX, top);
  if (!wasSmooth) return;
  wasSmooth = false;
  requestAnimationFrame(() => requestAnimationFrame(() => placeAt(scrollX, top)));
}
