import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { shiftLevels } from '../../../../src/content/finish/headings.ts';
import { renderText } from '../../../support/render-text.ts';

describe('shiftLevels', () => {
  test.each([
    [
      [1, 2, 3],
      [2, 3, 4],
    ],
    [
      [2, 3, 2],
      [2, 3, 2],
    ],
    [
      [3, 5, 3],
      [2, 3, 2],
    ],
    [
      [2, 4, 4, 3],
      [2, 3, 3, 3],
    ],
    [
      [3, 2, 3],
      [2, 2, 3],
    ],
    [
      [1, 2, 3, 4, 5, 6],
      [2, 3, 4, 5, 6, 6],
    ],
    [[], []],
  ])('makes of %j', (written, levels) => {
    expect(shiftLevels(written)).toEqual(levels);
  });

  test('begins at 2 and never skips a level', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 6 })), (written) => {
        const levels = shiftLevels(written);
        levels.forEach((level, index) => {
          expect(level).toBeGreaterThanOrEqual(2);
          expect(level - (levels[index - 1] ?? 1)).toBeLessThanOrEqual(1);
        });
      }),
    );
  });
});

describe('createHeadings', () => {
  test('names notes at the foot unless a part of the post has their name', async () => {
    const [others, notes] = [
      await renderText('# A\n\nb[^1]\n\n[^1]: c'),
      await renderText('# Notes\n\nb[^1]\n\n[^1]: c'),
    ];
    expect(others.headings.map(({ id }) => id)).toEqual(['a', 'fn']);
    expect(notes.headings.map(({ id }) => id)).toEqual(['notes']);
  });

  test('have no link within the handle of a fold', async () => {
    const { html } = await renderText(
      '<details><summary>\n\n## A\n\n</summary>\n\n## B\n\n</details>',
    );
    expect(html).toContain('<h2 id="a" dir="auto">A</h2>');
    expect(html).toContain('<h2 id="b" dir="auto"><a class="anchor" href="#b"');
  });

  test.each([
    ['Markdown inside', '# `a` *b* [c](https://d.example) ![e](f.png)', 'a b c', 'a-b-c'],
    ['HTML', '<h3 align="center">a <em>b</em></h3>', 'a b', 'a-b'],
    ['character references', '# a &amp; b&nbsp;c', 'a & b c', 'a--b-c'],
    ['tags that are text', '# Vec<T>', 'Vec<T>', 'vect'],
    ['other scripts', '# 日本語 テスト', '日本語 テスト', '日本語-テスト'],
    ['no letters', '# !!!', '!!!', 'section'],
  ])('read %s', async (_name, source, text, id) => {
    expect((await renderText(source)).headings).toEqual([{ level: 2, id, text }]);
  });

  test('beyond the bound have no link to themselves and no place in contents, which is reported', async () => {
    const source = `[toc]\n\n${'## Part\n\n'.repeat(600)}[a](#part-599)\n\n##\n`;
    const { html, headings, problems } = await renderText(source);
    expect(headings).toHaveLength(500);
    expect(html.match(/class="anchor"/g)).toHaveLength(500);
    expect(html.match(/<li>/g)).toHaveLength(500);
    const plain = html.replaceAll(' dir="auto"', '');
    expect(plain).toContain('<h2 id="part-599">Part</h2>');
    expect(plain).toContain('<h2></h2>');
    expect(problems).toEqual([
      {
        kind: 'limit',
        severity: 'warning',
        file: 'posts/a.md',
        line: 1003,
        subject: 'headings',
        message: 'The post has more than 500 headings; those beyond are in no table of contents.',
        remedy: 'Split it into several posts.',
      },
    ]);
  });

  test('have a bound on the text that contents and addresses repeat', async () => {
    const { html, headings } = await renderText(`## ${'x'.repeat(100_000)}`);
    expect(headings[0]?.text).toHaveLength(300);
    expect(headings[0]?.id).toHaveLength(300);
    expect(html.length).toBeLessThan(101_000);
  });

  test('end with their block when they are left open', async () => {
    const { html, headings } = await renderText('<h2>a\n\nb');
    expect(headings[0]?.text).toBe('a');
    expect(html).toContain('</h2>');
  });
});
