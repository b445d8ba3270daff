import type { Place } from '../tags/tag.ts';

/** A piece of expanded text and the file line of each of its lines. */
export interface Fragment {
  readonly text: string;
  readonly lines: readonly number[];
}

/** The number of characters that may still be printed. */
export interface Budget {
  left: number;
}

/** A part of a block: HTML that Markdown must leave alone, or Markdown. */
export type BlockPart =
  | { readonly kind: 'html'; readonly html: string }
  | { readonly kind: 'markdown'; readonly fragment: Fragment };

const blankLine = /^[\s>]*$/;
/** How an HTML block of CommonMark's sixth kind begins: one that may hold anything up to a blank line. */
const htmlBlockStart =
  /^<\/?(?:address|article|aside|blockquote|center|dd|details|dialog|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|iframe|legend|li|main|menu|nav|ol|p|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)(?:[\s>]|\/>|$)/i;

/** Collects expanded text with the file line of each line, and sets blocks apart by blank lines. */
export class Output {
  readonly #parts: string[] = [];
  readonly #lines: number[];
  /** Something other than a copy of the source stands on the current line. */
  #isGenerated = false;
  #lineIsBlank = true;
  #previousIsBlank = true;

  readonly #budget: Budget;

  /**
   * @param line - File line on which the text starts.
   * @param budget - Goes down by each character printed; shared by all outputs of one post.
   */
  constructor(line: number, budget: Budget) {
    this.#lines = [line];
    this.#budget = budget;
  }

  /** Appends source text whose first character stands on file line `line`. */
  copy(text: string, line: number): void {
    this.#budget.left -= text.length;
    this.#append(text, (index) => line + index);
  }

  /** Appends text made for a tag on file line `line`. */
  generate(text: string, line: number): void {
    this.#budget.left -= text.length;
    this.#append(text, () => line);
    if (text !== '') this.#isGenerated = true;
  }

  /** Appends another fragment. */
  include(fragment: Fragment): void {
    this.#append(fragment.text, (index) => fragment.lines[index] ?? 0);
    if (fragment.text !== '') this.#isGenerated = true;
  }

  /**
   * Appends a block: each part stands apart by blank lines and every line carries the prefix of the
   * list item or quotation that the tag is in.
   */
  block(parts: readonly BlockPart[], place: Place, end: Place, line: number): void {
    const blank = `\n${place.prefix.trimEnd()}`;
    const next = `\n${place.prefix}`;
    const startsClean = place.startsLine && !this.#isGenerated;
    if (!startsClean) this.generate(blank, line);
    if (!startsClean || !(place.afterMarker || this.#previousIsBlank)) this.generate(next, line);
    let isFirst = true;
    for (const part of parts) {
      if (!isFirst) this.generate(blank + next, line);
      isFirst = false;
      if (part.kind === 'html') this.generate(toHtmlBlock(part.html).join(next), line);
      else this.include(part.fragment);
    }
    const last = this.#lines.at(-1) ?? line;
    this.generate(end.endsLine ? blank : blank + next, last);
    this.#isGenerated = false;
  }

  fragment(): Fragment {
    return { text: this.#parts.join(''), lines: this.#lines };
  }

  #append(text: string, lineAt: (index: number) => number): void {
    if (text === '') return;
    this.#parts.push(text);
    // A line that was only begun, by its prefix, belongs to what stands on it first.
    if (this.#lineIsBlank) this.#lines[this.#lines.length - 1] = lineAt(0);
    let from = 0;
    let index = 0;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', from)) {
      this.#previousIsBlank = this.#lineIsBlank && blankLine.test(text.slice(from, at));
      this.#lineIsBlank = true;
      this.#isGenerated = false;
      from = at + 1;
      this.#lines.push(lineAt(++index));
    }
    if (this.#lineIsBlank) this.#lineIsBlank = blankLine.test(text.slice(from));
  }
}

/** `fragment` without blank lines around it and with `prefix` on its first line; `undefined` if nothing is left. */
export function trimFragment(fragment: Fragment, prefix: string): Fragment | undefined {
  const rows = fragment.text.split('\n');
  let from = 0;
  let to = rows.length;
  while (from < to && blankLine.test(rows[from] ?? '')) from++;
  while (to > from && blankLine.test(rows[to - 1] ?? '')) to--;
  if (from === to) return undefined;
  const kept = rows.slice(from, to);
  // The first row stood behind the opening tag, so it lacks the prefix that all others have.
  if (from === 0) kept[0] = prefix + (kept[0] ?? '').trimStart();
  return { text: kept.join('\n').trimEnd(), lines: fragment.lines.slice(from, to) };
}

/** Tells HTML that may stand as a block of its own in Markdown. */
export function isBlockHtml(html: string): boolean {
  return htmlBlockStart.test(html.trimStart());
}

/** Lines that Markdown takes as one HTML block: none blank, none indented like code. */
function toHtmlBlock(html: string): string[] {
  const rows = html
    .replace(/<pre\b[^]*?<\/pre>/gi, (pre) => pre.replace(/\n/g, '&#10;'))
    .split('\n')
    .map((row) => row.trim())
    .filter((row) => row !== '');
  // A comment makes a block out of what would be read as a paragraph, such as `</em></div>`.
  if (!isBlockHtml(rows[0] ?? '')) return [`<!-- -->${rows.join(' ')}`];
  return rows;
}
