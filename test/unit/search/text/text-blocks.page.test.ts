import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { renderBody } from '../../../../src/content/render-body.ts';
import { parsePost } from '../../../../src/content/post/parse-post.ts';
import { extractBlocks } from '../../../../src/search/text/text-blocks.ts';
import { extractHtmlBlocks } from '../../../../src/search/text/html-blocks.ts';
import { makeBody } from '../../../support/expand-body.ts';
import { site } from '../../../support/virtual-site.ts';

/** What is made of one body: in the lists, in the index, in a late passage, and on the page itself. */
interface Readings {
  readonly title: string;
  readonly summary: string;
  readonly indexed: string;
  readonly passage: string;
  readonly page: string;
}

async function read(body: string): Promise<Readings> {
  const parsed = await parsePost(body, 'file-name.md', {
    site,
    collection: 'posts',
    today: '2026-01-01',
  });
  const { post, context } = makeBody(body);
  const { html } = await renderBody(post, context);
  const { title, summary } = parsed.post.meta;
  return {
    title,
    summary,
    indexed: joinTexts(extractHtmlBlocks(html)),
    passage: joinTexts(extractBlocks(body)),
    page: collapse(pageText(html)),
  };
}

function joinTexts(blocks: readonly { readonly text: string }[]): string {
  return collapse(blocks.map(({ text }) => text).join(' '));
}

/** The text that a browser shows of `html`. */
function pageText(html: string): string {
  const parted = html.replace(/<(?:p|li|d[dt]|h\d|pre|figcaption)[ >]/g, ' $&');
  const { body } = new JSDOM(parted).window.document;
  for (const added of body.querySelectorAll('a.anchor, figure.code > header')) added.remove();
  return body.textContent;
}

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

describe('title, summary and search', () => {
  test.each([
    ['letters by name', '&eacute;t&eacute; &Uuml;ber &frac12;', 'été Über ½'],
    ['signs that are no mark', '==hi== and 2 * 3 * 4', '==hi== and 2 * 3 * 4'],
    ['links without a definition', 'see [ref] and [x][y]', 'see [ref] and [x][y]'],
    ['links with one', 'see [ref]\n\n[Ref]: /x', 'see ref'],
    ['definitions', 'Apple\n: Red fruit', 'Apple Red fruit'],
    ['tasks', '- [ ] do it', 'do it'],
    ['emphasis', '**a _b_** c*d*e snake_case_name ~~f~~', 'a b cde snake_case_name f'],
    ['code spans', 'a `*b*` ``c`d``', 'a *b* c`d'],
    ['words that look like tags', 'Vec<T> of <leader>', 'Vec<T> of <leader>'],
  ])('show %s as the page does', async (_, body, text) => {
    const { title: _title, ...shown } = await read(body);
    expect(shown).toEqual({ summary: text, indexed: text, passage: text, page: text });
  });

  test('know emoji by name, but for passages that the browser cuts late', async () => {
    expect(await read('# I :heart: it\n\nI :heart: it')).toEqual({
      title: 'I ❤️ it',
      summary: 'I ❤️ it',
      indexed: 'I ❤️ it I ❤️ it',
      passage: 'I :heart: it I :heart: it',
      page: 'I ❤️ it I ❤️ it',
    });
  });

  test.each([
    ['a heading with letters by name', '# &Uuml;ber &frac12;', 'Über ½', 'Über ½'],
    ['text in a comment', '<!--\n# hidden\n-->\n\n# Real', 'Real', 'Real'],
    [
      'code of Liquid',
      '{% highlight sh %}\n# apt install x\n{% endhighlight %}',
      'File name',
      '# apt install x',
    ],
    ['code of HTML', '<pre>\n# comment\n</pre>', 'File name', '# comment'],
    ['a fence with marks in it', '```\n```js\n# no\n```', 'File name', '```js # no'],
  ])('take the title from what the page shows as heading: %s', async (_, body, title, text) => {
    const readings = await read(body);
    expect(readings.title).toBe(title);
    expect([readings.indexed, readings.passage, readings.page]).toEqual([text, text, text]);
  });

  test('find the caption that a shortcode prints', async () => {
    const { indexed, page } = await read('{{< figure src="a.png" caption="A red fox" >}}');
    expect([indexed, page]).toEqual(['A red fox', 'A red fox']);
  });
});
