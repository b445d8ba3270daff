import { describe, expect, test } from 'vitest';
import { extractHtmlBlocks } from '../../../../src/search/text/html-blocks.ts';
import { renderBody } from '../../../../src/content/render-body.ts';
import { makeBody } from '../../../support/expand-body.ts';

async function show(body: string): Promise<string[]> {
  const { post, context } = makeBody(body, { math: true });
  const { html } = await renderBody(post, context);
  return extractHtmlBlocks(String(html)).map(
    ({ kind, text, id }) => `${kind}${id === undefined ? '' : `#${id}`}: ${text}`,
  );
}

describe('extractHtmlBlocks', () => {
  test.each([
    ['paragraphs', 'One\nline.\n\nTwo.', ['text: One line.', 'text: Two.']],
    [
      'headings with their ids, without their anchors',
      '## One\n\n## One {#own}',
      ['heading#one: One', 'heading#own: One'],
    ],
    [
      'code with its lines, without the name of its language',
      '```rust\nlet a;\n\nlet b;\n```',
      ['code: let a;\n\nlet b;'],
    ],
    [
      'the caption of a figure and the words of its image',
      '{{< figure src="a.png" alt="Alt" caption="A red *fox*" >}}',
      ['text: Alt', 'text: A red fox'],
    ],
    [
      'a caption that stands for the image too once',
      '{{< figure src="a.png" caption="A fox" >}}',
      ['text: A fox'],
    ],
    ['the title of a container', ':::note Title\nInside\n:::', ['text: Title', 'text: Inside']],
    ['table cells', '| a | b |\n|---|---|\n| c | d |', ['text: a b', 'text: c d']],
    ['definitions', 'Apple\n: Red fruit', ['text: Apple', 'text: Red fruit']],
    ['list items', '- One\n- [x] Two', ['text: One', 'text: Two']],
    ['notes without their numbers', 'Text[^1].\n\n[^1]: Note.', ['text: Text.', 'text: Note.']],
    ['no contents', '[toc]\n\n## One\n\n## Two', ['heading#one: One', 'heading#two: Two']],
    ['no gap for a shortcode', 'a {{ unknown() }} b', ['text: a b']],
    [
      'references and signs',
      '&Uuml;ber 1 &lt; 2 &amp;amp; Vec<T>',
      ['text: Über 1 < 2 &amp; Vec<T>'],
    ],
    ['the words of an image as they are', '![a &amp;lt; b](x.png)', ['text: a &lt; b']],
    ['emoji', 'I :heart: it', ['text: I ❤️ it']],
    ['nothing', '', []],
  ])('reads %s', async (_, body, blocks) => {
    expect(await show(body)).toEqual(blocks);
  });

  test.each(['<', '<a ', '<p>', '<span class="shortcode">', '<pre>'])(
    'comes to an end on any number of %s',
    (piece) => {
      // Quadratic work on this much would outlast the runner's time limit by far.
      const blocks = extractHtmlBlocks(piece.repeat(200_000));
      expect(blocks.length).toBeLessThanOrEqual(1);
    },
  );
});
