import type { Token, Tokens } from 'marked';

import type { BodyWords } from '../../model/body-words.ts';
import { escapeHtml } from '../../model/html.ts';

/** A quote that is a note: `> [!TIP]`. */
interface AlertToken extends Tokens.Blockquote {
  readonly kind: string;
  /** The kind itself when the author gave none. */
  readonly title: Token[];
  /** Whether readers open and close it, and how it stands at first; `undefined` for a note that is always open. */
  readonly fold: 'open' | 'closed' | undefined;
}

/** An entry of the lexer's queue of inline texts. */
interface QueuedInline {
  src: string;
  readonly tokens: Token[];
}

/** What the lexer has for reading a note. */
export interface AlertTools {
  /** Inline texts of the quote that are still to be lexed. */
  readonly queue: readonly QueuedInline[];
  readonly words: BodyWords;
  /** Gives the kind of note that a word means: `findNoteKind`. */
  readonly findKind: (word: string) => string | undefined;
  /** Lexes a text; its tokens are there when the whole document is lexed. */
  readonly readInline: (text: string) => Token[];
}

/** The mark of a note of any kind, with what themes of Obsidian take after a bar, and how it is folded; then the title. */
const mark =
  /^\[!([\p{L}\p{N}][\p{L}\p{M}\p{N}_ -]{0,40})(?:\|[^\]\n]{0,60})?\](?![([])([+-]?)[ \t]*([^\n]*)(?:\n|$)/u;

/**
 * `quote` itself, or the note it is when it begins with `[!KIND]`: one of the known words or the author's own. The text of
 * its first paragraph is still queued for inline lexing and loses the mark there.
 */
export function findAlert(
  quote: Tokens.Blockquote,
  { queue, words, findKind, readInline }: AlertTools,
): Tokens.Blockquote {
  const first = quote.tokens[0];
  if (first?.type !== 'paragraph') return quote;
  const paragraph = first as Tokens.Paragraph;
  const match = mark.exec(paragraph.text);
  if (match === null) return quote;
  const [all, word = '', fold, title = ''] = match;
  const rest = paragraph.text.slice(all.length);
  const queued = queue.find(({ tokens }) => tokens === paragraph.tokens);
  if (queued !== undefined) queued.src = rest;
  const note: AlertToken = {
    ...quote,
    kind: findKind(word) ?? word.trim().toLowerCase().replace(/ +/g, '-'),
    title: readInline(title.trim() || words.noteTitle(word.trim())),
    fold: fold === '' ? undefined : fold === '+' ? 'open' : 'closed',
    tokens: rest.trim() === '' ? quote.tokens.slice(1) : quote.tokens,
  };
  return note;
}

/**
 * The HTML of `quote` with `content` as its own HTML, when {@link findAlert} made it a note.
 *
 * @param formatInline - gives the HTML of its title
 */
export function formatAlert(
  quote: Tokens.Blockquote,
  content: string,
  formatInline: (tokens: Token[]) => string,
): string | undefined {
  if (!isAlert(quote)) return undefined;
  const { kind, fold } = quote;
  const title = formatInline(quote.title);
  if (fold === undefined) return formatBox(kind, title, content);
  const open = fold === 'open' ? ' open' : '';
  return `<details class="note" data-kind="${escapeHtml(kind)}"${open}><summary class="note-title">${title}</summary>\n${content}</details>\n`;
}

function isAlert(quote: Tokens.Blockquote): quote is AlertToken {
  return 'kind' in quote;
}

/** A note: `div.note[data-kind]` with its title, for containers. `title` is plain text. */
export function formatNote(kind: string, title: string, html: string): string {
  return formatBox(kind, escapeHtml(title), html);
}

function formatBox(kind: string, title: string, html: string): string {
  const head = title === '' ? '' : `<p class="note-title">${title}</p>\n`;
  return `<div class="note" data-kind="${escapeHtml(kind)}" role="note">\n${head}${html}</div>\n`;
}
