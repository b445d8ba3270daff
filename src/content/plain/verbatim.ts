// Blocks whose lines are no Markdown: code, what is hidden, and elements that are embedded.

import { decodeEntities } from '../html/entity-names.ts';
import type { LineSource } from './line-source.ts';

/** Lines that are not read as Markdown. */
export interface Verbatim {
  readonly kind: 'code' | 'hidden' | 'embedded';
  /** Code as its reader sees it; an embedded element as written. */
  readonly text: string;
}

const fence = /^\s{0,3}((?:>\s?)*)\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)?(?:(`{3,})[^`]*|(~{3,}).*)$/;
const fenceEnd = /^[\s>]*(`{3,}|~{3,})\s*$/;
const tag =
  /^\s{0,3}<(pre|textarea|script|style|table|figure|svg|math|iframe|video|audio|object|form|select)(?=[\s>/]|$)/i;
const shortcode =
  /^\s*(?:\{%-?\s*(highlight|code|codeblock|comment)\b[^%]{0,300}%\}|\{\{([<%])\s*(highlight|mermaid)\b[^{}]{0,300}\}\})/;

/** The block that is no Markdown at the line to be read, and `lines` past it; `undefined` when none begins there. */
export function readVerbatim(lines: LineSource): Verbatim | undefined {
  return readFence(lines) ?? readElement(lines) ?? readShortcode(lines);
}

function readFence(lines: LineSource): Verbatim | undefined {
  const match = fence.exec(lines.line ?? '');
  const mark = match?.[2] ?? match?.[3];
  if (mark === undefined) return undefined;
  const isQuoted = match?.[1] !== '';
  const code: string[] = [];
  for (lines.advance(); lines.line !== undefined; lines.advance()) {
    const { line } = lines;
    if (isQuoted && !/^\s{0,3}>/.test(line)) break;
    if (fenceEnd.exec(line)?.[1]?.startsWith(mark) === true) {
      lines.advance();
      break;
    }
    code.push(isQuoted ? line.replace(/^\s{0,3}(?:> ?)+/, '') : line);
  }
  return { kind: 'code', text: code.join('\n') };
}

/** An element from its tag to the end of the closing one. One that is never closed is an ordinary line. */
function readElement(lines: LineSource): Verbatim | undefined {
  const name = tag.exec(lines.line ?? '')?.[1]?.toLowerCase();
  if (name === undefined) return undefined;
  const source = readTo(lines, `</${name}`, '>');
  if (source === undefined) return undefined;
  if (name === 'script' || name === 'style') return { kind: 'hidden', text: '' };
  if (name !== 'pre' && name !== 'textarea') return { kind: 'embedded', text: source };
  return { kind: 'code', text: decodeEntities(source.replace(/<\/?[a-z][^<>]*>/gi, '')) };
}

function readShortcode(lines: LineSource): Verbatim | undefined {
  const match = shortcode.exec(lines.line ?? '');
  if (match === null) return undefined;
  const [open, liquid, bracket, name] = match;
  const closes =
    liquid === undefined
      ? [`{{${bracket ?? ''} /${name ?? ''}`, `{{${bracket ?? ''}/${name ?? ''}`]
      : [`{% end${liquid}`, `{%- end${liquid}`, `{%end${liquid}`];
  const close = closes.find((candidate) => lines.hasAhead(candidate));
  const source = close === undefined ? undefined : readTo(lines, close, '}}', '%}');
  if (close === undefined || source === undefined) return undefined;
  const code = source.slice(open.length, source.lastIndexOf(close));
  return liquid === 'comment' ? { kind: 'hidden', text: '' } : { kind: 'code', text: code };
}

/** The lines up to `close` and the first of `ends` after it; what follows in its line is left to be read. */
function readTo(lines: LineSource, close: string, ...ends: readonly string[]): string | undefined {
  if (!lines.hasAhead(close)) return undefined;
  const read: string[] = [];
  for (; lines.line !== undefined; lines.advance()) {
    const { line } = lines;
    const at = line.toLowerCase().indexOf(close);
    if (at === -1) {
      read.push(line);
      continue;
    }
    const found = ends
      .map((end) => ({ end, place: line.indexOf(end, at) }))
      .find(({ place }) => place !== -1);
    const stop = found === undefined ? line.length : found.place + found.end.length;
    read.push(line.slice(0, stop));
    const rest = line.slice(stop);
    if (rest.trim() === '') lines.advance();
    else lines.replace(rest);
    break;
  }
  return read.join('\n');
}
