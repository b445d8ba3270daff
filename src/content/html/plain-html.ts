import { allowedAttributes, checkAttribute, linkSchemes, urlAttributes } from './html-policy.ts';
import { wordList } from '../text/word-list.ts';

/**
 * HTML that DOMPurify would keep whole, told from all other element by element. Never a second opinion on what is safe: it
 * only knows a part of what DOMPurify keeps by `purify-policy.ts`, and everything else is left to DOMPurify. Both sanitizers
 * walk their trees by it, the browser's own and the build's; tests hold both to what DOMPurify gives.
 */

const htmlNamespace = 'http://www.w3.org/1999/xhtml';
const mathNamespace = 'http://www.w3.org/1998/Math/MathML';

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

/** An element of a tree, as far as it decides. All but strings is refused: a form can have fields in their place. */
export interface PlainElement {
  /** The local name. */
  readonly name: unknown;
  readonly namespace: unknown;
  /** Namespace of the element around it. */
  readonly parentNamespace: unknown;
  readonly attributes: readonly PlainAttribute[];
}

/** An attribute of a tree. */
export interface PlainAttribute {
  readonly name: string;
  readonly value: string;
  /** True for one of a namespace, such as `xlink:href` in a drawing. */
  readonly isForeign: boolean;
}

/** Tells an element that stays with all its attributes as they are, whatever is in it. */
export function isPlainElement(element: PlainElement): boolean {
  const { name, attributes } = element;
  if (typeof name !== 'string' || !isPlainName(name, element)) return false;
  // Any other kind of input goes.
  if (name === 'input' && !attributes.some(isCheckbox)) return false;
  return attributes.every((attribute) => isPlainAttribute(name, attribute));
}

function isPlainName(name: string, { namespace, parentNamespace }: PlainElement): boolean {
  if (namespace === htmlNamespace) return parentNamespace === htmlNamespace && plainTags.has(name);
  if (namespace !== mathNamespace) return false;
  if (parentNamespace === htmlNamespace) return name === 'math';
  return parentNamespace === mathNamespace && plainMath.has(name);
}

function isCheckbox({ name, value }: PlainAttribute): boolean {
  return name === 'type' && value === 'checkbox';
}

const knownAttributes: ReadonlySet<string> = new Set(allowedAttributes);
const addressed: ReadonlySet<string> = new Set(urlAttributes);

/** More than the ends of comments and of raw text, which DOMPurify lets into no value. */
const breakout = /[-!?\]]>|<\//;

function isPlainAttribute(tag: string, { name, value, isForeign }: PlainAttribute): boolean {
  if (isForeign || !knownAttributes.has(name)) return false;
  if (value !== value.trim() || breakout.test(value)) return false;
  if (addressed.has(name) && !isPlainAddress(value)) return false;
  return checkAttribute(tag, name, value) === value;
}

/** Characters that browsers or DOMPurify drop from an address, but for the plain space. */
// oxlint-disable-next-line no-control-regex
const hidden = /[\u0000-\u001f\u00a0\u1680\u180e\u2000-\u2029\u205f\u3000]/;

/** The start of an address as DOMPurify wants it: the second lock beside `checkAttribute`, which decides. */
export const addressStart = new RegExp(
  `^(?:(?:${linkSchemes.join('|')}):|data:image/|[^a-z]|[a-z+.-]+(?:[^a-z+.:-]|$))`,
  'i',
);

/** Tells whether an address begins as DOMPurify wants it, with nothing in it that could hide a scheme. */
function isPlainAddress(value: string): boolean {
  return !hidden.test(value) && addressStart.test(value.replaceAll(' ', ''));
}
