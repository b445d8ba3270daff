import { finishElement } from '../../content/html/element-policy.ts';
import { isPlainElement } from '../../content/html/plain-html.ts';
import type { PolicyWords } from '../../content/model/body-words.ts';
import type { UntrustedHtml } from '../../content/model/html.ts';
import { createLoadGuard } from './guard-loads.ts';

/** Makes text HTML where the browser takes no text for it. For TypeScript trusted HTML is a string. */
export interface HtmlTrust {
  createHTML(html: string): string;
}

/** HTML as a detached `div` if all of it is plain, in order as the policy wants; `undefined` when DOMPurify must decide. */
export type ReadPlain = (html: UntrustedHtml, words: PolicyWords) => HTMLElement | undefined;

/**
 * Reads plain HTML for the document of `view`. Each node of the tree is looked at, and the same tree is what is shown: no
 * text of it is parsed again. The first node that is not plain ends it.
 */
export function createPlainReader(
  view: Window & typeof globalThis,
  trust: HtmlTrust | undefined,
): ReadPlain {
  const isBlocked = createLoadGuard(view.document);
  const isPlain = (node: Node): boolean => {
    if (!(node instanceof view.Element)) return node.nodeType === view.Node.TEXT_NODE;
    const attributes = Array.from(node.attributes, ({ name, value, namespaceURI }) => ({
      name,
      value,
      isForeign: namespaceURI !== null,
    }));
    const { localName, namespaceURI, parentElement } = node;
    const element = {
      name: localName,
      namespace: namespaceURI,
      parentNamespace: parentElement?.namespaceURI,
      attributes,
    };
    return isPlainElement(element) && !isBlocked(node, (node.getAttribute('src') ?? '').trim());
  };
  return (html, words) => {
    // As DOMPurify does it: nothing at the start lands in the head.
    const text = `<remove></remove>${html}`;
    const parser = new view.DOMParser();
    const parsed = parser.parseFromString(trust?.createHTML(text) ?? text, 'text/html');
    // By a walker of the page: an element of the text can take the place of any property of its document.
    const walker = view.document.createTreeWalker(parsed);
    const frame = Array.from({ length: 4 }, () => walker.nextNode());
    const [, , body, mark] = frame;
    if (body?.nodeName !== 'BODY' || mark?.nodeName !== 'REMOVE') return undefined;
    if (!frame.every((node) => node instanceof view.Element && node.attributes.length === 0))
      return undefined;
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (!isPlain(node)) return undefined;
      if (node instanceof view.Element) finishElement(node, words);
    }
    body.removeChild(mark);
    // In the document that it was parsed in: pictures of a post fetched ahead load when it is shown.
    const box = parsed.createElement('div');
    box.append(...body.childNodes);
    return box;
  };
}
