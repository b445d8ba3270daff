// What of a Markdown text is no prose: code, HTML that holds code, comments of HTML, formulas, addresses.

import { lineEnd } from './line-end.ts';

/** Finds what is no prose, from the start of a text to its end. Linear: what is never closed is searched for once. */
export interface VerbatimFinder {
  /** The end of the lines of code that begin with the line at `at`; `undefined` where the line is prose. */
  findBlock(at: number): number | undefined;
  /** The end of what begins with the character at `at` and is no prose; `undefined` where nothing does. */
  findSpan(at: number): number | undefined;
}

const quotePrefix = /^(?: {0,3}>[ \t]?)*/;
const fenceStart = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}(?=[^`]*$)|~{3,})/;
const listItem = /^\s*(?:[-*+]|\d{1,9}[.)])(?:\s|$)/;

/** A finder for `source`. It is asked for the starts of lines in order. */
export function createVerbatimFinder(source: string): VerbatimFinder {
  const unclosed = new Set<string>();
  let isAfterBlank = true;
  let isList = false;

  /** The place after the next `mark` from `at` on. */
  const findAfter = (mark: string, at: number): number | undefined => {
    if (unclosed.has(mark)) return undefined;
    const found = source.indexOf(mark, at);
    if (found === -1) unclosed.add(mark);
    return found === -1 ? undefined : found + mark.length;
  };

  const findElement = (at: number): number | undefined => {
    if (source.startsWith('<!--', at)) return findAfter('-->', at + 4);
    const head = source.slice(at, at + 2100);
    const name = /^<(pre|code|script|style|textarea|math|svg)(?=[\s>])/i.exec(head)?.[1];
    if (name !== undefined) return findAfter(`</${name}`, at);
    // A tag with its attributes, or an address between angle brackets.
    const tag = /^<(?:\/?[A-Za-z][^<>]{0,2000}|https?:[^<>\s]{0,2000})>/.exec(head);
    return tag === null ? undefined : endOf(tag[0], at);
  };

  const findFormula = (at: number): number | undefined => {
    if (source.startsWith('$$', at)) {
      const end = findAfter('$$', at + 2);
      const text = end === undefined ? '' : source.slice(at, end);
      return /\n[ \t]*\n/.test(text) ? undefined : endOf(text, at);
    }
    const formula = /^\$(?=[^\s$])[^$\n]{0,1000}?[^\s\\$]?\$(?!\d)/.exec(
      source.slice(at, at + 1010),
    );
    return formula === null || /\s\$$/.test(formula[0]) ? undefined : endOf(formula[0], at);
  };

  return {
    findBlock(at) {
      const end = lineEnd(source, at);
      const line = source.slice(at, end);
      const prefix = quotePrefix.exec(line)?.[0] ?? '';
      const content = line.slice(prefix.length);
      if (content.trim() === '') {
        isAfterBlank = true;
        return undefined;
      }
      const fence = fenceStart.exec(content)?.[1];
      if (fence !== undefined) {
        isAfterBlank = false;
        const isItem = listItem.test(content) || (isList && /^[ \t]/.test(content));
        return findFenceEnd(source, end, { fence, isItem, isQuoted: prefix.trim() !== '' });
      }
      const isIndented = /^(?: {4}|\t)/.test(content);
      if (listItem.test(content) && !(isIndented && isAfterBlank && !isList)) isList = true;
      else if (isAfterBlank && !/^[ \t]/.test(content)) isList = false;
      if (isIndented && isAfterBlank && !isList) return end;
      isAfterBlank = false;
      return undefined;
    },
    findSpan(at) {
      switch (source[at]) {
        case '`':
          return findCodeSpan(source, at);
        case '<':
          return findElement(at);
        case '$':
          return findFormula(at);
        case '\\':
          return Math.min(source.length, at + 2);
        case ']':
          return findDestination(source, at);
        case 'h':
          return findAddress(source, at);
        default:
          return undefined;
      }
    },
  };
}

/** The place after `text`, which begins at `at`; `undefined` for none, and for what looks like a formula or a tag around a comment. */
function endOf(text: string, at: number): number | undefined {
  return text === '' || text.includes('%%') ? undefined : at + text.length;
}

interface Fence {
  readonly fence: string;
  /** Whether it stands in an item of a list, which ends it. */
  readonly isItem: boolean;
  /** Whether it stands in a quotation, which ends it. */
  readonly isQuoted: boolean;
}

function findFenceEnd(source: string, start: number, { fence, isItem, isQuoted }: Fence): number {
  for (let at = start; at < source.length;) {
    const end = lineEnd(source, at);
    const line = source.slice(at, end);
    if (isQuoted && !/^ {0,3}>/.test(line)) return at;
    const inner = line.replace(quotePrefix, '');
    const content = inner.trim();
    const isMark =
      content.length >= fence.length && content === fence.charAt(0).repeat(content.length);
    if (isItem && !isMark && /^\S/.test(inner)) return at;
    at = end;
    if (isMark) return at;
  }
  return source.length;
}

/** The end of the code span, or of the backticks that open none. A span ends before a blank line. */
function findCodeSpan(source: string, at: number): number {
  const ticks = /^`+/.exec(source.slice(at, at + 200))?.[0] ?? '`';
  const head = source.slice(at + ticks.length, at + 4000);
  const blank = /\n[ \t]*\n/.exec(head)?.index ?? head.length;
  const close = new RegExp(`(?<!\`)\`{${ticks.length}}(?!\`)`).exec(head.slice(0, blank));
  return at + ticks.length + (close === null ? 0 : close.index + ticks.length);
}

/** The address of a link after its text. */
function findDestination(source: string, at: number): number | undefined {
  const match = /^\]\((?:<[^<>\n]{0,1000}>|(?:[^()\s]|\([^()\s]{0,200}\)){0,2000})/.exec(
    source.slice(at, at + 2100),
  );
  return match === null ? undefined : endOf(match[0], at);
}

/** A bare address, as far as no comment begins in it. */
function findAddress(source: string, at: number): number | undefined {
  const match = /^https?:\/\/(?:(?!%%)[^\s<>[\]|]){1,2000}/.exec(source.slice(at, at + 2100));
  return match === null ? undefined : at + match[0].length;
}
