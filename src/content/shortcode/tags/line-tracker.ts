/**
 * Follows Markdown's block structure line by line, just far enough to know which lines are code and
 * which prefix (quote marks, list indentation) a line must carry to stay in its container.
 *
 * An approximation of CommonMark's first phase: when it is unsure, a line counts as text. Over 250 lines because
 * containers, code and paragraphs depend on each other at every line.
 */

type Container =
  | { readonly kind: 'quote' }
  | { readonly kind: 'list'; readonly width: number }
  /** Indentation that a tag on a line of its own brought; taken away from its body too. */
  | { readonly kind: 'tag'; readonly width: number };

interface Fence {
  readonly mark: string;
  readonly depth: number;
}

/** A stretch of the source, end exclusive. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The kind of a line. */
export interface LineStart {
  readonly kind: 'blank' | 'code' | 'text';
  /** Where the line's own content starts, behind quote marks, list markers and indentation. */
  readonly contentFrom: number;
  /** Indentation that must not be printed. */
  readonly strips: readonly Range[];
  /** What a further line in the same container starts with. */
  readonly prefix: string;
  /** A list item begins on this line. */
  readonly afterMarker: boolean;
  /** Lines of one fenced or indented block share a number. */
  readonly codeBlock: number;
}

const listMarker = /(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)/y;
const footnoteMarker = /\[\^[^\]\s]{1,100}\]:/y;
const fenceMark = /`{3,}(?=[^`\n]*$)|~{3,}/my;
const headingMark = /#{1,6}(?:[ \t]|$)/my;
const closingTag = /^\{(?:\{[<%]\s*\/|%-?\s*end)/;
const maximumContainers = 60;
const footnoteWidth = 4;
const codeIndent = 4;

/** Tracks the lines of one text; {@link LineTracker.startLine} must be called in order. */
export class LineTracker {
  readonly #text: string;
  #containers: Container[] = [];
  #fence: Fence | undefined;
  #inParagraph = false;
  #inIndentedCode = false;
  /** The last line that was not blank began with a tag that may open a body. */
  #afterOpeningTag = false;
  #codeBlock = 0;
  // The cursor in the line being read.
  #at = 0;
  #column = 0;
  #strips: Range[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  /** Reads the head of the line between `from` and `to` (its line break excluded). */
  startLine(from: number, to: number): LineStart {
    this.#at = from;
    this.#column = 0;
    this.#strips = [];
    const matched = this.#matchContainers(to);
    if (this.#skipSpaces(to) === to) return this.#blankLine(matched);
    if (matched < this.#containers.length && !this.#isLazyLine(to)) this.#close(matched);
    if (this.#fence !== undefined) return this.#fencedLine(this.#fence, to);
    const afterMarker = this.#openContainers(to);
    const content = this.#skipSpaces(to);
    const indent = this.#indentTo(content);
    if (indent >= codeIndent && !this.#inParagraph && !this.#isNestedTag(content)) {
      if (!this.#inIndentedCode) this.#codeBlock++;
      this.#inIndentedCode = true;
      return this.#result('code', this.#at, afterMarker);
    }
    this.#inIndentedCode = false;
    if (this.#opensFence(content, to)) return this.#result('code', content, afterMarker);
    this.#startText(content, indent, to);
    return this.#result('text', content, afterMarker);
  }

  /** Says that the line's content was tags only: a paragraph does not go on across them. */
  breakParagraph(): void {
    this.#inParagraph = false;
  }

  #result(kind: LineStart['kind'], contentFrom: number, afterMarker: boolean): LineStart {
    return {
      kind,
      contentFrom,
      afterMarker,
      strips: this.#strips,
      prefix: this.#containers.map(formatContainer).join(''),
      codeBlock: this.#codeBlock,
    };
  }

  /** Walks the open containers; gives how many of them go on in this line. */
  #matchContainers(to: number): number {
    let matched = 0;
    for (const container of this.#containers) {
      const content = this.#skipSpaces(to);
      const indent = this.#indentTo(content);
      if (container.kind === 'quote') {
        if (indent >= codeIndent || this.#text[content] !== '>') break;
        this.#moveTo(content);
        this.#passQuoteMark();
      } else if (content < to) {
        if (indent < container.width) break;
        const from = this.#at;
        this.#moveColumns(container.width);
        if (container.kind === 'tag') this.#strips.push({ from, to: this.#at });
      }
      matched++;
    }
    return matched;
  }

  #blankLine(matched: number): LineStart {
    if (matched < this.#containers.length) this.#close(matched);
    this.#inParagraph = false;
    const kind = this.#fence === undefined ? 'blank' : 'code';
    return this.#result(kind, this.#at, false);
  }

  #close(matched: number): void {
    this.#containers = this.#containers.slice(0, matched);
    this.#inParagraph = false;
    if (this.#fence !== undefined && this.#fence.depth > matched) this.#fence = undefined;
  }

  /** Whether the line continues a paragraph although it lacks the container's prefix. */
  #isLazyLine(to: number): boolean {
    if (!this.#inParagraph || this.#fence !== undefined) return false;
    const content = this.#skipSpaces(to);
    if (this.#text[content] === '>' || isTagStart(this.#text, content)) return false;
    return (
      !matchesAt(listMarker, this.#text, content) && !matchesAt(fenceMark, this.#text, content)
    );
  }

  #fencedLine(fence: Fence, to: number): LineStart {
    const content = this.#skipSpaces(to);
    const line = this.#text.slice(content, to).trimEnd();
    const closes =
      line.length >= fence.mark.length &&
      line.startsWith(fence.mark) &&
      line === fence.mark.charAt(0).repeat(line.length);
    if (closes && this.#indentTo(content) < codeIndent) this.#fence = undefined;
    return this.#result('code', this.#at, false);
  }

  /** Enters the quotes and list items that begin in this line; tells whether a list item does. */
  #openContainers(to: number): boolean {
    let afterMarker = false;
    while (this.#containers.length < maximumContainers) {
      const content = this.#skipSpaces(to);
      const indent = this.#indentTo(content);
      if (indent >= codeIndent) break;
      if (this.#text[content] === '>') {
        this.#moveTo(content);
        this.#passQuoteMark();
        this.#containers.push({ kind: 'quote' });
        this.#inParagraph = false;
        continue;
      }
      const footnote = matchesAt(footnoteMarker, this.#text, content);
      const length = footnote?.length ?? this.#listMarkerAt(content, to)?.length;
      if (length === undefined) break;
      this.#moveTo(content + length);
      const spaces = this.#indentTo(this.#skipSpaces(to));
      const padding = spaces >= 1 && spaces <= codeIndent ? spaces : 1;
      const width = footnote === undefined ? indent + length + padding : footnoteWidth;
      if (this.#skipSpaces(to) < to) this.#moveColumns(padding);
      this.#containers.push({ kind: 'list', width });
      this.#inParagraph = false;
      this.#inIndentedCode = false;
      afterMarker = true;
    }
    return afterMarker;
  }

  #listMarkerAt(content: number, to: number): string | undefined {
    const marker = matchesAt(listMarker, this.#text, content);
    if (marker === undefined || isThematicBreak(this.#text, content, to)) return undefined;
    return marker;
  }

  /** A tag may be indented like code when it stands below the tag it is in. */
  #isNestedTag(content: number): boolean {
    return this.#afterOpeningTag && !this.#inIndentedCode && isTagStart(this.#text, content);
  }

  #opensFence(content: number, to: number): boolean {
    const mark = matchesAt(fenceMark, this.#text, content);
    if (mark === undefined || content + mark.length > to) return false;
    this.#fence = { mark, depth: this.#containers.length };
    this.#codeBlock++;
    this.#inParagraph = false;
    this.#afterOpeningTag = false;
    return true;
  }

  #startText(content: number, indent: number, to: number): void {
    const isTag = isTagStart(this.#text, content);
    this.#afterOpeningTag = isTag && !closingTag.test(this.#text.slice(content, content + 20));
    if (isTag && indent > 0 && this.#containers.length < maximumContainers) {
      this.#strips.push({ from: this.#at, to: content });
      this.#containers.push({ kind: 'tag', width: indent });
    }
    const isHeading = matchesAt(headingMark, this.#text, content) !== undefined;
    this.#inParagraph = !isHeading && !isThematicBreak(this.#text, content, to);
  }

  /** First offset from the cursor that is no space or tab. */
  #skipSpaces(to: number): number {
    let at = this.#at;
    while (at < to && isSpace(this.#text[at])) at++;
    return at;
  }

  #indentTo(content: number): number {
    let column = this.#column;
    for (let at = this.#at; at < content; at++) column = nextColumn(column, this.#text[at]);
    return column - this.#column;
  }

  #moveTo(target: number): void {
    while (this.#at < target) this.#column = nextColumn(this.#column, this.#text[this.#at++]);
  }

  /** Moves over `columns` of white space; a tab is passed whole. */
  #moveColumns(columns: number): void {
    const goal = this.#column + columns;
    while (this.#column < goal && isSpace(this.#text[this.#at])) this.#moveTo(this.#at + 1);
  }

  #passQuoteMark(): void {
    this.#moveTo(this.#at + 1);
    if (isSpace(this.#text[this.#at])) this.#moveTo(this.#at + 1);
  }
}

/** Tells that `{{` or `{%` stands at `at`. */
export function isTagStart(text: string, at: number): boolean {
  return text[at] === '{' && (text[at + 1] === '{' || text[at + 1] === '%');
}

/** The match of a sticky `pattern` at `at`. */
function matchesAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** Whether the line from `content` is `---`, `* * *` or the like. */
function isThematicBreak(text: string, content: number, to: number): boolean {
  const mark = text[content];
  if (mark !== '-' && mark !== '*' && mark !== '_') return false;
  let count = 0;
  for (let at = content; at < to; at++) {
    if (text[at] === mark) count++;
    else if (!isSpace(text[at])) return false;
  }
  return count >= 3;
}

function formatContainer(container: Container): string {
  if (container.kind === 'quote') return '> ';
  return container.kind === 'list' ? ' '.repeat(container.width) : '';
}

function isSpace(character: string | undefined): boolean {
  return character === ' ' || character === '\t' || character === '\r';
}

function nextColumn(column: number, character: string | undefined): number {
  return character === '\t' ? column + 4 - (column % 4) : column + 1;
}
