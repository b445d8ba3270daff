import { closeSync, openSync, readSync } from 'node:fs';

import { imageSize } from 'image-size';

import type { ImageSize } from '../../content/model/post.ts';

/** Sizes stand near the head of a file; a JPEG may hold a preview and a colour profile before it. */
const headBytes = 512 * 1024;

const imageName = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp|ico|tiff?|heic|jxl)$/i;

/**
 * A function that gives the size of a published image by its decoded address under the base.
 *
 * `sources` tells the absolute path of each published file. Each image is read once, at most its first
 * 512 kB; a damaged one and one without a size has none.
 */
export function createImageSizes(
  sources: ReadonlyMap<string, string>,
): (address: string) => ImageSize | undefined {
  const known = new Map<string, ImageSize | undefined>();
  return (address) => {
    if (known.has(address)) return known.get(address);
    const source = sources.get(address);
    const size = source === undefined || !imageName.test(address) ? undefined : measure(source);
    known.set(address, size);
    return size;
  };
}

function measure(file: string): ImageSize | undefined {
  try {
    const { width, height, orientation } = imageSize(skipProlog(readHead(file), file));
    if (!isPixels(width) || !isPixels(height)) return undefined;
    // A camera held upright stores the picture on its side and says so; browsers turn it.
    const isTurned = orientation !== undefined && orientation >= 5;
    return isTurned ? { width: height, height: width } : { width, height };
  } catch {
    // An image of unknown size is shown all the same, in a box of common proportions.
    return undefined;
  }
}

/** An SVG from its root element on: comments of drawing programs before it hide it from the library. */
function skipProlog(head: Uint8Array, file: string): Uint8Array {
  if (!/\.svg$/i.test(file)) return head;
  const root = Buffer.from(head.buffer, head.byteOffset, head.byteLength).indexOf('<svg');
  return root === -1 ? head : head.subarray(root);
}

function isPixels(value: number): boolean {
  return Number.isFinite(value) && value > 0 && value < 1e6;
}

function readHead(file: string): Uint8Array {
  const handle = openSync(file, 'r');
  try {
    const head = new Uint8Array(headBytes);
    return head.subarray(0, readSync(handle, head, 0, headBytes, 0));
  } finally {
    closeSync(handle);
  }
}
