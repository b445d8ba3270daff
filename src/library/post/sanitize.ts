import createDOMPurify from 'dompurify';
import { messages } from 'virtual:rubric/messages/policy';

import {
  applyAttributePolicy,
  applyElementPolicy,
  formatRemoved,
  purifyConfig,
  prepareElement,
} from '../../content/html/html-policy-hooks.ts';
import type { PolicyOptions } from '../../content/html/html-policy-hooks.ts';
import type { PolicyWords } from '../../content/model/body-words.ts';
import { asUntrustedHtml } from '../../content/model/html.ts';
import type { SafeHtml, Sanitize, UntrustedHtml } from '../../content/model/html.ts';
import { noLoadSettings } from '../../content/html/html-policy.ts';
import type { LoadSettings } from '../../content/html/html-policy.ts';
import type { WaitingLoads } from '../../content/html/waiting-loads.ts';
import { loadCode } from '../net/load-code.ts';
import { createLoadGuard } from './guard-loads.ts';

/**
 * The browser's way from `UntrustedHtml` to `SafeHtml`. This module owns the one DOMPurify of the page: a second one, or
 * a Trusted Types policy of another name, returns nothing at all without a word.
 */

/** Name of the Trusted Types policy DOMPurify makes; the page's policy must list it. */
export const trustedTypesPolicyName = 'dompurify';

/** Not by what makes those of other languages: the two would be a file of their own. */
const ownWords: PolicyWords = {
  ...messages,
  embedded: (host) => messages.embedded.replace('{host}', () => host),
  waiting: (host) => messages.waiting.replace('{host}', () => host),
};

/**
 * Makes a sanitizer for the document of `view`. `SafeHtml.content` is a detached `div` that holds the body's blocks.
 */
export function createSanitize(
  view: Window & typeof globalThis,
  settings: LoadSettings = noLoadSettings,
  waiting?: WaitingLoads,
): Sanitize {
  let options: PolicyOptions = { words: ownWords, settings, waiting };
  const purify = createDOMPurify(view);
  const guardLoads = createLoadGuard(view.document);
  purify.addHook('uponSanitizeElement', (node) => {
    if (!(node instanceof view.Element)) return;
    prepareElement(node, options);
    guardLoads(node, options);
  });
  purify.addHook('uponSanitizeAttribute', (node, event) => {
    applyAttributePolicy(node, event, settings);
  });
  purify.addHook('afterSanitizeAttributes', (node) => {
    if (node.nodeType === 1) applyElementPolicy(node, options);
  });

  const clean = (html: UntrustedHtml): HTMLElement => {
    const fragment = purify.sanitize(html, { ...purifyConfig, RETURN_DOM_FRAGMENT: true });
    // In the document that DOMPurify parsed it in: pictures of a post fetched ahead load when it is shown.
    const box = fragment.ownerDocument.createElement('div');
    box.append(fragment);
    return box;
  };

  assertWorks(clean);
  return (html, given = ownWords) => {
    options = { ...options, words: given };
    return {
      html: { content: clean(html) } as SafeHtml,
      removed: formatRemoved(purify.removed),
    };
  };
}

let shared: Sanitize | undefined;

/**
 * The sanitizer of this page, whose blog has `settings`. Rejects when it does not work, and with a `LibraryError` when the code
 * that has other sites wait does not come.
 */
export async function findSanitize(settings: LoadSettings): Promise<Sanitize> {
  const waiting =
    settings.remote === 'ask' ? (await loadCode(importWaiting)).waitingLoads : undefined;
  shared ??= createSanitize(window, settings, waiting);
  return shared;
}

const importWaiting = (): Promise<typeof import('../../content/html/waiting-loads.ts')> =>
  import('../../content/html/waiting-loads.ts');

/** Fails loudly where DOMPurify fails silently: with a policy name that is not allowed it returns nothing. */
function assertWorks(clean: (html: UntrustedHtml) => HTMLElement): void {
  if (clean(asUntrustedHtml('<b>x</b>')).innerHTML !== '<b>x</b>') {
    throw new Error(
      `The sanitizer does not keep \`<b>x</b>\`. Allow the Trusted Types policy \`${trustedTypesPolicyName}\`.`,
    );
  }
}
