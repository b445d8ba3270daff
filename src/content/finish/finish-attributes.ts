import { htmlLimits } from '../html/html-limits.ts';
import { allowedAttributes, checkAttribute, isExternal, safeId } from '../html/html-policy.ts';
import { AddressFinisher } from './finish-addresses.ts';
import type { ImageSize } from '../model/post.ts';
import type { RenderContext } from '../site/render-context.ts';
import { mapSrcset, parseSrcset } from '../html/srcset.ts';
import { valueOf, without } from '../html/format-tag.ts';
import type { TagAttribute } from '../html/format-tag.ts';
import { attributeOf } from '../html/html-tags.ts';
import type { HtmlTag } from '../html/html-tags.ts';
import { withSize } from './image-size.ts';
import type { ProblemLog } from './problem-log.ts';
import { directedTags } from '../html/tag-sets.ts';

/** The place of a tag in the body. */
export interface TagPlace {
  /** Whether images here load at once. */
  readonly isEager: boolean;
  /** Whether no other element of its block is around it. */
  readonly isOutermost: boolean;
}

const allowed: ReadonlySet<string> = new Set(allowedAttributes);

/**
 * Attributes as written → as they are published: addresses resolved, images sized, the policy applied, a direction for
 * outermost blocks. Remembers what it resolved.
 */
export class AttributeFinisher {
  readonly images: Record<string, ImageSize> = {};
  readonly #addresses: AddressFinisher;
  readonly #findImageSize: RenderContext['findImageSize'];
  readonly #log: ProblemLog;

  constructor(context: RenderContext, log: ProblemLog) {
    this.#addresses = new AddressFinisher(context, log);
    this.#findImageSize = (path) => context.findImageSize(path);
    this.#log = log;
  }

  /** An old id of the heading of `text`. */
  findOldId(text: string): string | undefined {
    return this.#addresses.findOldId(text);
  }

  /** Every internal reference met, as written, with the path it leads to. */
  get references(): Readonly<Record<string, string>> {
    return this.#addresses.references;
  }

  /** The attributes of `tag`, which will be written as an element `name`. */
  finish(name: string, tag: HtmlTag, place: TagPlace): TagAttribute[] {
    if (tag.attributes.length > htmlLimits.attributes) this.#reportTooMany();
    const attributes = tag.attributes
      .slice(0, htmlLimits.attributes)
      .map((attribute) => this.#withAddress(name, attribute))
      .flatMap((attribute) => this.#checked(name, attribute));
    if (name === 'img') return this.#finishImage(attributes, attributeOf(tag, 'src'), place);
    if (name === 'source') return this.#finishSource(attributes, attributeOf(tag, 'srcset'));
    if (name === 'a') return finishLink(attributes);
    return place.isOutermost ? withDirection(name, attributes) : attributes;
  }

  #withAddress(tag: string, attribute: TagAttribute): TagAttribute {
    const { name, value } = attribute;
    if (value === undefined || value === '') return attribute;
    if (name === 'href' && tag === 'a') return { name, value: this.#addresses.finishLink(value) };
    if (name === 'src' || name === 'poster')
      return { name, value: this.#addresses.finishAsset(value).href };
    if (name === 'srcset')
      return { name, value: mapSrcset(value, (url) => this.#addresses.finishAsset(url).href) };
    return attribute;
  }

  /** The attribute as the policy lets it be; none when it must go. */
  #checked(tag: string, { name, value }: TagAttribute): TagAttribute[] {
    if (tag === 'a' && name === 'name' && value) return [{ name: 'id', value: safeId(value) }];
    if (name === 'style') return this.#styleToAlign(tag, value ?? '');
    if (!allowed.has(name)) return this.#remove(tag, name);
    if (!value && !['class', 'id', 'href', 'src'].includes(name)) return [{ name, value }];
    const checked = checkAttribute(tag, name, value ?? '');
    return checked === undefined ? this.#remove(tag, name, value) : [{ name, value: checked }];
  }

  /** Styles go, but alignment, which carries meaning in tables, has an attribute. */
  #styleToAlign(tag: string, style: string): TagAttribute[] {
    const align = /(?:^|;)\s*text-align\s*:\s*(left|center|right)/i.exec(style)?.[1];
    const canAlign = /^(?:td|th|tr|p|div|figure|h[1-6])$/.test(tag);
    if (align === undefined || !canAlign) return this.#remove(tag, 'style');
    return [{ name: 'align', value: align.toLowerCase() }];
  }

  #finishImage(
    attributes: readonly TagAttribute[],
    written: string | undefined,
    { isEager }: TagPlace,
  ): TagAttribute[] {
    const { target, isMissing } = written
      ? this.#addresses.finishAsset(written)
      : { target: undefined, isMissing: false };
    const size = target === undefined ? undefined : this.#findImageSize(target);
    if (target !== undefined && size !== undefined) this.images[target] = size;
    const others = without(attributes, 'loading', 'decoding', 'fetchpriority');
    const sized = withSize(others, isMissing === true ? 'missing' : size);
    if (!sized.some(({ name }) => name === 'alt')) sized.push({ name: 'alt', value: '' });
    return isEager
      ? [...sized, { name: 'fetchpriority', value: 'high' }]
      : [...sized, { name: 'loading', value: 'lazy' }, { name: 'decoding', value: 'async' }];
  }

  /** A file of other proportions than those of the picture it stands in for keeps its own room. */
  #finishSource(attributes: TagAttribute[], written: string | undefined): TagAttribute[] {
    const [first = ''] = parseSrcset(written ?? '').map(({ url }) => url);
    const target = first === '' ? undefined : this.#addresses.finishAsset(first).target;
    const size = target === undefined ? undefined : this.#findImageSize(target);
    if (target === undefined || size === undefined) return attributes;
    this.images[target] = size;
    return withSize(attributes, size);
  }

  /** Only what a reader or the author could miss is worth a word: classes and the like had no effect here anyway. */
  #remove(tag: string, name: string, value = ''): [] {
    if (name === 'href' || name === 'src') {
      this.#log.report({
        kind: 'html',
        severity: 'warning',
        subject: `${name} on <${tag}> ${value}`,
        needle: value,
      });
    } else if (/^on|^style$|^srcdoc$/.test(name)) {
      this.#log.report({
        kind: 'html',
        severity: name === 'style' ? 'info' : 'warning',
        subject: `${name} on <${tag}>`,
        needle: name,
      });
    }
    return [];
  }

  #reportTooMany(): void {
    this.#log.report({
      kind: 'limit',
      severity: 'warning',
      subject: 'attributes',
    });
  }
}

function finishLink(attributes: readonly TagAttribute[]): TagAttribute[] {
  if (!isExternal(valueOf(attributes, 'href') ?? '')) return [...attributes];
  return [...without(attributes, 'rel'), { name: 'rel', value: 'noopener' }];
}

/** Code is left to right whatever stands around it, so its figure needs none. */
function withDirection(name: string, attributes: TagAttribute[]): TagAttribute[] {
  const isFixed =
    valueOf(attributes, 'dir') !== undefined || valueOf(attributes, 'class') === 'code';
  return isFixed || !directedTags.has(name)
    ? attributes
    : [...attributes, { name: 'dir', value: 'auto' }];
}
