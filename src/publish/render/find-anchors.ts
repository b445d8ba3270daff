import { decodePath } from '../../content/site/permalink.ts';

/** Places of a text, and its links to places of other posts. */
export interface Anchors {
  /** Ids of all elements. */
  readonly ids: readonly string[];
  readonly links: readonly AnchorLink[];
}

/** A link to a place, decoded. */
export interface AnchorLink {
  /** Path from the root of the host. */
  readonly path: string;
  readonly id: string;
}

const hrefWithHash = /\bhref="(\/[^"#?]*)(?:\?[^"#]*)?#([^"]+)"/g;
const ownId = /\bid="([^"]+)"/g;

/** The places and links of sanitized HTML. */
export function findAnchors(html: string): Anchors {
  return {
    ids: Array.from(html.matchAll(ownId), ([, id = '']) => decode(id)),
    links: Array.from(html.matchAll(hrefWithHash), ([, path = '', id = '']) => ({
      path: decode(path),
      id: decode(id),
    })),
  };
}

function decode(text: string): string {
  const plain = text.replaceAll('&amp;', '&').replaceAll('&quot;', '"');
  return decodePath(plain) ?? plain;
}
