import { describe, expect, test } from 'vitest';

import { htmlOf, renderText } from '../../../../support/render-text.ts';

const head = '| a | b |\n| - | - |\n';

describe('wideRowSyntax', () => {
  test.each([
    ['a bar in code', '| p | `b|c` |', '<td>p</td><td><code>b|c</code></td>'],
    ['a bar in code within words', '| p | a `b|c` d |', '<td>p</td><td>a <code>b|c</code> d</td>'],
    ['two bars', '| `x||y` | q |', '<td><code>x||y</code></td><td>q</td>'],
    ['double backticks', '| ``x|`y`` | q |', '<td><code>x|`y</code></td><td>q</td>'],
    ['a row without outer bars', 'p | `b|c`', '<td>p</td><td><code>b|c</code></td>'],
    ['an escaped bar beside it', '| \\| | `b|c` |', '<td>|</td><td><code>b|c</code></td>'],
  ])('keeps code whole: %s', async (_, row, cells) => {
    expect(await htmlOf(head + row)).toContain(`<tr>${cells}</tr>`);
    expect((await renderText(head + row)).problems).toEqual([]);
  });

  test('keeps code in the head whole', async () => {
    const html = await htmlOf('| p | a `b|c` d |\n|--|--|\n| `e|f` | g |');
    expect(html).toContain('<th scope="col">a <code>b|c</code> d</th>');
    expect(html).toContain('<td><code>e|f</code></td><td>g</td>');
    expect(await htmlOf('| `a|b` |\n|--|')).toContain('<code>a|b</code></th>');
  });

  test('keeps what GitHub reads alike as it is', async () => {
    expect(await htmlOf(`${head}| \`x | y\` |`)).toContain('<tr><td>`x</td><td>y`</td></tr>');
    expect(await htmlOf(`${head}| \`x\\|y\` | q |`)).toContain('<td><code>x|y</code></td>');
  });

  test('goes on with the text behind the table', async () => {
    expect(await htmlOf(`${head}| p | \`b|c\` |\n\n*d*`)).toMatch(/<\/div><p><em>d<\/em><\/p>$/);
  });
});
