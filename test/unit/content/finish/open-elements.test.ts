import { describe, expect, test } from 'vitest';

import { OpenElements } from '../../../../src/content/finish/open-elements.ts';

/** Writes a body by tags such as `table` and `/table`; `~` ends the formatting of a paragraph. */
function write(tags: string, isHtml = false): string {
  const out: string[] = [];
  const elements = new OpenElements(out);
  elements.enterBlock(isHtml);
  for (const tag of tags.split(' ')) {
    if (tag === '~') elements.closeFormatting(() => undefined);
    else if (tag.startsWith('/')) elements.close(tag.slice(1));
    else elements.open({ name: tag, attributes: [], isSelfClosing: false });
  }
  elements.finish();
  return out.join('');
}

describe('OpenElements', () => {
  test.each([
    ['wraps a table', 'table /table', '<div class="scroll"><table></table></div>'],
    [
      'wraps the outermost of nested tables',
      'table table /table /table',
      '<div class="scroll"><table><table></table></table></div>',
    ],
    ['leaves an open table without a wrapper', 'table tr', '<table><tr>'],
    ['ends formatting', 'b i ~', '<b><i></b></i>'],
    ['ends formatting as often as it is open', 'b b /b ~', '<b><b></b></b>'],
    ['ends formatting once', 'b ~ ~', '<b></b>'],
    [
      'ends HTML within a part of a drawing',
      'svg desc a /desc /svg',
      '<svg><desc><a></a></desc></svg>',
    ],
    [
      'ends what is open in parts within each other',
      'math mtext div b /math p',
      '<math><mtext><div><b></b></div></mtext></math><p>',
    ],
    ['lets an end without a start alone', 'math mi /b /mi', '<math><mi></b></mi>'],
    ['ends no void element', 'math mi br /mi', '<math><mi><br></mi>'],
  ])('%s', (_, tags, html) => {
    expect(write(tags)).toBe(html);
  });

  test('names what it ended', () => {
    const elements = new OpenElements([]);
    for (const name of ['b', 'b', 'i'])
      elements.open({ name, attributes: [], isSelfClosing: false });
    const closed: string[] = [];
    const keep = (name: string): void => void closed.push(name);
    elements.closeFormatting(keep);
    elements.closeFormatting(keep);
    expect(closed).toEqual(['b', 'b', 'i']);
  });

  test('leaves formatting of HTML alone', () => {
    expect(write('b ~', true)).toBe('<b>');
  });

  test('takes the first title of a drawing as its label', () => {
    const out: string[] = [];
    const elements = new OpenElements(out);
    elements.labelDrawing('none');
    elements.open({ name: 'svg', attributes: [], isSelfClosing: false });
    expect(elements.isDrawing).toBe(true);
    elements.labelDrawing(' <b>A</b> &amp; b ');
    elements.labelDrawing('second');
    elements.close('svg');
    expect(elements.isDrawing).toBe(false);
    expect(out.join('')).toBe('<svg aria-label="A &amp; b" role="img"></svg>');
  });

  test('forgets a drawing with its block', () => {
    const elements = new OpenElements([]);
    elements.open({ name: 'svg', attributes: [], isSelfClosing: false });
    elements.enterBlock(false);
    expect(elements.isDrawing).toBe(false);
  });
});
