/** Lights words in a text by the CSS Custom Highlight API: the text's own nodes are not touched. */
import type { MarkedRun } from '../../content/model/library.ts';

/** The name `prose.css` styles. */
const highlightName = 'rubric-search';
/** Most places lit: a common word in a long post. */
const mostRanges = 500;

/** Whether the browser can light a text without touching it. */
export function canMark(): boolean {
  return typeof Highlight !== 'undefined';
}

/** Every place in `body` that `mark` lights, one text node at a time. Linear in the text. */
export function findMarked(
  body: HTMLElement,
  mark: (text: string) => readonly MarkedRun[],
): readonly Range[] {
  const ranges: Range[] = [];
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    let at = 0;
    for (const { text, isMatch } of mark(node.nodeValue ?? '')) {
      const start = at;
      at += text.length;
      if (!isMatch) continue;
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, at);
      ranges.push(range);
      if (ranges.length === mostRanges) return ranges;
    }
  }
  return ranges;
}

/** Lights `ranges` in place of what was lit. Without the API nothing is lit. */
export function markRanges(ranges: readonly Range[]): void {
  if (canMark()) CSS.highlights.set(highlightName, new Highlight(...ranges));
}

/** Takes all marks away. */
export function unmark(): void {
  if (canMark()) CSS.highlights.delete(highlightName);
}
