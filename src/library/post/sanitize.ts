import { messages } from 'virtual:rubric/messages/policy';

import { noLoadSettings } from '../../content/html/html-policy.ts';
import type { LoadSettings } from '../../content/html/html-policy.ts';
import type { PolicyWords } from '../../content/model/body-words.ts';
import { asUntrustedHtml } from '../../content/model/html.ts';
import type { SafeHtml, SanitizeLater } from '../../content/model/html.ts';
import { loadCode } from '../net/load-code.ts';
import type { PurifyTrust, createPurify } from './purify.ts';
import { createPlainReader } from './read-plain.ts';
import type { HtmlTrust } from './read-plain.ts';

/**
 * The browser's way from `UntrustedHtml` to `SafeHtml`. Most posts hold only elements and attributes that DOMPurify would
 * keep as they are. That is seen here, on the tree that is then shown, without DOMPurify, which is most of the code that
 * opening a first post takes; for anything else it is loaded, and it alone decides. This module owns the one Trusted Types
 * policy that takes any HTML: with another name nothing would be shown at all.
 */

/** Name of that policy; the page's policy must list it. */
export const trustedTypesPolicyName = 'dompurify';

interface TrustRules extends HtmlTrust {
  createScriptURL(url: string): string;
}

interface PolicyFactory {
  createPolicy(name: string, rules: TrustRules): HtmlTrust & PurifyTrust;
}

const factory = (globalThis as { readonly trustedTypes?: PolicyFactory }).trustedTypes;
const trust = factory?.createPolicy(trustedTypesPolicyName, {
  // Parsed into a document of its own, where nothing runs and nothing loads.
  createHTML: (html) => html,
  createScriptURL(url) {
    throw new TypeError(`No post starts a script: \`${url}\`.`);
  },
});

/** Not by what makes those of other languages: the two would be a file of their own. */
const ownWords: PolicyWords = {
  ...messages,
  embedded: (host) => messages.embedded.replace('{host}', () => host),
  waiting: (host) => messages.waiting.replace('{host}', () => host),
};

/**
 * Makes a sanitizer for the document of `view`. `SafeHtml.content` is a detached `div` that holds the body's blocks. The
 * sanitizer rejects with a `LibraryError` when the code for HTML that is not plain does not come.
 */
export function createSanitize(
  view: Window & typeof globalThis,
  settings: LoadSettings = noLoadSettings,
): SanitizeLater {
  const readPlain = createPlainReader(view, trust);
  let purify: ReturnType<typeof createPurify> | undefined;
  const loadPurify = async (): Promise<ReturnType<typeof createPurify>> => {
    const [code, waiting] = await Promise.all([
      loadCode(importPurify),
      settings.remote === 'ask' ? loadCode(importWaiting) : undefined,
    ]);
    const { waitingLoads } = waiting ?? {};
    purify = code.createPurify({ view, trust, words: ownWords, settings, waiting: waitingLoads });
    assertWorks(purify(asUntrustedHtml('<b>x</b>'), ownWords).content);
    return purify;
  };
  assertWorks(readPlain(asUntrustedHtml('<b>x</b>'), ownWords));
  return async (html, words = ownWords) => {
    // What waits for the reader's yes is held back by a hook.
    const plain = settings.remote === 'ask' ? undefined : readPlain(html, words);
    const { content, removed } =
      plain === undefined
        ? (purify ?? (await loadPurify()))(html, words)
        : { content: plain, removed: [] };
    return { html: { content } as unknown as SafeHtml, removed };
  };
}

let shared: SanitizeLater | undefined;

/** The sanitizer of this page, whose blog has `settings`. @throws Error when it does not work. */
export function findSanitize(settings: LoadSettings): SanitizeLater {
  shared ??= createSanitize(window, settings);
  return shared;
}

const importPurify = (): Promise<typeof import('./purify.ts')> => import('./purify.ts');

const importWaiting = (): Promise<typeof import('../../content/html/waiting-loads.ts')> =>
  import('../../content/html/waiting-loads.ts');

/** Fails loudly where DOMPurify fails silently: with a policy name that is not allowed it returns nothing. */
function assertWorks(content: HTMLElement | undefined): void {
  if (content?.innerHTML !== '<b>x</b>') {
    throw new Error(
      `The sanitizer does not keep \`<b>x</b>\`. Allow the Trusted Types policy \`${trustedTypesPolicyName}\`.`,
    );
  }
}
