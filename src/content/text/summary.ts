import { cutText, toPlainText } from './plain-text.ts';

/** Longest summary, in UTF-16 code units. */
export const maximumSummaryLength = 160;

/** The opening is looked for in that many characters of the body. */
const longestOpening = 32_768;

/** Lines after which a block without prose is no longer searched for its end. */
const longestBlock = 500;

const more = /<!--[ \t]{0,9}(?:more|excerpt|truncate)[ \t]{0,9}-->/i;
const fence = /^(`{3,}|~{3,})/;
/** Tags whose content is not prose. */
const closedTag =
  /^<(script|style|pre|table|figure|svg|math|iframe|video|audio|object|form|select|textarea)\b/i;
const codeTag = /^\{%-?\s*(highlight|raw|comment|code)\b|^\{\{[<%]\s*(highlight|gist|mermaid)\b/;
/** Lines that are a block of their own and no prose: headings, rules, tables, definitions, containers, marks. */
const skipped =
  /^(?:#{1,6}(?:\s|$)|\||:::|\$\$|\+\+\+$|\[{1,2}toc\]{1,2}$|\{:|\[[^\]]{1,200}\]:|\*\[|={2,}$|(?:-\s*){3,}$|(?:\*\s*){3,}$|(?:_\s*){3,}$)/i;
const definition = /^ {0,3}\[([^\]\n]{1,200})\]:/gm;
const listItem = /^(?:[-*+]|\d{1,9}[.)])\s+/;
const underline = /^(?:=+|-+)\s*$/;
const tableRule = /^\|?\s*:?-+:?\s*\|/;

/**
 * The opening of a post as plain text of at most 160 characters: up to `<!-- more -->`, else the first
 * paragraph that has words; where there is none, the first item of a list or quote. Linear.
 */
export function summarize(body: string): string {
  const head = body.slice(0, longestOpening);
  const marker = head.search(more);
  const isDefined = createDefinitionTest(body);
  if (marker !== -1) {
    const opening = findParagraphs(head.slice(0, marker), isDefined, maximumSummaryLength * 2);
    if (opening !== '') return cutText(opening, maximumSummaryLength);
  }
  return cutText(findParagraphs(head, isDefined, 0), maximumSummaryLength);
}

/** A function that tells whether a link reference is defined. The body is searched when first asked. */
function createDefinitionTest(body: string): (label: string) => boolean {
  let labels: Set<string> | undefined;
  return (label) => {
    labels ??= new Set(
      Array.from(body.matchAll(definition), (match) => match[1]?.toLowerCase() ?? ''),
    );
    return labels.has(label.toLowerCase());
  };
}

/** Plain text of the paragraphs in `source`: the first, and more of them while there are less than `length` characters. */
function findParagraphs(
  source: string,
  isDefined: (label: string) => boolean,
  length: number,
): string {
  const texts: string[] = [];
  let fallback = '';
  for (const block of splitBlocks(source)) {
    const text = toPlainText(block.text, isDefined);
    if (!/[\p{L}\p{N}]/u.test(text)) continue;
    if (block.kind === 'item') fallback ||= text;
    else texts.push(text);
    if (texts.join(' ').length > length) break;
  }
  return texts.join(' ') || fallback;
}

interface TextBlock {
  readonly kind: 'paragraph' | 'item';
  readonly text: string;
}

/** The paragraphs, list items and quotes of `source`, in order, as far as they are asked for. */
function* splitBlocks(source: string): Generator<TextBlock> {
  const lines = source.split('\n');
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const text = line.trim();
    const end = findSkipEnd(lines, i);
    if (end !== undefined) {
      i = end;
      continue;
    }
    if (text === '' || skipped.test(text) || /^(?: {4}|\t)/.test(line)) continue;
    const count = countParagraphLines(lines, i);
    const last = lines[i + count]?.trim() ?? '';
    const isTable = tableRule.test(lines[i + 1]?.trim() ?? '') && text.includes('|');
    const isHeading = underline.test(last);
    const isItem = listItem.test(text) || text.startsWith('>');
    const paragraph = lines.slice(i, i + count).join('\n');
    if (isItem)
      yield {
        kind: 'item',
        text: paragraph
          .replace(/^[\s>]*(?:\[![A-Z]+\])?/, '')
          .replace(/^ {0,3}> ?/gm, '')
          .replace(listItem, ''),
      };
    else if (!isHeading && !isTable) yield { kind: 'paragraph', text: paragraph };
    i += isHeading ? count : count - 1;
  }
}

/** The last line of a block without prose that starts at `start`: code, comment, embedded HTML. */
function findSkipEnd(lines: readonly string[], start: number): number | undefined {
  const text = lines[start]?.trim() ?? '';
  const isEnd = findEndTest(text);
  if (isEnd === undefined) return undefined;
  const last = Math.min(lines.length, start + longestBlock);
  for (let end = start; end < last; end++) {
    if (isEnd(lines[end]?.trim() ?? '', end === start)) return end;
  }
  // Left open, a fence or comment hides what follows; a tag only its own line.
  return /^(?:```|~~~|<!--)/.test(text) ? last : start;
}

/** What tells the last line of the block that `text` opens. */
function findEndTest(text: string): ((line: string, isFirst: boolean) => boolean) | undefined {
  const mark = fence.exec(text)?.[1];
  if (mark !== undefined) return (line, isFirst) => !isFirst && line.startsWith(mark);
  if (text.startsWith('<!--')) return (line) => line.includes('-->');
  const tag = closedTag.exec(text)?.[1];
  if (tag !== undefined) {
    const close = `</${tag.toLowerCase()}`;
    return (line) =>
      line.toLowerCase().includes(close) || (tag === 'iframe' && line.endsWith('/>'));
  }
  const code = codeTag.exec(text);
  const name = code?.[1] ?? code?.[2];
  if (name === undefined) return undefined;
  return (line) => new RegExp(`(?:end|/\\s*)${name}`).test(line) || line.endsWith('/>}}');
}

/** Lines up to a blank one or one that starts another block. */
function countParagraphLines(lines: readonly string[], start: number): number {
  let count = 1;
  for (; start + count < lines.length; count++) {
    const text = lines[start + count]?.trim() ?? '';
    if (text === '' || fence.test(text) || underline.test(text) || /^#{1,6}\s/.test(text)) break;
    if (listItem.test(text) && listItem.test(lines[start]?.trim() ?? '')) break;
  }
  return count;
}
