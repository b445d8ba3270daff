import type { ImageSize } from '../model/post.ts';
import { valueOf, without } from '../html/format-tag.ts';
import type { TagAttribute } from '../html/format-tag.ts';

/**
 * `attributes` of an image with both sizes, so that nothing moves when it comes. A size the author gave scales the
 * other; a width in percent becomes a class, since a browser makes no proportions of it. Without a known
 * `size` the class `unsized` asks for a box; a file that is `missing` gets none.
 */
export function withSize(
  attributes: readonly TagAttribute[],
  size: ImageSize | 'missing' | undefined,
): TagAttribute[] {
  const [width, height] = [lengthOf(attributes, 'width'), lengthOf(attributes, 'height')];
  if (width?.unit === 'px' && height?.unit === 'px') return [...attributes];
  const share = width?.unit === '%' ? [shareClass(width.value)] : [];
  const others = without(attributes, 'width', 'height');
  if (size === 'missing') return withClasses(attributes, ['missing']);
  if (size === undefined || size.width === 0 || size.height === 0) {
    // A height alone is a badge in a line of text: no box would fit it better.
    if (height?.unit === 'px' && width === undefined) return [...attributes];
    const given = width?.unit === 'px' ? attributes : others;
    return withClasses(given, ['unsized', ...share]);
  }
  const fitted = fit(size, width, height);
  return [
    ...withClasses(others, share),
    { name: 'width', value: String(fitted.width) },
    { name: 'height', value: String(fitted.height) },
  ];
}

/** A length as browsers read it from an attribute: a number, then `%`, else pixels whatever follows. */
interface Length {
  readonly value: number;
  readonly unit: 'px' | '%';
}

function lengthOf(attributes: readonly TagAttribute[], name: string): Length | undefined {
  const match = /^\s*\+?(\d{1,5}(?:\.\d+)?)(%?)/.exec(valueOf(attributes, name) ?? '');
  const value = Number(match?.[1] ?? 0);
  return value > 0 ? { value, unit: match?.[2] === '%' ? '%' : 'px' } : undefined;
}

/** Shares of the column, in percent, that have a class `w-…` in `shares.css`: twentieths, and what stands side by side. */
export const shares: readonly number[] = [
  5, 10, 15, 20, 24, 25, 30, 32, 33, 35, 40, 45, 48, 49, 50, 55, 60, 65, 66, 70, 75, 80, 85, 90, 95,
  100,
];

/** The class of a share: rounded down, so that pictures meant to stand beside each other still do. */
function shareClass(percent: number): string {
  return `w-${Math.max(5, ...shares.filter((share) => share <= percent))}`;
}

function withClasses(
  attributes: readonly TagAttribute[],
  classes: readonly string[],
): TagAttribute[] {
  if (classes.length === 0) return [...attributes];
  const own = valueOf(attributes, 'class');
  const value = [...(own === undefined ? [] : [own]), ...classes].join(' ');
  return [...without(attributes, 'class'), { name: 'class', value }];
}

/** `size` scaled to the one side that is given in pixels. */
function fit(size: ImageSize, width: Length | undefined, height: Length | undefined): ImageSize {
  if (width?.unit === 'px') {
    return {
      width: Math.round(width.value),
      height: Math.round((width.value * size.height) / size.width),
    };
  }
  if (height?.unit === 'px' && width === undefined) {
    return {
      width: Math.round((height.value * size.width) / size.height),
      height: Math.round(height.value),
    };
  }
  return size;
}
