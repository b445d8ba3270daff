/**
 * The language of a blogger's own shortcodes: a subset of Mustache. No package was taken: the usual one
 * has had no release since 2021, names no line in its errors and follows partials without end.
 *
 * - `{{name}}`: an argument, escaped; `{{0}}`: the first one without a name; `{{page.title}}`, `{{site.title}}`
 * - `{{{name}}}` or `{{&name}}`: an argument that is HTML
 * - `{{body}}`: the Markdown between the opening and the closing tag
 * - `{{#name}}…{{/name}}`: only if given and not `false`; once for each item of a list, which is `{{.}}`
 * - `{{^name}}…{{/name}}`: only if not
 * - `{{>name}}`: another template of the blog, with the same arguments; `{{! a remark }}`: nothing
 */

import { ContentError } from '../../model/problem.ts';
import { escapeHtml } from '../../model/html.ts';
import type { Argument } from '../tags/arguments.ts';

/** Stands for the body in expanded text; no source can hold it, for Markdown replaces this character. */
export const bodyMark = '\u0000';

/** Templates within templates beyond this depth are a mistake: one names itself. */
const maximumDepth = 10;
/** Most pieces one call may print, so that templates that name each other twice come to an end. */
const maximumPieces = 10_000;

/** The names that a template may ask for. */
export interface TemplateScope {
  /** The value of a name; `undefined` if not given. */
  find(name: string): Argument | undefined;
  /** The source of another template. */
  findTemplate(name: string): string | undefined;
}

type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly name: string; readonly isHtml: boolean }
  | { readonly kind: 'partial'; readonly name: string }
  | {
      readonly kind: 'section';
      readonly name: string;
      readonly isInverted: boolean;
      readonly pieces: readonly Piece[];
    };

/**
 * The text that template `name` gives, with {@link bodyMark} where the body goes.
 *
 * @throws ContentError with the template's file name and line.
 */
export function expandTemplate(name: string, source: string, scope: TemplateScope): string {
  return new Expansion(name, scope).expand(name, source, 0);
}

class Expansion {
  readonly #name: string;
  readonly #scope: TemplateScope;
  #pieces = 0;

  constructor(name: string, scope: TemplateScope) {
    this.#name = name;
    this.#scope = scope;
  }

  expand(name: string, source: string, depth: number): string {
    if (depth > maximumDepth) {
      throw makeFault(name, 1, 'It names itself, directly or through another template.');
    }
    return this.#print(parseTemplate(name, source), undefined, depth);
  }

  #print(pieces: readonly Piece[], item: string | undefined, depth: number): string {
    return pieces.map((piece) => this.#printPiece(piece, item, depth)).join('');
  }

  #printPiece(piece: Piece, item: string | undefined, depth: number): string {
    if (++this.#pieces > maximumPieces) {
      throw makeFault(this.#name, 1, `It prints more than ${maximumPieces} pieces.`);
    }
    switch (piece.kind) {
      case 'text':
        return piece.text;
      case 'value':
        return formatValue(piece, this.#find(piece.name, item));
      case 'partial':
        return this.#printPartial(piece.name, depth);
      case 'section':
        return this.#printSection(piece, item, depth);
    }
  }

  #printPartial(name: string, depth: number): string {
    const source = this.#scope.findTemplate(name);
    if (source === undefined)
      throw makeFault(this.#name, 1, `There is no template \`${name}.html\`.`);
    return this.expand(name, source, depth + 1);
  }

  #printSection(
    section: Extract<Piece, { kind: 'section' }>,
    item: string | undefined,
    depth: number,
  ): string {
    const value = this.#find(section.name, item);
    const isShown = value !== undefined && value.length > 0 && value !== 'false';
    if (section.isInverted) return isShown ? '' : this.#print(section.pieces, item, depth);
    if (!isShown) return '';
    if (typeof value === 'string') return this.#print(section.pieces, item, depth);
    return value.map((each) => this.#print(section.pieces, each, depth)).join('');
  }

  #find(name: string, item: string | undefined): Argument | undefined {
    return name === '.' ? item : this.#scope.find(name);
  }
}

function formatValue(
  piece: { name: string; isHtml: boolean },
  value: Argument | undefined,
): string {
  const text = value === undefined ? '' : typeof value === 'string' ? value : value.join(', ');
  if (piece.name === 'body') return text;
  // A blank line would end the HTML block that the template makes.
  return piece.isHtml ? text.replace(/\n\s*\n/g, '\n') : escapeHtml(text).replace(/\n/g, '&#10;');
}

const tag = /\{\{(?:\{([^{}]*)\}|([#^/>&!]?)([^{}]*))\}\}/g;

/** Reads a template. Linear. */
function parseTemplate(name: string, source: string): readonly Piece[] {
  const root: Piece[] = [];
  const open: { name: string; pieces: Piece[]; at: number }[] = [];
  let pieces = root;
  let from = 0;
  const fault = (message: string, at: number): ContentError =>
    makeFault(name, source.slice(0, at).split('\n').length, message);
  const text = (to: number): void => {
    const skipped = source.slice(from, to);
    const stray = skipped.indexOf('{{');
    if (stray !== -1) throw fault('`{{` is not closed.', from + stray);
    if (skipped !== '') pieces.push({ kind: 'text', text: skipped });
  };
  for (const match of source.matchAll(tag)) {
    text(match.index);
    from = match.index + match[0].length;
    const word = (match[1] ?? match[3] ?? '').trim();
    const sign = match[1] === undefined ? (match[2] ?? '') : '&';
    if (sign === '!') continue;
    if (sign === '#' || sign === '^') {
      const inner: Piece[] = [];
      pieces.push({ kind: 'section', name: word, isInverted: sign === '^', pieces: inner });
      open.push({ name: word, pieces, at: match.index });
      pieces = inner;
    } else if (sign === '/') {
      const opened = open.pop();
      if (opened?.name !== word) throw fault(`\`{{/${word}}}\` closes nothing.`, match.index);
      pieces = opened.pieces;
    } else if (sign === '>') pieces.push({ kind: 'partial', name: word });
    else pieces.push({ kind: 'value', name: word, isHtml: sign === '&' });
  }
  text(source.length);
  const left = open.pop();
  if (left !== undefined) throw fault(`\`{{#${left.name}}}\` is not closed.`, left.at);
  return root;
}

function makeFault(name: string, line: number, message: string): ContentError {
  const file = `${name}.html`;
  return new ContentError({ kind: 'shortcode', severity: 'warning', file, line, message });
}
