import { describe, expect, test } from 'vitest';

import { LineTracker } from '../../../../../src/content/shortcode/tags/line-tracker.ts';

/** Kind and continuation prefix of each line of `text`. */
function track(text: string): string[] {
  const tracker = new LineTracker(text);
  let from = 0;
  return text.split('\n').map((line) => {
    const { kind, prefix } = tracker.startLine(from, from + line.length);
    from += line.length + 1;
    return `${kind} ${JSON.stringify(prefix)}`;
  });
}

describe('LineTracker', () => {
  test.each([
    ['paragraphs', 'a\n\nb', ['text ""', 'blank ""', 'text ""']],
    [
      'a fence',
      '```js\n\n    a\n``\n```\nb',
      ['code ""', 'code ""', 'code ""', 'code ""', 'code ""', 'text ""'],
    ],
    ['a longer fence', '````\n```\n````\nb', ['code ""', 'code ""', 'code ""', 'text ""']],
    ['backticks in the info of what is no fence', '``` a`b\nc', ['text ""', 'text ""']],
    [
      'tildes in a fence of backticks',
      '```\n~~~\n```\nb',
      ['code ""', 'code ""', 'code ""', 'text ""'],
    ],
    ['indented code', '    a\n\n    b\nc', ['code ""', 'blank ""', 'code ""', 'text ""']],
    ['an indented line of a paragraph', 'a\n      b', ['text ""', 'text ""']],
    ['indented code behind a heading', '# a\n    b', ['text ""', 'code ""']],
    ['a quotation', '> a\n>> b\nc', ['text "> "', 'text "> > "', 'text "> > "']],
    [
      'a list',
      '- a\n  b\n\n  c\nd',
      ['text "  "', 'text "  "', 'blank "  "', 'text "  "', 'text "  "'],
    ],
    ['the end of a list', '- a\n\nb', ['text "  "', 'blank "  "', 'text ""']],
    ['a numbered list', '10. a\n\n    b', ['text "    "', 'blank "    "', 'text "    "']],
    ['code in a list', '- a\n\n      b', ['text "  "', 'blank "  "', 'code "  "']],
    [
      'a list in a list',
      '- a\n  - b\n\n    c',
      ['text "  "', 'text "    "', 'blank "    "', 'text "    "'],
    ],
    ['a fence that a list ends', '- ```\n  a\nb', ['code "  "', 'code "  "', 'text ""']],
    ['a line of dashes', 'a\n\n- - -\n    b', ['text ""', 'blank ""', 'text ""', 'code ""']],
    ['a footnote', '[^1]: a\n\n    b', ['text "    "', 'blank "    "', 'text "    "']],
    ['tabs', '-\ta\n\n\tb', ['text "    "', 'blank "    "', 'text "    "']],
    ['a quotation after a paragraph of a list', '- > a\n> b', ['text "  > "', 'text "> "']],
    ['a tag after a paragraph of a quotation', '> a\n{{< b >}}', ['text "> "', 'text ""']],
    ['a list after a paragraph of a quotation', '> a\n- b', ['text "> "', 'text "  "']],
    [
      'a fence after a paragraph of a quotation',
      '> a\n```\nb',
      ['text "> "', 'code ""', 'code ""'],
    ],
    ['a list in a quotation', '> - a\n>\n>   b', ['text ">   "', 'blank ">   "', 'text ">   "']],
  ])('follows %s', (_name, text, lines) => {
    expect(track(text)).toEqual(lines);
  });

  test('takes away the indentation that a tag brought', () => {
    const text = '{{< a >}}\n    {{< b >}}\n      c\nd';
    const tracker = new LineTracker(text);
    tracker.startLine(0, 9);
    expect(tracker.startLine(10, 23)).toMatchObject({
      kind: 'text',
      strips: [{ from: 10, to: 14 }],
    });
    expect(tracker.startLine(24, 31)).toMatchObject({
      kind: 'text',
      strips: [{ from: 24, to: 28 }],
    });
    tracker.breakParagraph();
    expect(tracker.startLine(32, 33)).toMatchObject({ kind: 'text', strips: [] });
  });
});
