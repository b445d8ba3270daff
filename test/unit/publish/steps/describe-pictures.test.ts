import { describe, expect, test } from 'vitest';
import { describePictures } from '../../../../src/publish/steps/describe-pictures.ts';
import type { PostBody } from '../../../../src/content/model/library.ts';
import type { SafeHtml } from '../../../../src/content/model/html.ts';

function bodyOf(html: string): PostBody {
  return { kind: 'html', html: { content: html } as unknown as SafeHtml };
}

describe('describePictures', () => {
  test.each([
    ['a picture', '<p><img src="a.png" alt="A boat"></p>', 'A boat'],
    ['what a serializer escaped', '<img alt="&quot;Q&amp;A&quot; &lt;3  x">', '"Q&A" <3 x'],
    ['a bracket before it', '<img title="a > b" alt="A boat">', 'A boat'],
    ['the first that has a text', '<img alt=""><img><img alt="B"><img alt="C">', 'B'],
    ['text that looks like a picture', '<p>&lt;img alt="x"&gt;</p>', undefined],
    ['no picture', '<pre><code>alt="x"</code></pre>', undefined],
  ])('reads %s', (_name, html, text) => {
    expect(describePictures(bodyOf(html))).toBe(text);
  });

  test('cuts a long text', () => {
    const text = describePictures(bodyOf(`<img alt="${'long '.repeat(200)}">`));
    expect(text?.length).toBeLessThan(400);
  });

  test('has nothing to say of a body without HTML', () => {
    expect(describePictures({ kind: 'empty' })).toBeUndefined();
  });
});
