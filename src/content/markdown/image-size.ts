import type { ImageSize } from '../post.ts';
import { valueOf, without } from './format-tag.ts';
import type { TagAttribute } from './format-tag.ts';

/**
 * `attributes` of an image with both sizes, so that nothing moves when it comes. A size the author gave in pixels scales
 * the other; one in another unit stays as it is. Without a known `size` the class `unsized` asks for a box.
 */
export function withSize(
  attributes: readonly TagAttribute[],
  size: ImageSize | undefined,
): TagAttribute[] {
  const widthText = valueOf(attributes, 'width');
  const heightText = valueOf(attributes, 'height');
  if (widthText !== undefined && heightText !== undefined) return [...attributes];
  if (size === undefined || size.width === 0 || size.height === 0) return withBox(attributes);
  const given = widthText ?? heightText;
  const fitted =
    given === undefined
      ? size
      : fit(size, pixels(given), widthText === undefined ? 'height' : 'width');
  if (fitted === undefined) return [...attributes];
  return [
    ...without(attributes, 'width', 'height'),
    { name: 'width', value: String(fitted.width) },
    { name: 'height', value: String(fitted.height) },
  ];
}

function withBox(attributes: readonly TagAttribute[]): TagAttribute[] {
  const own = valueOf(attributes, 'class');
  const value = own === undefined ? 'unsized' : `${own} unsized`;
  return [...without(attributes, 'class'), { name: 'class', value }];
}

function fit(
  { width, height }: ImageSize,
  given: number | undefined,
  side: 'width' | 'height',
): ImageSize | undefined {
  if (given === undefined) return undefined;
  return side === 'width'
    ? { width: given, height: Math.round((given * height) / width) }
    : { width: Math.round((given * width) / height), height: given };
}

function pixels(text: string): number | undefined {
  const digits = /^\s*(\d{1,5})(?:px)?\s*$/.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
