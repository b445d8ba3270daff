import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { createImageSizes } from '../../../../src/publish/render/find-image-size.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';

/** The first bytes of a PNG: all that its size needs. */
function makePng(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(33);
  bytes.write('\u0089PNG\r\n\u001A\n', 0, 'latin1');
  bytes.writeUInt32BE(13, 8);
  bytes.write('IHDR', 12, 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

function measure(name: string, content: string | Uint8Array): unknown {
  const folder = makeFolder({ [name]: content });
  return createImageSizes(new Map([[`/posts/${name}`, join(folder, name)]]))(`/posts/${name}`);
}

const comment = `<!-- ${'made by a drawing program '.repeat(100)} -->`;

describe('createImageSizes', () => {
  test.each([
    ['a PNG', 'a.png', makePng(640, 480), { width: 640, height: 480 }],
    ['a name in capitals', 'A.PNG', makePng(2, 3), { width: 2, height: 3 }],
    [
      'an SVG with a size',
      'a.svg',
      '<svg width="20" height="10"></svg>',
      { width: 20, height: 10 },
    ],
    ['an SVG with a box', 'a.svg', '<svg viewBox="0 0 30 40"></svg>', { width: 30, height: 40 }],
    [
      'an SVG after a comment',
      'a.svg',
      `${comment}<svg viewBox="0 0 3 4"/>`,
      { width: 3, height: 4 },
    ],
  ])('measures %s', (_what, name, content, size) => {
    expect(measure(name, content)).toEqual(size);
  });

  test.each([
    ['a damaged image', 'a.png', 'not a picture'],
    ['an empty file', 'a.jpg', ''],
    ['an SVG without size', 'a.svg', '<svg xmlns="http://www.w3.org/2000/svg"></svg>'],
    ['a file that is no image', 'a.txt', makePng(1, 1)],
  ])('knows no size of %s', (_what, name, content) => {
    expect(measure(name, content)).toBeUndefined();
  });

  test('knows no size of a file that is not published', () => {
    expect(createImageSizes(new Map())('/posts/a.png')).toBeUndefined();
  });

  test('knows no size of a file that is gone', () => {
    expect(createImageSizes(new Map([['/a.png', '/none/a.png']]))('/a.png')).toBeUndefined();
  });
});
