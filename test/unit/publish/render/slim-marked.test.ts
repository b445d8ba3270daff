import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';

import { cutMarked } from '../../../../src/publish/render/slim-marked.ts';

const marked = readFileSync(createRequire(import.meta.url).resolve('marked'), 'utf8');

describe('cutMarked', () => {
  test('leaves the classes of the installed marked, which read and write as before', async () => {
    const slim = cutMarked(marked) ?? expect.fail('marked is written in another way');
    expect(slim.length).toBeLessThan(marked.length - 1800);
    const classes: typeof import('marked') = await import(
      `data:text/javascript;base64,${Buffer.from(slim).toString('base64')}`
    );
    expect(Object.keys(classes).toSorted()).toEqual([
      'Lexer',
      'Parser',
      'Renderer',
      'TextRenderer',
      'Tokenizer',
    ]);
    expect(classes.Parser.parse(classes.Lexer.lex('# A *b*\n\n- ~~c~~\n'))).toBe(
      '<h1>A <em>b</em></h1>\n<ul>\n<li><del>c</del></li>\n</ul>\n',
    );
  });

  test('leaves a module that is written in another way alone', () => {
    expect(cutMarked('export class Lexer {}')).toBeUndefined();
  });
});
