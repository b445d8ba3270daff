import type { PolicyWords } from '../model/body-words.ts';
import { finishElement } from './element-policy.ts';
import type { PolicyElement } from './element-policy.ts';
import { embedAllow, embedSandbox, findEmbed } from './embed-policy.ts';
import {
  allowedAttributes,
  allowedTags,
  checkAttribute,
  droppedWithContent,
  hostOf,
  noLoadSettings,
  urlAttributes,
} from './html-policy.ts';
import type { LoadSettings } from './html-policy.ts';
import { addressStart } from './plain-html.ts';
import type { WaitingLoads } from './waiting-loads.ts';

/**
 * The settings and the hooks that both sanitizers put into DOMPurify, in the browser and over jsdom.
 */

/** The words and the settings of a blog that its sanitizers use. */
export interface PolicyOptions {
  readonly words: PolicyWords;
  readonly settings: LoadSettings;
  /** Has loads of other sites wait; only for blogs that want it, as it is code of its own. */
  readonly waiting?: WaitingLoads | undefined;
}

/** The little of DOMPurify's attribute event that the hook uses. */
export interface AttributeEvent {
  readonly attrName: string;
  attrValue: string;
  keepAttr: boolean | undefined;
}

/** DOMPurify's settings, shared by both sanitizers. They add only what kind of result they want. */
export const purifyConfig = {
  // DOMPurify's own root is a `body`, which never is in the result.
  ALLOWED_TAGS: [...allowedTags, '#text', 'body'],
  ALLOWED_ATTR: [...allowedAttributes],
  ADD_URI_SAFE_ATTR: allowedAttributes.filter((name) => !urlAttributes.includes(name)),
  FORBID_CONTENTS: [...droppedWithContent],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOW_UNKNOWN_PROTOCOLS: false,
  KEEP_CONTENT: true,
  // Without it a parser moves a script or style at the start out of sight.
  FORCE_BODY: true,
  // Addresses are decided by `checkAttribute`; this is the second lock.
  ALLOWED_URI_REGEXP: addressStart,
  // `name` is never allowed and ids pass `safeId`: an id cannot shadow anything of `document` or a form.
  SANITIZE_DOM: false,
};

/** Decides one attribute. For `uponSanitizeAttribute`. */
export function applyAttributePolicy(
  element: PolicyElement,
  event: AttributeEvent,
  settings = noLoadSettings,
): void {
  const tag = element.tagName.toLowerCase();
  const isFrame = tag === 'iframe' && event.attrName === 'src';
  const value = isFrame
    ? findEmbed(event.attrValue, settings)
    : checkAttribute(tag, event.attrName, event.attrValue);
  if (value === undefined) event.keepAttr = false;
  else event.attrValue = value;
}

/** Puts an element whose attributes were decided in order. For `afterSanitizeAttributes`. */
export function applyElementPolicy(
  element: PolicyElement,
  { words, settings, waiting }: PolicyOptions,
): void {
  if (element.tagName.toLowerCase() === 'iframe') finishEmbed(element, words);
  else finishElement(element, words);
  waiting?.hold(element, settings, words);
}

/**
 * Takes an embed of an unlisted host away and leaves a link in its place. An element that was parsed with `is` stays
 * customized whatever becomes of the attribute, so it goes whole; `finish-html.ts` has taken `is` from a post's own. For
 * `uponSanitizeElement`.
 */
export function prepareElement(element: PolicyElement, options: PolicyOptions): void {
  if (element.getAttribute('is') !== null) return element.remove();
  options.waiting?.resume(element);
  if (element.tagName.toLowerCase() === 'iframe') replaceEmbed(element, options);
}

function replaceEmbed(element: PolicyElement, { words, settings }: PolicyOptions): void {
  const src = (element.getAttribute('src') ?? '').trim();
  if (findEmbed(src, settings) === undefined) replaceByLink(element, src, words);
}

/** Takes `element` away and leaves a link to `src` in its place, if that is the address of another site. */
export function replaceByLink(element: PolicyElement, src: string, words: PolicyWords): void {
  const host = hostOf(src);
  const link = element.ownerDocument?.createElement('a');
  if (host !== undefined && link !== undefined) {
    link.setAttribute('href', src.startsWith('//') ? `https:${src}` : src);
    link.setAttribute('rel', 'noopener');
    link.textContent = words.embedded(host);
    element.parentNode?.insertBefore(link as never, element as never);
  }
  element.remove();
}

/** An element or attribute that DOMPurify took away. */
export interface RemovedEntry {
  readonly element?: { readonly nodeName: string } | null | undefined;
  readonly attribute?: { readonly name: string } | null | undefined;
  readonly from?: { readonly nodeName: string } | null | undefined;
}

/** DOMPurify's list of what it took away as `Sanitized.removed` wants it: `<script>`, `onclick on <a>`. */
export function formatRemoved(entries: readonly RemovedEntry[]): readonly string[] {
  return entries.flatMap(({ element, attribute, from }) => {
    if (attribute) return [`${attribute.name} on <${from?.nodeName.toLowerCase() ?? '?'}>`];
    // Text and comments are no markup, and `remove` is DOMPurify's own.
    return element && !/^(?:#|remove$)/i.test(element.nodeName)
      ? [`<${element.nodeName.toLowerCase()}>`]
      : [];
  });
}

function finishEmbed(frame: PolicyElement, words: PolicyWords): void {
  const host = hostOf(frame.getAttribute('src') ?? '') ?? 'player';
  frame.setAttribute('sandbox', embedSandbox);
  frame.setAttribute('allow', embedAllow);
  frame.setAttribute('loading', 'lazy');
  frame.setAttribute('referrerpolicy', 'strict-origin-when-cross-origin');
  frame.setAttribute('class', 'embed');
  frame.removeAttribute('allowfullscreen');
  if ((frame.getAttribute('title') ?? '') === '') frame.setAttribute('title', words.embedded(host));
}
