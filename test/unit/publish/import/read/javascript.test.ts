import { describe, expect, test } from 'vitest';

import { readProgram } from '../../../../../src/publish/import/read/javascript.ts';
import type { Program } from '../../../../../src/publish/import/read/javascript.ts';

function read(text: string): Program {
  const project = { paths: ['a.js'], hasFolder: () => false, read: () => text };
  return readProgram(project, /^a\.js$/);
}

describe('readProgram', () => {
  test.each([
    ['a property', "({ site: 'https://a.example' })", 'https://a.example'],
    ['a property in quotes', '{ "site": "a" }', 'a'],
    ['a constant', 'const site = `a`;', 'a'],
    ['a call', 'config.site("a")', 'a'],
    ['a text with a quote in it', String.raw`site: 'it\'s'`, "it's"],
    [
      'no remark',
      "// site: 'wrong'\n/* site: 'wrong' */ site: 'https://right.example'",
      'https://right.example',
    ],
    ['no other name', "website: 'wrong', a.site = 'x'", undefined],
    ['nothing that is computed', 'site: process.env.SITE', undefined],
    ['no text with values in it', 'site: `https://${host}`', undefined],
  ])('reads %s', (_, text, value) => {
    expect(read(text).find('site')).toBe(value);
  });

  test('tells of what is computed, with its line', () => {
    expect(read('x\nsite: process.env.SITE').listUnread(['site', 'base'])).toMatchObject([
      { kind: 'hand', file: 'a.js', line: 2 },
    ]);
  });
});
