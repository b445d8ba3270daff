import type { Token, TokenizerAndRendererExtension, Tokens } from 'marked';

import type { BodyWords } from '../../model/body-words.ts';
import { escapeHtml } from '../../model/html.ts';
import { formatNote } from './alert.ts';
import { findNoteKind } from './note-kind.ts';
import { parseAttributeList } from '../base/attribute-list.ts';
import { isBlank, lineAt, readIndented } from '../base/line-reader.ts';
import { maxBlockDepth } from '../base/markdown-limits.ts';
import { reportOnce } from '../base/state.ts';
import type { MarkdownState } from '../base/state.ts';

/** A block between `:::name` and `:::`. */
interface ContainerToken extends Tokens.Generic {
  readonly type: 'container';
  /** In lower case. */
  readonly name: string;
  readonly title: string | undefined;
  readonly tokens: Token[];
}

const opening = /^ {0,3}(:{3,})[ \t]*([^\s:][^\n]*?)[ \t]*$/;
const closing = /^ {0,3}:{3,}[ \t]*$/;

/** `:::note Title … :::` of Docusaurus, VuePress and Pandoc, and `!!! note "Title"` of Python-Markdown; notes of all kinds. */
export function containerSyntax(state: MarkdownState): TokenizerAndRendererExtension[] {
  return [
    {
      name: 'container',
      level: 'block',
      tokenizer(source) {
        if (!/^ {0,3}(?::::|!!!|\?\?\?)/.test(source) || state.blockDepth > maxBlockDepth)
          return undefined;
        const found = readContainer(source, state) ?? readAdmonition(source);
        if (found === undefined) return undefined;
        const { raw, text, name, title } = found;
        const tokens = text === '' ? [] : this.lexer.blockTokens(text, []);
        return { type: 'container', raw, name, title, tokens };
      },
      renderer(token) {
        const { name, title, tokens } = token as ContainerToken;
        return formatContainer(
          { name, title, html: this.parser.parse(tokens) },
          state.settings.words,
        );
      },
      childTokens: ['tokens'],
    },
  ];
}

interface FoundContainer {
  readonly raw: string;
  readonly text: string;
  readonly name: string;
  readonly title: string | undefined;
}

function readContainer(source: string, state: MarkdownState): FoundContainer | undefined {
  const first = lineAt(source, 0);
  if (first === undefined) return undefined;
  if (closing.test(first.text)) return readStray(source, first.end, state);
  const head = opening.exec(first.text);
  if (head === null) return undefined;
  const info = head[2] ?? '';
  const inline = /^(\S+)[ \t]+(.*?)[ \t]*:{3,}$/.exec(info);
  if (inline !== null) {
    return {
      raw: source.slice(0, first.end),
      text: inline[2] ?? '',
      ...parseInfo(inline[1] ?? ''),
    };
  }
  const { end, stop } = findEnd(source, first.end, info, state);
  return { raw: source.slice(0, stop), text: source.slice(first.end, end), ...parseInfo(info) };
}

/** A `:::` that closes nothing goes: it is no text. */
function readStray(source: string, end: number, state: MarkdownState): FoundContainer {
  const problem = {
    kind: 'markdown',
    severity: 'warning',
    subject: ':::',
    message: 'A `:::` closes nothing; it is left out.',
    remedy: 'Remove it, or open a block with `:::name` before it.',
  } as const;
  reportOnce(state, problem, source);
  return { raw: source.slice(0, end), text: '', name: '', title: undefined };
}

/** Offset of the closing line and after it; code fences inside are passed over. */
function findEnd(
  source: string,
  at: number,
  info: string,
  state: MarkdownState,
): { end: number; stop: number } {
  let depth = 1;
  let fence: string | undefined;
  for (let line = lineAt(source, at), start = at; line !== undefined;) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line.text)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence) === true && isBlank(line.text.trim().slice(mark.length)))
        fence = undefined;
    } else if (mark !== undefined) fence = mark;
    else if (closing.test(line.text)) {
      depth--;
      if (depth === 0) return { end: start, stop: line.end };
    } else if (opening.test(line.text) && !/\s:{3,}[ \t]*$/.test(line.text)) depth++;
    start = line.end;
    line = lineAt(source, start);
  }
  const name = `:::${info.slice(0, 60)}`;
  const problem = {
    kind: 'markdown',
    severity: 'warning',
    subject: name,
    message: `\`${name}\` is not closed; it goes on to the end.`,
    remedy: 'Close it with a line `:::`.',
  } as const;
  reportOnce(state, problem, source);
  return { end: source.length, stop: source.length };
}

/** `note`, `note Title`, `note[Title]`, `tip{title="x"}`, `{.note}`, `details "Title"`. */
function parseInfo(info: string): { name: string; title: string | undefined } {
  const [, word = '', rest = ''] = /^\{?\s*[.#]?([\w-]*)([\s\S]*)$/.exec(info) ?? [];
  const name = word.replace(/^callout-/, '').toLowerCase();
  const bracket = /^\[([^\]]*)\]/.exec(rest)?.[1];
  const isList = info.startsWith('{') || rest.trimStart().startsWith('{');
  const named = isList
    ? parseAttributeList(rest.replace(/[{}]/g, ' ')).named.find((entry) => entry.name === 'title')
    : undefined;
  const plain = isList ? '' : rest.trim().replace(/^["'](.*)["']$/, '$1');
  return { name, title: bracket ?? named?.value ?? (plain === '' ? undefined : plain) };
}

/** `!!! note "Title"` or `??? note` with its text indented below. */
function readAdmonition(source: string): FoundContainer | undefined {
  const head =
    /^ {0,3}(?:!!!|\?\?\?\+?)[ \t]*([A-Za-z][\w-]*)[^\n"]*(?:"([^"\n]*)")?[ \t]*(?:\n|$)/.exec(
      source,
    );
  const kind = findNoteKind(head?.[1] ?? '');
  if (head === null || kind === undefined) return undefined;
  if (!/^(?: {2,}|\t)\S/.test(source.slice(head[0].length, head[0].length + 12))) return undefined;
  const { text, end } = readIndented(source, head[0].length, '', () => true);
  return { raw: source.slice(0, end), text: text.slice(1), name: kind, title: head[2] };
}

interface ReadContainer {
  readonly name: string;
  readonly title: string | undefined;
  readonly html: string;
}

function formatContainer({ name, title, html }: ReadContainer, words: BodyWords): string {
  if (html === '' && name === '') return '';
  const kind = findNoteKind(name);
  if (kind !== undefined) return formatNote(kind, title ?? words.noteTitle(name), html);
  if (name === 'details' || name === 'spoiler') {
    return `<details><summary>${escapeHtml(title ?? words.details)}</summary>\n${html}</details>\n`;
  }
  const head = title === undefined ? '' : `<p class="note-title">${escapeHtml(title)}</p>\n`;
  return `<div class="shortcode" data-kind="${escapeHtml(name)}">\n${head}${html}</div>\n`;
}
