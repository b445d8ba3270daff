import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { maskMath } from '../../../../../src/content/markdown/constructs/math.ts';
import { seeded, textOf } from '../../random-text.ts';
import { htmlOf, renderText } from '../../../../support/render-text.ts';

const mathOf = (source: string): Promise<string> => htmlOf(source, { math: true });

describe('mathSyntax', () => {
  test.each([
    ['dollars', 'a $x^2$ b', '<msup><mi>x</mi>'],
    ['a space before the last dollar', 'a $x, \\dots $ b', '<mo>…</mo>'],
    [
      'one that may be wider than a phone',
      'a $x_1 + x_2 + x_3 + x_4 + x_5$ b',
      '<span class="math-inline"><math>',
    ],
    ['one that is not', 'a $x_1 + x_2$ b', 'a <math>'],
    ['round brackets', 'a \\(x^2\\) b', '<msup><mi>x</mi>'],
    ['stars and underscores', '$a_1 * b_2 * c$ and *d*', '<em>d</em>'],
    ['a subscript beside another', '$a_b$ $c_d$', '<msub><mi>c</mi><mi>d</mi></msub>'],
    ['two dollars in a line', 'a $$x$$ b', 'display="block"'],
    ['escaped brackets', '\\[x\\]', '<p class="math-block"><math display="block"'],
    ['a block', '$$\nx\n$$', '<p class="math-block"><math display="block"'],
    ['an environment', '\\begin{align}\na &= b \\\\\nc &= d\n\\end{align}', '<mtable'],
    ['a block after a paragraph', 'a\n$$\nx\n$$', '<p>a</p><p class="math-block">'],
    ['a formula in a list', '- $x$', '<li><math>'],
    ['a formula in a table', '| $x$ |\n|-|\n| $y$ |', '<math><mi>y</mi></math>'],
  ])('reads %s', async (_name, source, html) => {
    expect(await mathOf(source)).toContain(html);
  });

  test.each([
    ['prices', 'from $5 to $10', '<p>from $5 to $10</p>'],
    ['a shell', '`$HOME` $ ls', '<p><code>$HOME</code> $ ls</p>'],
    ['an escaped dollar', '\\$x$', '<p>$x$</p>'],
    ['prices with spaces', 'from $5, \\* and $ 10', '<p>from $5, * and $ 10</p>'],
    ['a dollar before a space', '$ x $', '<p>$ x $</p>'],
    ['over a blank line', '$a\n\nb$', '<p>$a</p><p>b$</p>'],
  ])('leaves %s', async (_name, source, html) => {
    expect(await mathOf(source)).toBe(html);
  });

  test('reads nothing unless asked to', async () => {
    expect(await htmlOf('$x$ \\(y\\) \\[z\\]')).toBe('<p>$x$ (y) [z]</p>');
    expect(await htmlOf('$x$', { site: { math: true } })).toContain('<math>');
    expect(await htmlOf('$x$', { math: false, site: { math: true } })).toBe('<p>$x$</p>');
  });

  test('shows the source of a formula that cannot be read, with the reason', async () => {
    const { html, problems } = await renderText('a\n\nb $\\frac{1$ c', { math: true });
    expect(html).toMatch(/<code class="math-error" title="[^"]+">\\frac\{1<\/code> c/);
    expect(problems).toMatchObject([{ kind: 'math', severity: 'warning', line: 3 }]);
    expect(problems[0]?.message).toContain('`\\frac{1`');
  });

  test('carries no style and nothing that loads', async () => {
    const { html } = await renderText(
      '$\\boxed{x} \\color{red} y \\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix} \\cancel{z}$',
      { math: true },
    );
    expect(html).toContain('tml-box');
    expect(html).toContain('mathcolor="#ff0000"');
    expect(html).not.toMatch(/ style=/);
    expect(await mathOf('$\\href{javascript:x}{y}$')).toContain('<code class="math-error"');
  });
});

/** Pieces of formulas, whole and broken. */
const pieces =
  "{ } ^ _ & \\\\ \\frac \\sqrt[3] \\left( \\right) \\begin{matrix} \\end{matrix} \\begin{CD} @>>> \\text{ \\color{ #fff} \\def\\a{ \\a \\href{ \\tag{1} \\ce{ \\unicode{ \\rule{1em}{ \\hspace{ 9em \\middle| \\not \\mathbb \\operatorname* \\xrightarrow[a]{ x 1 ' ~ %";

describe('formulas', () => {
  test('of any text are shown or reported', async () => {
    await fc.assert(
      fc.asyncProperty(textOf(pieces.split(' '), 20, ' '), async (source) => {
        const { html, problems } = await renderText(`a\n\n$${source}$\n\nb`, { math: true });
        expect(html).toMatch(/^<p dir="auto">a<\/p>[^]*<p dir="auto">b<\/p>\s*$/);
        const isBroken = html.includes('class="math-error"');
        expect(problems.some(({ kind }) => kind === 'math')).toBe(isBroken);
      }),
      seeded,
    );
  });
});

describe('maskMath', () => {
  test('hides formulas and keeps the length', () => {
    expect(maskMath('*a* $b*c$ d*')).toBe('*a* xxxxx d*');
    expect(maskMath('a $ b')).toBe('a $ b');
    expect(maskMath('a')).toBe('a');
  });
});
