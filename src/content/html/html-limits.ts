import { wordList } from '../text/word-list.ts';

/**
 * Bounds on the HTML of one body. DOMPurify and the browser's parser take seconds on small texts beyond them; what is
 * over a bound is shown as text or cut, and reported.
 */
export const htmlLimits = {
  /** Elements inside each other. */
  depth: 200,
  /** Attributes on one tag; the rest of them go. */
  attributes: 64,
  /** Tags in a body, ours included; further ones go and leave their text. */
  tags: 20_000,
  /** Combining marks in a row; further ones go. */
  marks: 32,
} as const;

/** A bound that was passed. */
export type HtmlLimit = keyof typeof htmlLimits;

const voidTags: ReadonlySet<string> = new Set(
  wordList('area base br col embed hr img input link meta param', 'source track wbr'),
);

/** Elements whose end may be left out: the parser closes them, so they do not pile up. */
const selfEnding: ReadonlySet<string> = new Set(
  wordList(
    'p li dt dd tr td th thead tbody tfoot colgroup caption',
    'option optgroup rt rp rb rtc',
  ),
);

/** Tells an element without content, such as `br`, from others. */
export function isVoidTag(name: string): boolean {
  return voidTags.has(name);
}

/** Counts the tags of one body against {@link htmlLimits}. */
export interface TagCounter {
  /** Counts an opening tag; the bound it passes, if any, in which case it must not be written. */
  open(name: string, isSelfClosing: boolean): HtmlLimit | undefined;
  /** Counts a closing tag. */
  close(name: string): void;
}

/** A counter for one body. Elements are counted by name, which is never less than what a parser would nest. */
export function createTagCounter(): TagCounter {
  const open = new Map<string, number>();
  let depth = 0;
  let tags = 0;
  return {
    open(name, isSelfClosing) {
      if (tags >= htmlLimits.tags) return 'tags';
      if (depth >= htmlLimits.depth) return 'depth';
      tags++;
      if (isSelfClosing || voidTags.has(name) || selfEnding.has(name)) return undefined;
      depth++;
      open.set(name, (open.get(name) ?? 0) + 1);
      return undefined;
    },
    close(name) {
      const count = open.get(name) ?? 0;
      if (count === 0) return;
      depth--;
      open.set(name, count - 1);
    },
  };
}

const markRun = new RegExp(`(\\p{M}{${htmlLimits.marks}})\\p{M}+`, 'gu');

/** `text` with runs of combining marks cut to the bound: hundreds of them on one letter stall text layout. */
export function limitMarks(text: string): string {
  return text.replace(markRun, '$1');
}
