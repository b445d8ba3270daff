/** Clicks and keys that come before the app: held, and done again when it is there. */

/** How long a click on a control waits for the app before a link is followed without it. */
const patienceMs = 3000;

/** Elements that only the app can answer for; other links are followed by the browser until it is there. */
export const controls = 'button:not(.page-note button), [data-slug]';

/** Starts the app; settles once it is in place. */
type Load = () => Promise<unknown>;

/** Holds a click on a control in `root`, which the app replaces, and clicks the same control of the app. */
export function repeatClick(event: MouseEvent, root: HTMLElement, load: Load): void {
  const { target } = event;
  const control = target instanceof Element ? target.closest<HTMLElement>(controls) : null;
  const hasModifier = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (control === null || event.button !== 0 || hasModifier) return;
  event.preventDefault();
  event.stopPropagation();
  const slug = control.dataset['slug'];
  const selector = slug === undefined ? 'button' : `[data-slug="${CSS.escape(slug)}"]`;
  const index = [...root.querySelectorAll(selector)].indexOf(control);
  const click = (): void =>
    document.querySelectorAll<HTMLElement>(`#${root.id} ${selector}`)[index]?.click();
  const follow = (): void => {
    if (control instanceof HTMLAnchorElement) location.assign(control.href);
  };
  const late = setTimeout(follow, patienceMs);
  void load()
    .then(click, follow)
    .finally(() => clearTimeout(late));
}

/** Holds a key that searches or opens the shortcuts, and says it again to the app, which knows whether it counts. */
export function repeatKey(event: KeyboardEvent, load: Load): void {
  const { key, ctrlKey, metaKey, shiftKey } = event;
  // Filling in a form by the browser sends key events that have no key.
  const isSearch = /^k$/i.test(key) && (ctrlKey || metaKey);
  if (!isSearch && key !== '/' && key !== '?') return;
  if (event.target instanceof Element && event.target.closest('input, textarea') !== null) return;
  event.preventDefault();
  const press = (): boolean =>
    dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, metaKey, shiftKey }));
  // The loader tells of a failure.
  load().then(press, () => undefined);
}
