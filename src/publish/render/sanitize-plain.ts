import { defaultTreeAdapter, html as names, parse, serialize } from 'parse5';
import type { DefaultTreeAdapterMap } from 'parse5';

import { applyElementPolicy, purifyConfig } from '../../content/html/html-policy-hooks.ts';
import type { PolicyElement, PolicyOptions } from '../../content/html/html-policy-hooks.ts';
import {
  allowedAttributes,
  checkAttribute,
  noLoadSettings,
  urlAttributes,
} from '../../content/html/html-policy.ts';
import { mustWait } from '../../content/html/waiting-loads.ts';
import type { PolicyWords } from '../../content/model/body-words.ts';
import { wordList } from '../../content/text/word-list.ts';

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
      defaultTreeAdapter.isElementNode(node) &&
      isPlainElement(node, options) &&
      isPlain(node, options)
    );
  });
}

/** Elements of the policy whose content is markup like any other and that no rule of DOMPurify's own is about. */
const plainTags: ReadonlySet<string> = new Set(
  wordList(
    'a abbr address article audio b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn',
    'div dl dt em figcaption figure footer h2 h3 h4 h5 h6 header hr i img input ins kbd li mark nav ol p picture pre q',
    'rp rt ruby s samp section small source span strike strong sub summary sup table tbody td tfoot th thead time',
    'tr track tt u ul var video wbr',
  ),
);

/** Presentation MathML that DOMPurify knows as such. */
const plainMath: ReadonlySet<string> = new Set(
  wordList(
    'math menclose merror mfrac mi mmultiscripts mn mo mover mpadded mroot mrow ms mspace msqrt mstyle',
    'msub msubsup msup mtable mtd mtext mtr munder munderover',
  ),
);

function isPlainElement(element: Element, options: PolicyOptions): boolean {
  const { tagName, namespaceURI } = element;
  const isKnown = namespaceURI === names.NS.MATHML ? isPlainMath(element) : isPlainHtml(element);
  if (tagName === 'input' && !element.attrs.some(isCheckbox)) return false;
  if (!isKnown || !element.attrs.every((attribute) => isPlainAttribute(tagName, attribute)))
    return false;
  const shown = toPolicyElement(element);
  if (options.settings.remote === 'ask' && mustWait(shown, options.settings)) return false;
  applyElementPolicy(shown, options);
  return true;
}

/** Any other kind of input goes. */
function isCheckbox({ name, value }: Attribute): boolean {
  return name === 'type' && value === 'checkbox';
}

function isPlainHtml({ tagName, namespaceURI, parentNode }: Element): boolean {
  return (
    namespaceURI === names.NS.HTML &&
    plainTags.has(tagName) &&
    namespaceOf(parentNode) === names.NS.HTML
  );
}

function isPlainMath({ tagName, parentNode }: Element): boolean {
  const parent = namespaceOf(parentNode);
  return parent === names.NS.HTML
    ? tagName === 'math'
    : parent === names.NS.MATHML && plainMath.has(tagName);
}

function namespaceOf(node: ParentNode | null): string | undefined {
  return node !== null && defaultTreeAdapter.isElementNode(node) ? node.namespaceURI : undefined;
}

type Attribute = Element['attrs'][number];

const knownAttributes: ReadonlySet<string> = new Set(allowedAttributes);
const addressed: ReadonlySet<string> = new Set(urlAttributes);

/** More than the ends of comments and of raw text, which DOMPurify lets into no value. */
const breakout = /[-!?\]]>|<\//;

/** Tells whether an attribute stays with its value as it is. */
function isPlainAttribute(tag: string, { name, value, namespace, prefix }: Attribute): boolean {
  if (namespace !== undefined || prefix !== undefined || !knownAttributes.has(name)) return false;
  if (value !== value.trim() || breakout.test(value)) return false;
  if (addressed.has(name) && !isPlainAddress(value)) return false;
  return checkAttribute(tag, name, value) === value;
}

/** Characters that browsers or DOMPurify drop from an address, but for the plain space. */
// oxlint-disable-next-line no-control-regex
const hidden = /[\u0000-\u001f\u00a0\u1680\u180e\u2000-\u2029\u205f\u3000]/;

/** Tells whether an address begins as DOMPurify wants it, with nothing in it that could hide a scheme. */
function isPlainAddress(value: string): boolean {
  return !hidden.test(value) && purifyConfig.ALLOWED_URI_REGEXP.test(value.replaceAll(' ', ''));
}

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
