import { defaultTreeAdapter, parse, serialize } from 'parse5';
import type { DefaultTreeAdapterMap } from 'parse5';

import { finishElement } from '../../content/html/element-policy.ts';
import type { PolicyElement } from '../../content/html/element-policy.ts';
import { noLoadSettings } from '../../content/html/html-policy.ts';
import { isPlainElement } from '../../content/html/plain-html.ts';
import type { PolicyOptions } from '../../content/html/purify-policy.ts';
import { mustWait } from '../../content/html/waiting-loads.ts';
import type { PolicyWords } from '../../content/model/body-words.ts';

type Document = DefaultTreeAdapterMap['document'];
type ParentNode = DefaultTreeAdapterMap['parentNode'];
type Element = DefaultTreeAdapterMap['element'];

/**
 * The sanitized form of `html` when the sanitizer would take nothing away from it; `undefined` when it might, and
 * then DOMPurify decides. Never a second opinion on what is safe: it only knows a part of what DOMPurify keeps.
 *
 * DOMPurify over jsdom parses with parse5, walks the tree and serializes with parse5. This does the same on parse5's own
 * light tree: five times as fast and more, and jsdom need not be loaded for a blog of plain posts. A test holds both to the same
 * outcome.
 */
export function sanitizePlain(
  html: string,
  words: PolicyWords,
  settings = noLoadSettings,
): string | undefined {
  // DOMPurify gives text without markup back as it is.
  if (!html.includes('<')) return html;
  // As DOMPurify does by `FORCE_BODY`: nothing at the start lands in the head.
  const { document, isMoved } = parseInOrder(`<remove></remove>${html}`);
  if (isMoved) return undefined;
  const body = findBody(document);
  const [first] = body?.childNodes ?? [];
  if (body === undefined || first?.nodeName !== 'remove') return undefined;
  defaultTreeAdapter.detachNode(first);
  return isPlain(body, { words, settings }) ? serialize(body) : undefined;
}

/** The tree of `html`, and whether parsing moved something before its table, which jsdom does in an order of its own. */
function parseInOrder(html: string): { document: Document; isMoved: boolean } {
  let isMoved = false;
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    insertBefore(...place) {
      isMoved = true;
      defaultTreeAdapter.insertBefore(...place);
    },
    insertTextBefore(...place) {
      isMoved = true;
      defaultTreeAdapter.insertTextBefore(...place);
    },
  };
  const document = parse(html, { treeAdapter, scriptingEnabled: false });
  return { document, isMoved };
}

/** The body of a document that has nothing else: no attribute of its frame, nothing before or after the body. */
function findBody(document: Document): Element | undefined {
  const [root, ...others] = document.childNodes;
  if (root === undefined || others.length > 0 || !defaultTreeAdapter.isElementNode(root))
    return undefined;
  const [head, body, ...rest] = root.childNodes;
  if (head === undefined || body === undefined || rest.length > 0) return undefined;
  if (!defaultTreeAdapter.isElementNode(head) || !defaultTreeAdapter.isElementNode(body))
    return undefined;
  const isBare =
    head.childNodes.length === 0 && [root, head, body].every(({ attrs }) => attrs.length === 0);
  return isBare && body.tagName === 'body' ? body : undefined;
}

/** Tells whether all below `parent` stays, and puts elements in order as the policy wants. */
function isPlain(parent: ParentNode, options: PolicyOptions): boolean {
  return parent.childNodes.every((node) => {
    if (defaultTreeAdapter.isTextNode(node)) return true;
    return (
      defaultTreeAdapter.isElementNode(node) && isPlainNode(node, options) && isPlain(node, options)
    );
  });
}

function isPlainNode(element: Element, { words, settings }: PolicyOptions): boolean {
  const isKnown = isPlainElement({
    name: element.tagName,
    namespace: element.namespaceURI,
    parentNamespace: namespaceOf(element.parentNode),
    attributes: element.attrs.map(({ name, value, namespace, prefix }) => ({
      name,
      value,
      isForeign: namespace !== undefined || prefix !== undefined,
    })),
  });
  if (!isKnown) return false;
  const shown = toPolicyElement(element);
  if (settings.remote === 'ask' && mustWait(shown, settings)) return false;
  finishElement(shown, words);
  return true;
}

function namespaceOf(node: ParentNode | null): string | undefined {
  return node !== null && defaultTreeAdapter.isElementNode(node) ? node.namespaceURI : undefined;
}

type Attribute = Element['attrs'][number];

/** A light tree's element with the few methods of a DOM element that the policy calls. */
function toPolicyElement(element: Element): PolicyElement {
  const find = (name: string): Attribute | undefined =>
    element.attrs.find((attribute) => attribute.name === name);
  return {
    tagName: element.tagName,
    parentNode: null,
    ownerDocument: null,
    textContent: null,
    closest: () => null,
    getAttribute: (name) => find(name)?.value ?? null,
    setAttribute(name, value) {
      const known = find(name);
      if (known === undefined) element.attrs.push({ name, value });
      else known.value = value;
    },
    removeAttribute(name) {
      element.attrs = element.attrs.filter((attribute) => attribute.name !== name);
    },
    // Called for inputs that are no box of a list alone, and those are not plain.
    remove: () => defaultTreeAdapter.detachNode(element),
  };
}
