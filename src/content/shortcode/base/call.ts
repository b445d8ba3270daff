import { escapeHtml } from '../../model/html.ts';
import type { Post } from '../../model/post.ts';
import type { RenderContext } from '../../site/render-context.ts';
import type { Argument, Arguments } from '../tags/arguments.ts';
import { joinRows } from './join-rows.ts';
import type { Dialect } from '../tags/tag.ts';

/** One use of a shortcode, as the functions that expand it see it. */
export interface Call {
  readonly name: string;
  readonly dialect: Dialect;
  readonly args: Arguments;
  /** It stands alone on its lines, so a block may take its place. */
  readonly isBlock: boolean;
  readonly hasBody: boolean;
  /** The body as written, of shortcodes in `verbatimNames`. */
  readonly verbatim: string | undefined;
  readonly post: Post;
  readonly context: RenderContext;
  /** Where an internal reference leads, noting that it was asked for. */
  resolve(reference: string): string | undefined;
  /** Reports what is wrong with this use. */
  report(message: string, remedy?: string): void;
}

/** A part of a block: HTML, Markdown made by the shortcode, or its body. */
export type Part =
  | { readonly kind: 'html'; readonly html: string }
  | { readonly kind: 'markdown'; readonly markdown: string }
  | { readonly kind: 'body' };

/** The result of a shortcode. */
export type Expansion =
  /** Markdown within a line. */
  | { readonly kind: 'inline'; readonly text: string }
  /** A block where there is room for one, else all in a line. */
  | { readonly kind: 'block'; readonly parts: readonly Part[] }
  /** A code fence, or a code span where there is no room for a fence. */
  | { readonly kind: 'code'; readonly info: string; readonly code: string }
  /** The body as it is written. */
  | { readonly kind: 'verbatim' };

/** Expands one shortcode; `undefined` when the arguments make no sense, which it has reported. */
export type Shortcode = (call: Call) => Expansion | undefined;

/** The body's place among the parts of a block. */
export const body: Part = { kind: 'body' };

/** Markdown within a line. */
export function inline(text: string): Expansion {
  return { kind: 'inline', text };
}

/** A block of HTML around the body. */
export function wrapBody(before: string, after: string): Expansion {
  return { kind: 'block', parts: [html(before), body, html(after)] };
}

/** A part that is HTML. */
export function html(text: string): Part {
  return { kind: 'html', html: text };
}

/** The first of the named or positional arguments (`'src'`, `0`) that is given and not empty, as text. */
export function argument(call: Call, ...keys: readonly (string | number)[]): string | undefined {
  for (const key of keys) {
    const value = typeof key === 'number' ? call.args.positional[key] : call.args.named.get(key);
    const text = formatArgument(value);
    if (text !== undefined && text !== '') return text;
  }
  return undefined;
}

/** Tells that a named argument is given and is not `false`. */
export function isOn(call: Call, ...keys: readonly string[]): boolean {
  const value = argument(call, ...keys)?.toLowerCase();
  return value !== undefined && value !== 'false' && value !== '0' && value !== 'no';
}

/** ` name="value"`, or nothing when there is no value. */
export function attribute(name: string, value: string | undefined): string {
  if (value === undefined || value === '') return '';
  return ` ${name}="${escapeHtml(joinRows(value))}"`;
}

function formatArgument(value: Argument | undefined): string | undefined {
  return typeof value === 'string' || value === undefined ? value : value.join(' ');
}
