import { isMarkup } from '../../content/html/known-tags.ts';
import { cleanInline } from './plain-inline.ts';

/** A stretch of a post as a reader sees it, without markup. */
export interface TextBlock {
  readonly kind: 'text' | 'heading' | 'code';
  /** One line, without markup. Code keeps its line breaks. */
  readonly text: string;
  /** Headings only: the id its author gave it with `{#id}`. */
  readonly id: string | undefined;
}

/** Longest body that is read, in UTF-16 code units. What follows is not searched. */
export const maximumTextLength = 1_000_000;

const fence = /^\s{0,3}(?:>\s?)*\s*(?:[-*+]\s+|\d{1,9}[.)]\s+)?(`{3,}|~{3,})/;
const heading = /^\s{0,3}(?:>\s?)*(#{1,6})(?:[ \t]+|$)(.*)$/;
const underline = /^\s{0,3}(?:=+|-+)\s*$/;
/** Quote signs, list markers, task boxes and alert names at the start of a line. */
const marker =
  /^\s*(?:>\s?)*\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)?(?:\[[ xX]\]\s+)?(?:\[![A-Za-z]{1,20}\])?/;
/** Rules between paragraphs, and what parts the head of a table from its rows. */
const rule = /^[\s|:*_=+-]*[-*_=|][\s|:*_=+-]*$/;
/** A reference or abbreviation definition; the text of a footnote is kept. */
const definition = /^\s{0,3}(?:\[(?!\^)[^\]\n]{1,300}\]:\s*\S+|\*\[[^\]\n]{1,80}\]:)/;
const footnote = /^\s{0,3}\[\^[^\]\s]{1,80}\]:\s*/;
const containerLine = /^\s*(?::{3,}.*|\{:.*\}|\+{3,}|<!--\s*more\s*-->)\s*$/;
const liquidHighlight = /^\s*\{%-?\s*(end)?(?:highlight|raw|verbatim)\b[^%\n]{0,300}%\}\s*$/;

/** The text of a Markdown body in blocks, without front matter, markup, tags and shortcodes. Linear. */
export function extractBlocks(body: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  const lines = dropHidden(body.slice(0, maximumTextLength)).split('\n');
  let paragraph: string[] = [];
  let openFence: string | undefined;
  let code: string[] = [];

  const endParagraph = (): void => {
    const text = cleanInline(paragraph.join('\n'), isMarkup).replace(/\s+/g, ' ').trim();
    if (text !== '') blocks.push({ kind: 'text', text, id: undefined });
    paragraph = [];
  };
  const endCode = (): void => {
    const text = code.join('\n').trim();
    if (text !== '') blocks.push({ kind: 'code', text, id: undefined });
    code = [];
    openFence = undefined;
  };

  for (const rawLine of lines) {
    const line = rawLine.endsWith('\r') ? rawLine.slice(0, -1) : rawLine;
    const mark = fence.exec(line)?.[1];
    if (openFence !== undefined) {
      const isEnd = mark !== undefined && mark.startsWith(openFence);
      if (isEnd && /^[\s>]*[`~]+\s*$/.test(line)) endCode();
      else code.push(line);
      continue;
    }
    if (mark !== undefined) {
      endParagraph();
      openFence = mark;
      continue;
    }
    const title = heading.exec(line);
    if (title !== null) {
      endParagraph();
      pushHeading(blocks, title[2] ?? '');
    } else if (underline.test(line) && paragraph.length > 0) {
      const last = paragraph.join('\n');
      paragraph = [];
      pushHeading(blocks, last);
    } else if (isSkipped(line)) {
      endParagraph();
    } else {
      const bare = line.replace(footnote, '').replace(marker, '');
      // A list item and a table row begin anew: their words are not neighbours of the line before.
      if (bare.length < line.trimStart().length || line.includes('|')) endParagraph();
      if (bare.trim() === '') endParagraph();
      else paragraph.push(bare);
    }
  }
  endParagraph();
  endCode();
  return blocks;
}

function isSkipped(line: string): boolean {
  return (
    rule.test(line) ||
    definition.test(line) ||
    containerLine.test(line) ||
    liquidHighlight.test(line)
  );
}

function pushHeading(blocks: TextBlock[], source: string): void {
  const id = /\{\s*#([^\s}]{1,200})[^}]{0,200}\}\s*#*\s*$/.exec(source)?.[1];
  const bare = source.replace(/\s*\{\s*[#.:][^}]{0,300}\}\s*$/, '').replace(/\s+#+\s*$/, '');
  const text = cleanInline(bare, isMarkup).replace(/\s+/g, ' ').trim();
  if (text !== '') blocks.push({ kind: 'heading', text, id });
}

/** Blanks comments, scripts and styles, which no reader sees. Looks at each character once. */
function dropHidden(body: string): string {
  if (!body.includes('<!--') && !/<(?:script|style)/i.test(body)) return body;
  return ['<!--', '<script', '<style'].reduce((text, open) => {
    const close = open === '<!--' ? '-->' : `</${open.slice(1)}`;
    return dropBetween(text, open, close);
  }, body);
}

function dropBetween(text: string, open: string, close: string): string {
  const lower = text.toLowerCase();
  let result = '';
  let at = 0;
  for (;;) {
    const start = lower.indexOf(open, at);
    const end = start === -1 ? -1 : lower.indexOf(close, start + open.length);
    if (end === -1) return result + text.slice(at);
    result += text.slice(at, start);
    // A closing tag goes on to its bracket.
    at = close === '-->' ? end + close.length : lower.indexOf('>', end) + 1 || text.length;
  }
}
