/** Lights words in a text by the CSS Custom Highlight API: the text's own nodes are not touched. */
import { foldText, isWordStart, splitWords } from './fold-text.ts';

/** The name `prose.css` styles. */
const highlightName = 'rubric-search';
/** Most places lit: a common word in a long post. */
const mostRanges = 500;

/** Every place in `body` where a word of `words` begins. Linear in the text for each word. */
export function findWords(body: HTMLElement, words: string): readonly Range[] {
  const { wanted } = splitWords(words);
  const ranges: Range[] = [];
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const { text, starts } = foldText(node.nodeValue ?? '');
    for (const word of wanted) {
      for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
        if (!isWordStart(text, at)) continue;
        const range = document.createRange();
        range.setStart(node, starts[at] ?? 0);
        range.setEnd(node, starts[at + word.length] ?? node.nodeValue?.length ?? 0);
        ranges.push(range);
        if (ranges.length === mostRanges) return ranges;
      }
    }
  }
  return ranges;
}

/** Lights `ranges` in place of what was lit. Without the API nothing is lit. */
export function markRanges(ranges: readonly Range[]): void {
  if (typeof Highlight === 'undefined') return;
  CSS.highlights.set(highlightName, new Highlight(...ranges));
}

/** Takes all marks away. */
export function unmark(): void {
  if (typeof Highlight !== 'undefined') CSS.highlights.delete(highlightName);
}
