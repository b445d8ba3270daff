import createDOMPurify from 'dompurify';
import type { Config } from 'dompurify';

import { findEmbed } from '../../content/html/embed-policy.ts';
import {
  applyAttributePolicy,
  applyElementPolicy,
  formatRemoved,
  prepareElement,
  purifyConfig,
  replaceByLink,
} from '../../content/html/purify-policy.ts';
import type { PolicyOptions } from '../../content/html/purify-policy.ts';
import type { PolicyWords } from '../../content/model/body-words.ts';
import type { UntrustedHtml } from '../../content/model/html.ts';
import { createLoadGuard } from './guard-loads.ts';

/** A Trusted Types policy as DOMPurify wants it. */
export type PurifyTrust = NonNullable<Config['TRUSTED_TYPES_POLICY']>;

/** What DOMPurify left of some HTML, as a detached `div`, and what it took away. */
export interface PurifiedHtml {
  readonly content: HTMLElement;
  readonly removed: readonly string[];
}

/** The input of {@link createPurify}. */
export interface PurifyOptions extends PolicyOptions {
  readonly view: Window & typeof globalThis;
  readonly trust: PurifyTrust | undefined;
}

/**
 * DOMPurify by the policy of posts, for HTML that is not plain. Called by `sanitize.ts` alone, which vouches for the outcome.
 *
 * @throws Error when DOMPurify does not work here.
 */
export function createPurify({
  view,
  trust,
  ...given
}: PurifyOptions): (html: UntrustedHtml, words: PolicyWords) => PurifiedHtml {
  let options: PolicyOptions = given;
  const purify = createDOMPurify(view);
  const isBlocked = createLoadGuard(view.document);
  purify.addHook('uponSanitizeElement', (node) => {
    if (!(node instanceof view.Element)) return;
    prepareElement(node, options);
    const written = node.getAttribute('src') ?? '';
    const isFrame = node.tagName === 'IFRAME';
    const src = isFrame ? (findEmbed(written, options.settings) ?? '') : written.trim();
    if (isBlocked(node, src)) replaceByLink(node, src, options.words);
  });
  purify.addHook('uponSanitizeAttribute', (node, event) => {
    applyAttributePolicy(node, event, options.settings);
  });
  purify.addHook('afterSanitizeAttributes', (node) => {
    if (node.nodeType === 1) applyElementPolicy(node, options);
  });
  const config = {
    ...purifyConfig,
    RETURN_DOM_FRAGMENT: true,
    ...(trust && { TRUSTED_TYPES_POLICY: trust }),
  } as const;
  return (html, words) => {
    options = { ...options, words };
    const fragment = purify.sanitize(html, config);
    // In the document that DOMPurify parsed it in: pictures of a post fetched ahead load when it is shown.
    const content = fragment.ownerDocument.createElement('div');
    content.append(fragment);
    return { content, removed: formatRemoved(purify.removed) };
  };
}
