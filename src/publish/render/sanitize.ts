import { createRequire } from 'node:module';

import type { PolicyElement } from '../../content/html/element-policy.ts';
import {
  applyAttributePolicy,
  applyElementPolicy,
  formatRemoved,
  purifyConfig,
  prepareElement,
} from '../../content/html/purify-policy.ts';
import type {
  AttributeEvent,
  PolicyOptions,
  RemovedEntry,
} from '../../content/html/purify-policy.ts';
import { createPolicyWords } from '../../content/messages/create-body-words.ts';
import { en } from '../../content/messages/languages/en.ts';
import type { PolicyWords } from '../../content/model/body-words.ts';
import { asUntrustedHtml } from '../../content/model/html.ts';
import type { SafeHtml, Sanitize, Sanitized, UntrustedHtml } from '../../content/model/html.ts';
import { noLoadSettings } from '../../content/html/html-policy.ts';
import type { LoadSettings } from '../../content/html/html-policy.ts';
import { waitingLoads } from '../../content/html/waiting-loads.ts';
import { sanitizePlain } from './sanitize-plain.ts';

/**
 * The build's way from `UntrustedHtml` to `SafeHtml`: DOMPurify over jsdom, by the same policy and hooks as in the
 * browser. Both packages are loaded without their types, which would let the DOM's globals into this room.
 */

/** The little of DOMPurify that is used here. */
interface Purifier {
  readonly removed: readonly RemovedEntry[];
  addHook(name: 'uponSanitizeElement', hook: (node: PolicyElement & TypedNode) => void): void;
  addHook(
    name: 'uponSanitizeAttribute',
    hook: (node: PolicyElement, event: AttributeEvent) => void,
  ): void;
  addHook(name: 'afterSanitizeAttributes', hook: (node: PolicyElement & TypedNode) => void): void;
  sanitize(html: string, config: typeof purifyConfig): string;
}

interface TypedNode {
  readonly nodeType: number;
}

/** The little of jsdom that is used here. */
interface JsdomModule {
  readonly JSDOM: new (html: string) => { readonly window: object };
}

const elementNode = 1;

const inEnglish = createPolicyWords(en.policy);

/** Makes a sanitizer with a document of its own. `SafeHtml.content` is HTML text. Costs about 0.3 s: make one a thread. */
export function createSanitize(settings: LoadSettings = noLoadSettings): Sanitize {
  const waiting = settings.remote === 'ask' ? waitingLoads : undefined;
  let options: PolicyOptions = { words: inEnglish, settings, waiting };
  const require = createRequire(import.meta.url);
  const { JSDOM } = require('jsdom') as JsdomModule;
  const createPurifier = require('dompurify') as (window: object) => Purifier;
  const purifier = createPurifier(new JSDOM('').window);
  purifier.addHook('uponSanitizeElement', (node) => {
    if (node.nodeType === elementNode) prepareElement(node, options);
  });
  purifier.addHook('uponSanitizeAttribute', (node, event) => {
    applyAttributePolicy(node, event, settings);
  });
  purifier.addHook('afterSanitizeAttributes', (node) => {
    if (node.nodeType === elementNode) applyElementPolicy(node, options);
  });

  const run: Sanitize = (html, given: PolicyWords = inEnglish) => {
    options = { ...options, words: given };
    return {
      html: { content: purifier.sanitize(html, purifyConfig) } as SafeHtml,
      removed: formatRemoved(purifier.removed),
    };
  };
  if (run(asUntrustedHtml('<b>x</b>')).html.content !== '<b>x</b>') {
    throw new Error(
      'The sanitizer does not keep `<b>x</b>`: DOMPurify and jsdom do not work together.',
    );
  }
  return run;
}

/** Of the settings that were asked for last: a thread renders one blog. */
let shared: { readonly settings: LoadSettings; readonly run: Sanitize } | undefined;

/** What the build's sanitizer gives. */
export interface SanitizedAtBuild extends Sanitized {
  /** False if the browser asks DOMPurify too: it had to decide, or pictures may have to wait for a yes. */
  readonly isPlain: boolean;
}

/**
 * Sanitizes `html` to HTML text for a blog with `settings`. What DOMPurify would keep whole does not ask it; the first text
 * that needs it makes the sanitizer.
 */
export function sanitize(
  html: UntrustedHtml,
  settings = noLoadSettings,
  words: PolicyWords = inEnglish,
): SanitizedAtBuild {
  const plain = sanitizePlain(String(html), words, settings);
  if (plain !== undefined) {
    const safe = { content: plain } as unknown as SafeHtml;
    return { html: safe, removed: [], isPlain: settings.remote === 'load' };
  }
  if (shared?.settings !== settings) shared = { settings, run: createSanitize(settings) };
  return { ...shared.run(html, words), isPlain: false };
}
