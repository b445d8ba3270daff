import { isExternal, safeId, schemeOf } from '../html/html-policy.ts';
import { decodePath } from '../site/permalink.ts';
import type { RenderContext } from '../site/render-context.ts';

/** The target of an address that is written in a post. */
export type Address =
  /** Another site, `mailto:` and the like: as written, percent-encoded where needed. */
  | { readonly kind: 'external'; readonly href: string }
  /** A place in the same post, id without `#`. */
  | { readonly kind: 'fragment'; readonly id: string }
  /** A page or file of the blog. */
  | {
      readonly kind: 'internal';
      readonly href: string;
      /** As written, without `#hash`: the key of `RenderedBody.references`. */
      readonly reference: string;
      /** What `findTarget` answered: decoded path under the base. */
      readonly target: string;
    }
  /** Meant for the blog, but nothing is there. */
  | { readonly kind: 'broken'; readonly href: string; readonly reference: string };

/** Finds where `written`, an address of a link or an image in a post, leads. */
export function resolveAddress(written: string, context: RenderContext): Address {
  const address = written.trim();
  if (address.startsWith('#')) {
    const id = address.slice(1);
    return { kind: 'fragment', id: safeId(decodePath(id) ?? id) };
  }
  if (isExternal(address))
    return resolveOwnSite(address, context) ?? { kind: 'external', href: encode(address) };
  if (schemeOf(address) !== undefined && !/^ref:/i.test(address))
    return { kind: 'external', href: encode(address) };
  return (
    findInternal(address, context) ??
    findBelowBase(address, context) ??
    resolveBroken(address, context)
  );
}

/** What `address`, a path that names the folder of the blog too, leads to: authors copy such from their browser. */
function findBelowBase(address: string, context: RenderContext): Address | undefined {
  const { base } = context;
  const start = [base, encodeURI(base)].find((root) => root !== '/' && address.startsWith(root));
  return start === undefined ? undefined : findInternal(`/${address.slice(start.length)}`, context);
}

/** A link to the blog's own domain leads where the path leads, when something is there. */
function resolveOwnSite(address: string, context: RenderContext): Address | undefined {
  const { url } = context.site;
  if (url === undefined || !address.startsWith(url)) return undefined;
  return findInternal(`/${address.slice(url.length)}`, context);
}

function findInternal(address: string, context: RenderContext): Address | undefined {
  const { path, query, hash } = splitAddress(address);
  const reference = path + query;
  const target =
    context.findTarget(reference) ?? (query === '' ? undefined : context.findTarget(path));
  if (target === undefined) return undefined;
  // A query means something to a page (`/?keyword=x`); after the name of a file it is another host's.
  const kept = target.endsWith('/') ? encode(query) : '';
  return {
    kind: 'internal',
    href: targetToHref(target, context.base) + kept + formatHash(hash),
    reference,
    target,
  };
}

function resolveBroken(address: string, context: RenderContext): Address {
  const { path, query, hash } = splitAddress(address);
  // An absolute path stays inside the blog, also where it lives under `/repo/`.
  const isOutside = path.startsWith('/') && !path.startsWith(context.base);
  const rooted = isOutside ? context.base + path.slice(1) : path;
  return {
    kind: 'broken',
    href: encode(rooted + query) + formatHash(hash),
    reference: path + query,
  };
}

/** The address of `target`, a decoded path with `/` at the start, under `base`. */
export function targetToHref(target: string, base: string): string {
  return encodeURI(base) + target.slice(1).split('/').map(encodePart).join('/');
}

/** `encodeURIComponent`, but leaving what a path may hold as it is. */
function encodePart(part: string): string {
  return encodeURIComponent(wellFormed(part)).replace(
    /%(?:2[146789BC]|3[ABD]|40)/gi,
    decodeURIComponent,
  );
}

interface AddressParts {
  readonly path: string;
  /** With `?`, or empty. */
  readonly query: string;
  /** Without `#`; `undefined` when there is none. */
  readonly hash: string | undefined;
}

function splitAddress(address: string): AddressParts {
  const hashAt = address.indexOf('#');
  const bare = hashAt === -1 ? address : address.slice(0, hashAt);
  const queryAt = bare.indexOf('?');
  return {
    path: queryAt === -1 ? bare : bare.slice(0, queryAt),
    query: queryAt === -1 ? '' : bare.slice(queryAt),
    hash: hashAt === -1 ? undefined : address.slice(hashAt + 1),
  };
}

/** A fragment ready for an `href`, with `#`; the id it names is the one the page really has. */
function formatHash(hash: string | undefined): string {
  return hash === undefined || hash === '' ? '' : fragmentToHref(safeId(decodePath(hash) ?? hash));
}

/** `#id` with the characters encoded that a fragment cannot hold; letters of all scripts stay readable. */
export function fragmentToHref(id: string): string {
  return `#${wellFormed(id).replace(/[\s"<>`%#]/g, encodeURIComponent)}`;
}

/** A scheme and a host, whose letters are never percent-encoded. */
const host = /^[a-z]*:?\/\/[^/?#\\\s<>^|%"`{}]+/i;

/** Percent-encodes what may not stand in an address and leaves what is encoded already. */
function encode(address: string): string {
  const start = host.exec(address)?.[0] ?? '';
  return wellFormed(start) + encodeRest(address.slice(start.length));
}

function encodeRest(address: string): string {
  return encodeURI(wellFormed(address))
    .replace(/%25(?=[0-9a-f]{2})/gi, '%')
    .replace(/%5B/gi, '[')
    .replace(/%5D/gi, ']');
}

/** `text` without lone surrogates, which no address can hold. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}
