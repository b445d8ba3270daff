import { imageSize } from 'image-size';
import { describe, expect, test } from 'vitest';

import { drawPreview } from '../../../../src/publish/previews/draw-preview.ts';
import { openTitleFace } from '../../../../src/publish/previews/title-face.ts';

const face = openTitleFace();
const long =
  'A title that its writer could not stop writing because each thing belonged there '.repeat(4);

describe('drawPreview', () => {
  test.each([
    'A post',
    'Zażółć gęślą jaźń',
    'Привет, мир',
    'Ελληνικά',
    'Tiếng Việt',
    'Tea 🍵',
    long,
  ])('draws “%s” as a small picture of the size that previews have', (title) => {
    const picture = drawPreview({ title, blog: 'Rubric' }, face) ?? new Uint8Array();
    expect(imageSize(picture)).toMatchObject({ type: 'png', width: 1200, height: 630 });
    expect(picture.length).toBeLessThan(title === long ? 24_000 : 12_000);
  });

  test.each(['日本語の記事', 'منشور', 'A 日 in it', '🍵', ''])(
    'draws no boxes for “%s”',
    (title) => {
      expect(drawPreview({ title, blog: 'Rubric' }, face)).toBeUndefined();
    },
  );

  test('leaves out the name of a blog that the face lacks', () => {
    const plain = drawPreview({ title: 'A post', blog: '' }, face);
    expect(drawPreview({ title: 'A post', blog: '日記' }, face)).toEqual(plain);
    expect(drawPreview({ title: 'A post', blog: 'Rubric' }, face)).not.toEqual(plain);
  });

  test('gives the same picture again', () => {
    const words = { title: 'A post', blog: 'Rubric' };
    expect(drawPreview(words, openTitleFace())).toEqual(drawPreview(words, face));
  });
});
