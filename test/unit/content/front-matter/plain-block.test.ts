import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { findBlock } from '../../../../src/content/front-matter/block.ts';
import { findPlainBlock, toLineFeeds } from '../../../../src/content/front-matter/plain-block.ts';
import { seeded, textOf } from '../random-text.ts';

/** Pieces that open, fill, close and confuse a block. */
const pieces = [
  '+++', '+++\n', '+++\r\n', '+++ \t\n', '\n+++\n', '---\n', '\n', '\r\n', '\r', '\u2028', '\ufeff',
  'a = 1\n', 'a=1\n', 'a =1\n', 'b-c\t= "x"\n', '[d]\n', '# e\n', ' f = [\n1,\n]\n', 'Prose, so\n', 'x'.repeat(70),
]; // prettier-ignore

/** Fails where the short way finds another block than the whole reader does. */
function agree(text: string): void {
  const source = toLineFeeds(text);
  const block = findPlainBlock(source);
  if (block !== undefined) expect({ source, block }).toEqual({ source, block: findBlock(source) });
}

describe('findPlainBlock', () => {
  test.each([
    ['a block', '+++\na = 1\n+++\nBody\n'],
    ['an empty one', '+++\n+++\n'],
    ['one after a mark and blank lines', '\ufeff\n\n+++\n\n# a\nb = 1\n+++  \nBody'],
    ['line ends of Windows', '+++\r\na = 1\r\n+++\r\nBody\r\n'],
    ['no line end at the end', '+++\n[a]\n+++'],
    ['a date', '+++\ndate = 2024-01-01\ntags=["a"]\n+++\n'],
  ])('finds %s as the whole reader does', (_, source) => {
    const block = findPlainBlock(source);
    expect(block).toBeDefined();
    expect(block).toEqual(findBlock(source));
  });

  test.each([
    ['no block', 'Body'],
    ['YAML', '---\na: 1\n---\n'],
    ['a block that is not closed', '+++\na = 1\nBody\n'],
    ['prose between rules', '+++\nSome prose = here\n+++\n'],
    ['a close that is too far', `+++\na = 1\n${'# b\n'.repeat(20_000)}+++\n`],
  ])('leaves %s', (_, source) => {
    expect(findPlainBlock(source)).toBeUndefined();
  });

  test('agrees with the whole reader on any text', () => {
    fc.assert(fc.property(textOf(pieces, 12), agree), seeded);
    const opened = textOf(pieces, 12).map((text) => `+++\n${text}`);
    fc.assert(fc.property(opened, agree), seeded);
  });
});
