import type { ClosingMarks } from './closing-marks.ts';
import type { Dialect, Tag, TagRole } from './tag.ts';

/** A quote opens a string only behind one of these; the apostrophe of `It's` does not. */
const beforeString = /[\s=(,[:|<{%]/;
/** Longest text between braces that is read with regard to quotes. */
const maximumTagLength = 4000;

const zolaName = /^[A-Za-z_]\w*$/;
const hugoName = /^\s*(\/?)\s*([\p{L}\p{N}_][\p{L}\p{N}_./-]*)(?=\s|$|["'`])/u;
const liquidName = /^\s*([A-Za-z_][\w-]*)(?=\s|$|[:"'])/;
const branches = new Set(['else', 'elsif', 'elseif', 'when']);

/** An escaped tag, and what it prints. */
export interface EscapedTag {
  readonly text: string;
  readonly to: number;
}

/** Finds tags in one text. */
export class TagFinder {
  readonly #text: string;
  readonly #closings: ClosingMarks;

  constructor(text: string, closings: ClosingMarks) {
    this.#text = text;
    this.#closings = closings;
  }

  /** The tag that starts at `from`, where `{{` or `{%` stands; `undefined` when the braces are none. */
  find(from: number): Tag | undefined {
    const third = this.#text[from + 2];
    if (this.#text[from + 1] === '{' && (third === '<' || third === '%')) {
      return this.#findHugo(from, third === '<' ? '>}}' : '%}}');
    }
    const isOutput = this.#text[from + 1] === '{';
    const start = from + (third === '-' || third === '~' ? 3 : 2);
    const end = this.#findEnd(start, isOutput ? '}}' : '%}');
    if (end === undefined) return undefined;
    const content = this.#text.slice(start, end).replace(/[-~]$/, '');
    const tag = isOutput ? readOutput(content) : readBlockTag(content);
    return tag === undefined ? undefined : { ...tag, from, to: end + 2 };
  }

  /** The escaped tag at `from`: any of the four openings followed by a comment around the rest. */
  findEscaped(from: number): EscapedTag | undefined {
    const open = /^(?:\{\{[<%]?|\{%)(?=\/\*)/.exec(this.#text.slice(from, from + 5))?.[0];
    if (open === undefined) return undefined;
    const close = { '{{<': '>}}', '{{%': '%}}', '{{': '}}', '{%': '%}' }[open] ?? '}}';
    const end = this.#closings.find(`*/${close}`, from);
    if (end === -1) return undefined;
    const inner = this.#text.slice(from + open.length + 2, end);
    return { text: `${open}${inner}${close}`, to: end + 2 + close.length };
  }

  #findHugo(from: number, close: string): Tag | undefined {
    const end = this.#findEnd(from + 3, close);
    if (end === undefined) return undefined;
    const content = this.#text.slice(from + 3, end);
    const match = hugoName.exec(content);
    if (match === null) return undefined;
    const rest = content.slice(match[0].length).trimEnd();
    // A slash behind a bare word belongs to the word: it may be an address.
    const hasSlash = rest.endsWith('/') && !/[^\s"'`]\/$/.test(rest);
    const isSingle = hasSlash || (match[2] ?? '').endsWith('/');
    const name = (match[2] ?? '').replace(/\/$|\.html$/, '');
    const role: TagRole = match[1] === '/' ? 'close' : isSingle ? 'single' : 'open';
    const args = hasSlash ? rest.slice(0, -1) : rest;
    return { dialect: 'hugo', role, name, args, from, to: end + close.length };
  }

  /** Where `close` stands outside of strings; else where it stands at all in the same paragraph. */
  #findEnd(start: number, close: string): number | undefined {
    const first = this.#closings.find(close, start);
    if (first === -1) return undefined;
    const end = this.#findEndOutsideStrings(start, close) ?? first;
    return this.#isOneParagraph(start, end) ? end : undefined;
  }

  #findEndOutsideStrings(start: number, close: string): number | undefined {
    const text = this.#text;
    const limit = Math.min(text.length, start + maximumTagLength);
    for (let at = start; at < limit; at++) {
      const character = text[at] ?? '';
      if (character === '}' || character === '%' || character === '>') {
        if (text.startsWith(close, at)) return at;
      } else if (character === '{' && (text[at + 1] === '{' || text[at + 1] === '%')) {
        return undefined;
      } else if (isQuote(character) && beforeString.test(text[at - 1] ?? ' ')) {
        const closing = findStringEnd(text, at, limit);
        if (closing === undefined) return undefined;
        at = closing;
      }
    }
    return undefined;
  }

  /** A blank line ends every tag, except inside a raw string. */
  #isOneParagraph(start: number, end: number): boolean {
    if (end - start > maximumTagLength) return false;
    const content = this.#text.slice(start, end);
    return content.includes('`') || !/\n[ \t]*\r?\n/.test(content);
  }
}

/** Offset of the quote that closes the string opened at `open`. */
function findStringEnd(text: string, open: number, limit: number): number | undefined {
  const quote = text[open];
  for (let at = open + 1; at < limit; at++) {
    const character = text[at];
    if (character === quote) return at;
    if (quote === '`') continue;
    if (character === '\\') at++;
    if (character === '\n' && /[ \t\r]*\n/y.test(text.slice(at + 1, at + 40))) return undefined;
  }
  return undefined;
}

function isQuote(character: string): boolean {
  return character === '"' || character === "'" || character === '`';
}

type TagContent = Pick<Tag, 'dialect' | 'role' | 'name' | 'args'>;

/** `{{ … }}`: a Zola call, or a Liquid expression. */
function readOutput(content: string): TagContent | undefined {
  const call = readZolaCall(content, 'single');
  if (call !== undefined) return call;
  return content.trim() === '' ? undefined : makeTag('liquid', 'output', '', content.trim());
}

/** `{% … %}`: a Zola body tag with parentheses, Zola's `end`, or a Liquid tag. */
function readBlockTag(content: string): TagContent | undefined {
  const call = readZolaCall(content, 'open');
  if (call !== undefined) return call;
  if (content.trim() === 'end') return makeTag('zola', 'close', '', '');
  if (/^\s*#/.test(content)) return makeTag('liquid', 'single', '#', '');
  const match = liquidName.exec(content);
  if (match === null) return undefined;
  const name = match[1] ?? '';
  const args = content.slice(match[0].length).trim();
  if (branches.has(name)) return makeTag('liquid', 'branch', name, args);
  if (name.length > 3 && name.startsWith('end')) {
    return makeTag('liquid', 'close', name.slice(3).replace(/^_/, ''), '');
  }
  return makeTag('liquid', 'open', name, args);
}

/** `name(…)`, and nothing else. */
function readZolaCall(content: string, role: TagRole): TagContent | undefined {
  const call = content.trim();
  const open = call.indexOf('(');
  const name = call.slice(0, Math.max(0, open)).trimEnd();
  if (!call.endsWith(')') || !zolaName.test(name)) return undefined;
  return makeTag('zola', role, name, call.slice(open + 1, -1));
}

function makeTag(dialect: Dialect, role: TagRole, name: string, args: string): TagContent {
  return { dialect, role, name, args };
}
