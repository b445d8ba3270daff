import { describe, expect, test } from 'vitest';

import type { Heading } from '../../../../src/content/model/post.ts';
import { buildToc, formatToc } from '../../../../src/content/finish/toc.ts';

const heading = (level: number, text: string): Heading => ({ level, id: text.toLowerCase(), text });
const headings = [
  heading(2, 'A'),
  heading(3, 'B'),
  heading(4, 'C'),
  heading(3, 'D'),
  heading(2, 'E'),
];

describe('buildToc', () => {
  test('puts headings below those above them, to the third level', () => {
    const names = buildToc(headings).map(({ heading: { text }, children }) => [
      text,
      children.map((child) => child.heading.text),
    ]);
    expect(names).toEqual([
      ['A', ['B', 'D']],
      ['E', []],
    ]);
  });

  test('goes as deep as it is asked to', () => {
    expect(buildToc(headings, 4)[0]?.children[0]?.children[0]?.heading.text).toBe('C');
  });
});

describe('formatToc', () => {
  test('writes nested lists of links and escapes titles', () => {
    expect(formatToc([heading(2, 'A<b>'), heading(3, 'C')], 'Contents')).toBe(
      '<nav class="contents" aria-label="Contents"><ol><li><a href="#a%3Cb%3E">A&lt;b&gt;</a>' +
        '<ol><li><a href="#c">C</a></li></ol></li></ol></nav>',
    );
  });

  test('writes nothing without headings', () => {
    expect(formatToc([], 'Contents')).toBe('');
  });
});
