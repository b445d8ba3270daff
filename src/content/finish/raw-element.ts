import { decodeEntities } from '../html/entity.ts';
import { findEmbed } from '../html/embed-policy.ts';
import { hostOf } from '../html/html-policy.ts';
import type { LoadSettings } from '../html/html-policy.ts';
import { escapeHtml } from '../model/html.ts';
import { formatTag } from '../html/format-tag.ts';
import type { TagAttribute } from '../html/format-tag.ts';
import { attributeOf } from '../html/html-tags.ts';
import type { HtmlTag } from '../html/html-tags.ts';
import type { ProblemLog } from './problem-log.ts';
import type { BodyWords } from '../model/body-words.ts';

/** The log for what is not embedded, and the words in place of it. */
export interface EmbedOptions {
  readonly log: ProblemLog;
  readonly words: Pick<BodyWords, 'embedded'>;
  readonly site: LoadSettings;
}

/**
 * The HTML in place of an element that is read or removed as a whole: a player of a listed host, a link, a listing, or
 * nothing. An `object` that shows a picture is handled by its caller: see {@link pictureOf}.
 */
export function replaceRawElement(tag: HtmlTag, content: string, options: EmbedOptions): string {
  const { log } = options;
  switch (tag.name) {
    case 'iframe':
      return formatEmbed(tag, options);
    case 'textarea':
      // Listings stood in text fields when pages had no other way to keep their spaces.
      return `<pre dir="ltr"><code>${escapeHtml(decodeEntities(content))}</code></pre>`;
    case 'script':
      return formatGist(tag, options) ?? reportRemoved(tag, log);
    case 'object':
      return formatObject(tag, content, options);
    default:
      return reportRemoved(tag, log);
  }
}

function formatEmbed(tag: HtmlTag, options: EmbedOptions): string {
  const src = attributeOf(tag, 'src') ?? '';
  const embed = findEmbed(src, options.site);
  if (embed === undefined) return formatEmbedLink(src, options);
  const kept = tag.attributes.filter(({ name }) => ['width', 'height', 'title'].includes(name));
  return `${formatTag('iframe', [{ name: 'src', value: embed }, ...kept])}</iframe>`;
}

/** A link in place of what cannot be embedded, so that the reader can still get there. */
export function formatEmbedLink(src: string, { log, words }: EmbedOptions): string {
  const host = hostOf(src);
  if (host === undefined) {
    log.report({
      kind: 'html',
      severity: 'warning',
      subject: 'no address',
      needle: src,
    });
    return '';
  }
  log.report({
    kind: 'html',
    severity: 'info',
    subject: host,
    needle: src,
  });
  const href = src.trim().startsWith('//') ? `https:${src.trim()}` : src.trim();
  return formatLink(href, words.embedded(host));
}

function formatLink(href: string, text: string): string {
  return `<a href="${escapeHtml(href)}" rel="noopener">${escapeHtml(text)}</a>`;
}

function formatGist(tag: HtmlTag, { words }: EmbedOptions): string | undefined {
  const src = attributeOf(tag, 'src') ?? '';
  const gist = /^(?:https?:)?\/\/gist\.github\.com\/([\w-]+\/[0-9a-f]+)\.js/i.exec(src)?.[1];
  return gist === undefined
    ? undefined
    : formatLink(`https://gist.github.com/${gist}`, words.embedded('gist.github.com'));
}

const innerAddress =
  /<(?:embed|param)\b[^<>]{0,2000}?(?:src|value)\s*=\s*["']?((?:https?:)?\/\/[^"'\s>]+)/i;

function formatObject(tag: HtmlTag, content: string, options: EmbedOptions): string {
  const address = attributeOf(tag, 'data') ?? innerAddress.exec(content)?.[1];
  return address === undefined
    ? reportRemoved(tag, options.log)
    : formatEmbedLink(decodeEntities(address), options);
}

function reportRemoved(tag: HtmlTag, log: ProblemLog): string {
  log.report({
    kind: 'html',
    severity: tag.name === 'style' ? 'info' : 'warning',
    subject: `<${tag.name}>`,
    needle: `<${tag.writtenName}`,
  });
  return '';
}

/** The attributes of the picture that an `object` shows; `undefined` when it shows something else. */
export function pictureOf(tag: HtmlTag): readonly TagAttribute[] | undefined {
  if (tag.name !== 'object' || !/^image\//i.test(attributeOf(tag, 'type') ?? '')) return undefined;
  const kept = tag.attributes.filter(({ name }) => ['width', 'height', 'title'].includes(name));
  return [{ name: 'src', value: attributeOf(tag, 'data') ?? '' }, ...kept];
}
