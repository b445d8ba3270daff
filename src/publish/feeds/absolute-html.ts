import { mapSrcset } from '../../content/html/srcset.ts';
import { attribute, decodeValue, encodeValue, startTag } from './serialized-html.ts';

/** Attributes that hold one address. */
const addressAttributes = new Set(['href', 'src', 'poster', 'cite', 'longdesc', 'data']);

/** Attributes that mean something only on our own pages. */
const ownAttribute = /^(?:class|data-.*|loading|decoding|fetchpriority|tabindex)$/;

/**
 * What our pages put around text for those who read it here: links to a heading, bars above code, links before what waits
 * for the reader's yes, which a reader of feeds gives by their program.
 */
const furniture =
  /<a class="anchor"[^>]*>¶<\/a>|<a class="remote"[^>]*>[^<]*<\/a>|(?<=<figure class="code"[^>]*>)<header>[^]*?<\/header>/g;

/**
 * A body as it can be read away from its page: every link and image has its whole address, and
 * what is there for our pages only (classes, links to headings, bars above code) is gone.
 *
 * @param html sanitized HTML as a serializer wrote it. Linear in its length.
 * @param url whole address of the page that the body belongs to.
 */
export function makeAbsolute(html: string, url: string): string {
  return html
    .replace(furniture, '')
    .replace(startTag, (_tag, name: string, attributes: string, end: string) => {
      const kept = attributes.replace(attribute, (written: string, key: string, value?: string) =>
        rewriteAttribute({ written, key: wantedName(key.toLowerCase()), value }, url),
      );
      return `<${name}${kept}${end}`;
    });
}

/** The name of an attribute that waits on our pages: {@link ownAttribute} takes the other data. */
function wantedName(key: string): string {
  return /^data-(?:src|srcset|poster)$/.test(key) ? key.slice('data-'.length) : key;
}

interface Attribute {
  /** With the space before it. */
  readonly written: string;
  readonly key: string;
  readonly value: string | undefined;
}

function rewriteAttribute({ written, key, value }: Attribute, url: string): string {
  if (ownAttribute.test(key)) return '';
  if (value === undefined) return written;
  if (addressAttributes.has(key))
    return ` ${key}="${encodeValue(resolve(decodeValue(value), url))}"`;
  if (key === 'srcset')
    return ` ${key}="${encodeValue(mapSrcset(decodeValue(value), (one) => resolve(one, url)))}"`;
  return written;
}

/** `address` in whole; as it was when it is none. */
function resolve(address: string, url: string): string {
  return URL.canParse(address, url) ? new URL(address, url).href : address;
}
