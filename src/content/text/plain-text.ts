// Markdown as the plain text of a summary, a description or a title. An approximation by patterns: the
// exact way is the Markdown renderer, which lists must not need.

import { decodeEntities } from './entity.ts';

/** More is never shown: it bounds what the patterns below can cost. */
const longestText = 4000;

/** Tags whose text belongs to the sentence; others, such as `<T>` in prose, are text themselves. */
const inlineTag =
  /<\/?(?:a|abbr|address|article|aside|b|bdi|bdo|big|blockquote|br|button|caption|center|cite|code|data|dd|del|details|dfn|div|dl|dt|em|font|footer|h[1-6]|header|hr|i|img|input|ins|kbd|label|li|link|main|mark|nav|ol|p|param|picture|q|rp|rt|ruby|s|samp|section|small|source|span|strike|strong|sub|summary|sup|t[dhr]|tbody|thead|time|track|tt|u|ul|var|wbr)(?:\s[^<>]*)?\/?>/gi;
/** Tags that go with all they hold. */
const embedded =
  /<(figure|figcaption|script|style|svg|math|iframe|video|audio|object|table|pre|select|form|textarea)\b[^]*?(?:<\/\1\s*>|$)/gi;
const comment = /<!--.*?-->/gs;
/** `{{ x }}`, `{{< x >}}`, `{% x %}`, and attributes: `{#id .class}`, `{: .x}`. */
const shortcode = /\{\{[^{}]*\}\}|\{%[^{}]*%\}|\{[:#.][^{}]*\}/g;
const image = /!\[[^[\]]*\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^[\]]*\])/g;
const link = /\[([^[\]]*)\](?:\((?:[^()]|\([^()]*\))*\)|\[[^[\]]*\])/g;
const footnote = /\[\^[^[\]]+\]/g;
const shortcutLink = /\[([^[\]]+)\]/g;
const autolink = /<((?:https?|mailto):[^<>\s]+)>/g;
const codeSpan = /(`+)([^`]|[^`][^]*?[^`])\1(?!`)/g;
const escape = /\\([!-/:-@[-`{-~])/g;
const stars = /(\*{1,3})(?=\S)([^*]*[^*\s])\1/g;
const underscores = /(?<![\p{L}\p{N}_])(_{1,3})(?=\S)([^_]*[^_\s])\1(?![\p{L}\p{N}_])/gu;
const strikes = /(~{1,2}|==)(?=\S)([^~=\n]*[^~=\s])\1/g;

/** Marks places of code spans and escaped characters, whose content no pattern may touch. */
const stashMark = '\ue000';

/**
 * The text that inline Markdown shows: markup, tags, images, notes and shortcodes removed, blanks collapsed.
 *
 * @param isDefined - whether a link reference has a definition: `[x]` without one is text
 */
export function toPlainText(markdown: string, isDefined?: (label: string) => boolean): string {
  const source = markdown.slice(0, longestText).replaceAll(stashMark, '');
  // Most titles have nothing to remove.
  if (!/[&<>[\]{}*_~=`\\!\s]/.test(source)) return source;
  const stash: string[] = [];
  const keep = (text: string): string => `${stashMark}${stash.push(text) - 1}${stashMark}`;
  let text = source
    .replace(codeSpan, (_, __, code: string) => keep(code.replace(/^ (.*\S.*) $/s, '$1')))
    .replace(escape, (_, character: string) => keep(character))
    .replace(comment, '')
    .replace(embedded, ' ')
    .replace(shortcode, '')
    .replace(image, '')
    .replace(footnote, '')
    .replace(autolink, '$1')
    .replace(inlineTag, (tag) =>
      /^<\/?(?:br|p|div|li|h[1-6]|blockquote|d[dlt]|summary|t[dh])\b/i.test(tag) ? ' ' : '',
    );
  // Twice, for marks inside of marks: a link with an image, bold in italics.
  for (let i = 0; i < 2; i++) {
    text = text
      .replace(link, '$1')
      .replace(stars, '$2')
      .replace(underscores, '$2')
      .replace(strikes, '$2');
  }
  text = text.replace(shortcutLink, (whole, label: string) =>
    isDefined?.(label) === true ? label : whole,
  );
  return decodeEntities(text)
    .replace(/\ue000(\d+)\ue000/g, (_, index: string) => stash[Number(index)] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** `text` cut after a word so that it has at most `length` UTF-16 code units with the `…` that ends it. */
export function cutText(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  const space = cut.lastIndexOf(' ');
  // Text without spaces, as Japanese, is cut anywhere but inside of a surrogate pair.
  const kept = space > length / 2 ? cut.slice(0, space) : cut.slice(0, length - 1);
  return `${kept.replace(/[\ud800-\udbff]$/, '').replace(/[\s,;:.!?…、。–—-]{1,8}$/, '')}…`;
}
