import { describe, expect, test } from 'vitest';

import { htmlOf, renderText } from '../../../../support/render-text.ts';

const reference = (number: number, id = `fnref-${number}`): string =>
  `<sup class="fn-ref"><a id="${id}" href="#fn-${number}" aria-label="Note ${number}">${number}</a></sup>`;

const list = (...notes: readonly string[]): string =>
  '<section class="footnotes" aria-labelledby="fn"><h2 id="fn"><a class="anchor" href="#fn" ' +
  `aria-label="Link to this section">¶</a>Notes</h2><ol>${notes.join('')}</ol></section>`;

const back = (number: number): string =>
  `<a href="#fnref-${number}" aria-label="Back to reference ${number}">↩</a>`;

describe('footnoteSyntax', () => {
  test('numbers notes by their first reference and lists them at the end', async () => {
    expect(await htmlOf('a[^y] b[^X].\n\n[^x]: X\n[^y]: *Y*\n')).toBe(
      `<p>a${reference(1)} b${reference(2)}.</p>` +
        list(
          `<li id="fn-1"><p><em>Y</em> ${back(1)}</p></li>`,
          `<li id="fn-2"><p>X ${back(2)}</p></li>`,
        ),
    );
  });

  test('links back to each reference', async () => {
    const html = await htmlOf('a[^1] b[^1]\n\n[^1]: c');
    expect(html).toContain(reference(1, 'fnref-1-2'));
    expect(html).toContain(
      `${back(1)} <a href="#fnref-1-2" aria-label="Back to reference 1-2">↩</a>`,
    );
  });

  test('reads several blocks and lines that go on', async () => {
    const html = await htmlOf('a[^1]\n\n[^1]: b\nc\n\n    d\n\n    ```\n    e\n    ```\n\nf');
    expect(html).toContain('<p>b\nc</p><p>d</p><figure class="code">');
    expect(html).toContain(`<p>${back(1)}</p></li>`);
    expect(html).toContain('<p>f</p>');
  });

  test('lets notes refer to notes', async () => {
    const html = await htmlOf('a[^1]\n\n[^1]: b[^2]\n\n[^2]: c[^1]');
    expect(html.match(/<li id="fn-\d"/g)).toHaveLength(2);
  });

  test('leaves unknown references as text and unused notes out', async () => {
    expect(await htmlOf('a[^1]\n\n[^2]: b')).toBe('<p>a[^1]</p>');
  });

  test('keeps the number out of a heading’s text', async () => {
    const { headings } = await renderText('# A[^1]\n\n[^1]: b');
    expect(headings).toEqual([
      { level: 2, id: 'a', text: 'A' },
      { level: 2, id: 'fn', text: 'Notes' },
    ]);
  });

  test('leaves code alone', async () => {
    expect(await htmlOf('`[^1]`\n\n```\n[^1]: a\n```')).not.toContain('fn-ref');
  });

  test('reports what is wrong in a note with its line', async () => {
    const { problems } = await renderText('a[^1]\n\n[^1]: [b](gone)');
    expect(problems).toMatchObject([{ line: 3 }]);
  });
});
