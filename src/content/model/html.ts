import type { PolicyWords } from './body-words.ts';

declare const untrusted: unique symbol;
declare const safe: unique symbol;

/** HTML text as Markdown gave it: nothing in it may reach a page before a sanitizer has seen it. */
export type UntrustedHtml = string & { readonly [untrusted]: true };

/**
 * Content that one of the two `sanitize.ts` files has passed. Only they make it, and `adopt-body.ts` for the body of a
 * prerendered page; only `PostBody.tsx` puts it on a page.
 */
export interface SafeHtml {
  readonly [safe]: true;
  /** HTML text at build; a detached DOM node in the browser, where strings would need a policy. */
  readonly content: unknown;
}

/** The result of a sanitizer: the safe content, and a list of everything it took away. */
export interface Sanitized {
  readonly html: SafeHtml;
  /** One entry for each element or attribute removed, in order: `<script>`, `onclick on <a>`. */
  readonly removed: readonly string[];
}

/** Turns untrusted HTML into safe content by `html-policy.ts`; `words` are of a language that is not the blog's. */
export type Sanitize = (html: UntrustedHtml, words?: PolicyWords) => Sanitized;

/** A {@link Sanitize} that may wait for code of its own. */
export type SanitizeLater = (
  html: UntrustedHtml,
  words?: PolicyWords,
) => Sanitized | Promise<Sanitized>;

/** Brands `html`, text produced by the Markdown renderer, as untrusted. */
export function asUntrustedHtml(html: string): UntrustedHtml {
  return html as UntrustedHtml;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** `text` with the five HTML-significant characters escaped: safe in element and attribute text. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}
