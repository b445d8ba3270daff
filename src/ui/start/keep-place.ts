import { placeAt } from '../move/place.ts';

/**
 * Remembers where the reader is on the page under `before`, to be put back on the same page under
 * `after`: scroll, selection, focus, typed text, open folds. What lies in a body that is moved over
 * keeps most of it by itself; browsers without `moveBefore` lose focus and selection there too.
 */
export function keepPlace(before: HTMLElement, after: HTMLElement): () => void {
  const { scrollX, scrollY } = window;
  const parts = [
    keepFields(before, after),
    keepFolds(before, after),
    keepSelection(before, after),
    keepFocus(before, after),
  ];
  return () => {
    for (const restore of parts) restore();
    placeAt(scrollX, scrollY);
  };
}

/** Text typed into a field before the script was there. */
function keepFields(before: HTMLElement, after: HTMLElement): () => void {
  const typed = [...before.querySelectorAll<HTMLInputElement>('input[id]')].filter(
    (field) => field.value !== field.defaultValue,
  );
  return () => {
    for (const field of typed) {
      const twin = after.querySelector<HTMLInputElement>(`#${CSS.escape(field.id)}`);
      if (twin === null || twin === field) continue;
      twin.value = field.value;
      // As if it were typed now: the page searches for it.
      twin.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
  };
}

/** Folds of the page itself: those of a body move with it. */
function keepFolds(before: HTMLElement, after: HTMLElement): () => void {
  const open = findFolds(before).map((fold) => fold.open);
  return () => {
    findFolds(after).forEach((fold, at) => {
      if (open[at] === true) fold.open = true;
    });
  };
}

function findFolds(root: HTMLElement): readonly HTMLDetailsElement[] {
  return [...root.querySelectorAll('details')].filter((fold) => fold.closest('.prose') === null);
}

function keepFocus(before: HTMLElement, after: HTMLElement): () => void {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || !before.contains(focused)) return () => undefined;
  const selector = selectorOf(focused);
  const index = [...before.querySelectorAll(selector)].indexOf(focused);
  const caret = focused instanceof HTMLInputElement ? readCaret(focused) : undefined;
  return () => {
    if (document.activeElement === focused) return;
    const target = focused.isConnected
      ? focused
      : after.querySelectorAll<HTMLElement>(selector)[index];
    if (target === undefined) return;
    if (target.tabIndex < 0) target.tabIndex = -1;
    target.focus({ preventScroll: true });
    if (caret !== undefined && target instanceof HTMLInputElement && target.type !== 'checkbox') {
      target.setSelectionRange(caret.start, caret.end);
    }
  };
}

function readCaret(
  field: HTMLInputElement,
): { readonly start: number | null; readonly end: number | null } | undefined {
  return field.type === 'checkbox'
    ? undefined
    : { start: field.selectionStart, end: field.selectionEnd };
}

function selectorOf(element: HTMLElement): string {
  if (element.id !== '') return `#${CSS.escape(element.id)}`;
  const href = element.getAttribute('href');
  return href === null ? element.localName : `a[href="${CSS.escape(href)}"]`;
}

/** A selection is kept by its distance from the start of the text: the nodes may be cut differently. */
function keepSelection(before: HTMLElement, after: HTMLElement): () => void {
  const selection = getSelection();
  const { anchorNode, focusNode } = selection ?? {};
  if (!selection || !anchorNode || !focusNode || selection.isCollapsed) return () => undefined;
  if (!before.contains(anchorNode) || !before.contains(focusNode)) return () => undefined;
  const { anchorOffset, focusOffset } = selection;
  const anchor = measureText(before, anchorNode, anchorOffset);
  const focus = measureText(before, focusNode, focusOffset);
  return () => {
    if (anchorNode.isConnected && focusNode.isConnected) {
      selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
      return;
    }
    const start = findText(after, anchor);
    const end = findText(after, focus);
    if (start === undefined || end === undefined) return;
    selection.setBaseAndExtent(start.node, start.offset, end.node, end.offset);
  };
}

function measureText(root: Node, node: Node, offset: number): number {
  const range = document.createRange();
  range.setStart(root, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}

function findText(root: Node, distance: number): { node: Text; offset: number } | undefined {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let left = distance;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    if (left <= node.length) return { node, offset: left };
    left -= node.length;
  }
  return undefined;
}
