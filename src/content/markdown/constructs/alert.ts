import type { Token, Tokens } from 'marked';

import type { BodyWords } from '../../model/body-words.ts';
import { escapeHtml } from '../../model/html.ts';

/** Kinds of notes, and the words that blogs use for each. */
const kinds: Readonly<Record<string, string>> = {
  note: 'note',
  info: 'note',
  abstract: 'note',
  summary: 'note',
  seealso: 'note',
  todo: 'note',
  example: 'note',
  quote: 'note',
  tip: 'tip',
  hint: 'tip',
  success: 'tip',
  check: 'tip',
  important: 'important',
  question: 'important',
  help: 'important',
  warning: 'warning',
  warn: 'warning',
  attention: 'warning',
  caution: 'caution',
  danger: 'caution',
  error: 'caution',
  failure: 'caution',
  bug: 'caution',
};

/** The kind of note that `word`, as used to open a note (`info`, `DANGER`), means: note, tip, important, warning or caution. */
export function findNoteKind(word: string): string | undefined {
  const key = word.toLowerCase();
  return Object.hasOwn(kinds, key) ? kinds[key] : undefined;
}

/** A quote that is a note: `> [!TIP]`. */
interface AlertToken extends Tokens.Blockquote {
  readonly kind: string;
  /** Plain text; the kind itself when the author gave none. */
  readonly title: string;
}

/** An entry of the lexer's queue of inline texts. */
interface QueuedInline {
  src: string;
  readonly tokens: Token[];
}

/**
 * `quote` itself, or the note it is when it begins with `[!KIND]`. The text of its first paragraph is still queued for
 * inline lexing in `queue` and loses the mark there.
 */
export function findAlert(
  quote: Tokens.Blockquote,
  queue: readonly QueuedInline[],
  words: BodyWords,
): Tokens.Blockquote {
  const first = quote.tokens[0];
  if (first?.type !== 'paragraph') return quote;
  const paragraph = first as Tokens.Paragraph;
  const match = /^\[!([A-Za-z]{1,20})\][+-]?[ \t]*([^\n]*)(?:\n|$)/.exec(paragraph.text);
  const kind = findNoteKind(match?.[1] ?? '');
  if (match === null || kind === undefined) return quote;
  const rest = paragraph.text.slice(match[0].length);
  const queued = queue.find(({ tokens }) => tokens === paragraph.tokens);
  if (queued !== undefined) queued.src = rest;
  const note: AlertToken = {
    ...quote,
    kind,
    title: match[2]?.trim() || words.noteTitle(match[1] ?? kind),
    tokens: rest.trim() === '' ? quote.tokens.slice(1) : quote.tokens,
  };
  return note;
}

/** The HTML of `quote` with `content` as its own HTML, when {@link findAlert} made it a note. */
export function formatAlert(quote: Tokens.Blockquote, content: string): string | undefined {
  return isAlert(quote) ? formatNote(quote.kind, quote.title, content) : undefined;
}

function isAlert(quote: Tokens.Blockquote): quote is AlertToken {
  return 'kind' in quote;
}

/** A note: `div.note[data-kind]` with its title, for alerts and containers alike. `title` is plain text. */
export function formatNote(kind: string, title: string, html: string): string {
  const head = title === '' ? '' : `<p class="note-title">${escapeHtml(title)}</p>\n`;
  return `<div class="note" data-kind="${escapeHtml(kind)}" role="note">\n${head}${html}</div>\n`;
}
