import { describe, expect, test } from 'vitest';

import { htmlOf } from '../../../support/render-text.ts';

/** The HTML of `body` without what `finish-html.ts` gives an image. */
async function render(body: string): Promise<string> {
  return (await htmlOf(body)).replaceAll(/ (?:class="unsized"|fetchpriority="high")/g, '');
}

const picture = '<img src="https://a.example/b.png" alt="B">';
const titled = '![B](https://a.example/b.png "A *cat*")';

describe('PostRenderer', () => {
  test.each([
    [
      'a titled image a figure',
      titled,
      `<figure>${picture}<figcaption>A *cat*</figcaption></figure>`,
    ],
    [
      'a titled image inside a link a linked figure',
      `[${titled}](#x)`,
      `<figure><a href="#x">${picture}</a><figcaption>A *cat*</figcaption></figure>`,
    ],
  ])('makes %s', async (_, body, html) => {
    expect(await render(body)).toBe(html);
  });

  test.each([
    ['without a title', '![B](https://a.example/b.png)'],
    ['with a blank title', '![B](https://a.example/b.png " ")'],
    ['without a title, inside a link', '[![B](https://a.example/b.png)](#x)'],
    ['beside text', `a ${titled}`],
    ['beside text inside a link', `[a ${titled}](#x)`],
    ['before text inside a link', `[${titled} a](#x)`],
    ['beside another', `${titled} ${titled}`],
  ])('leaves an image %s in its paragraph', async (_, body) => {
    const html = await render(body);
    expect(html).toMatch(/^<p>.*<img [^]*<\/p>$/);
    expect(html).not.toContain('figure');
  });

  test.each([
    ['done', '- [x] a', '<input type="checkbox" disabled checked aria-label="Done"> a'],
    ['open', '- [ ] a', '<input type="checkbox" disabled aria-label="Not done"> a'],
  ])('names the box of a task that is %s', async (_, body, html) => {
    expect(await render(body)).toBe(`<ul><li class="task">${html}</li></ul>`);
  });

  test('gives a header cell a scope, but for an empty one', async () => {
    expect(await render('|  | a |\n| --- | ---: |\n| b | c |')).toContain(
      '<thead><tr><td></td><th scope="col" align="right">a</th></tr></thead>',
    );
  });
});
