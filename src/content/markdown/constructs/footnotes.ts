import type { Token, TokenizerAndRendererExtension, Tokens } from 'marked';

import type { BodyWords } from '../../model/body-words.ts';
import { escapeHtml } from '../../model/html.ts';
import { lineAt, readIndented } from '../base/line-reader.ts';
import type { Footnote, MarkdownState } from '../base/state.ts';

/** `[^label]` in a text. */
interface FootnoteReference extends Tokens.Generic {
  readonly type: 'footnoteReference';
  readonly label: string;
}

/** At the start of a line: `[^label]: `, with the text after it. */
const definition = /^ {0,3}\[\^([^\]\s]{1,120})\]:[ \t]*([^\n]*)/;

/** Lines that cannot go on with the paragraph of a footnote. */
const interruption =
  /^ {0,3}(?:\[\^[^\]\s]{1,120}\]:|#{1,6}\s|>|[*+-]\s|\d{1,9}[.)]\s|`{3}|~{3}|:{3}|<\/?[a-z])/i;

/** Footnotes: `[^label]` and `[^label]: text`, the text going on in indented lines. */
export function footnoteSyntax(state: MarkdownState): TokenizerAndRendererExtension[] {
  return [
    {
      name: 'footnoteDefinition',
      level: 'block',
      tokenizer(source) {
        const match = definition.exec(source);
        if (match === null) return undefined;
        const [, label = '', first = ''] = match;
        const start = lineAt(source, 0)?.end ?? source.length;
        const { text, end } = readIndented(source, start, first, (line) => interruption.test(line));
        const key = label.toLowerCase();
        if (!state.footnotes.has(key)) {
          // Known before its text is lexed, since a note may refer to itself.
          const tokens: Token[] = [];
          state.footnotes.set(key, { label, tokens, number: 0, references: 0 });
          this.lexer.blockTokens(text, tokens);
        }
        return { type: 'footnoteDefinition', raw: source.slice(0, end), label: key };
      },
      renderer: () => '',
    },
    {
      name: 'footnoteReference',
      level: 'inline',
      tokenizer(source) {
        const match = /^\[\^([^\]\s]{1,120})\]/.exec(source);
        const key = match?.[1]?.toLowerCase();
        if (match === null || key === undefined || !state.footnotes.has(key)) return undefined;
        return { type: 'footnoteReference', raw: match[0], label: key };
      },
      renderer: (token) => formatReference(token as FootnoteReference, state),
    },
  ];
}

function formatReference({ label }: FootnoteReference, state: MarkdownState): string {
  const note = state.footnotes.get(label);
  if (note === undefined) return '';
  if (note.number === 0) note.number = state.numbered.push(note);
  note.references++;
  const { number } = note;
  return (
    `<sup class="fn-ref"><a id="${referenceId(note, note.references)}" href="#fn-${number}" ` +
    `aria-label="${escapeHtml(state.settings.words.note(number))}">${number}</a></sup>`
  );
}

function referenceId({ number }: Footnote, reference: number): string {
  return reference === 1 ? `fnref-${number}` : `fnref-${number}-${reference}`;
}

/**
 * The list of the notes that were referred to, as HTML; empty without any. `render` turns a note's tokens into HTML and may
 * meet further references while it does.
 */
export function formatFootnotes(state: MarkdownState, render: (tokens: Token[]) => string): string {
  const items: string[] = [];
  // It grows while notes refer to further ones.
  for (const { tokens } of state.numbered) items.push(render(tokens));
  if (items.length === 0) return '';
  const { words } = state.settings;
  // Written as the highest heading, so that it comes out as `h2` whatever the post's own levels are.
  const list = state.numbered.map((note, index) => formatNote(note, items[index] ?? '', words));
  return `<section class="footnotes" aria-labelledby="fn"><h1 id="fn">${escapeHtml(words.notes)}</h1><ol>${list.join('')}</ol></section>`;
}

/** A note referred to more often has links back to the first references only. */
const maxBackLinks = 20;

function formatNote(note: Footnote, html: string, words: BodyWords): string {
  const back = Array.from({ length: Math.min(note.references, maxBackLinks) }, (_, index) => {
    const name = words.backToReference(`${note.number}${index === 0 ? '' : `-${index + 1}`}`);
    return `<a href="#${referenceId(note, index + 1)}" aria-label="${escapeHtml(name)}">↩</a>`;
  }).join(' ');
  return `<li id="fn-${note.number}">${appendInside(html, back)}</li>`;
}

/** The links back go to the end of the last paragraph, or after a last block that is none. */
function appendInside(html: string, back: string): string {
  const body = html.trimEnd();
  return body.endsWith('</p>') ? `${body.slice(0, -4)} ${back}</p>` : `${body}<p>${back}</p>`;
}
