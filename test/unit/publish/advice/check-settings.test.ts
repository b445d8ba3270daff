import { describe, expect, test } from 'vitest';

import type { Block } from '../../../../src/content/front-matter/plain-block.ts';
import { checkSettings } from '../../../../src/publish/advice/check-settings.ts';

function check(text: string, kind: Block['kind'] = 'yaml'): readonly string[] {
  const block: Block = { kind, text, line: 2, body: '', bodyLine: 9, isClosed: true };
  return checkSettings(block, 'posts/a.md').map(
    ({ line, column, repair }) => `${line}:${column} ${repair?.from} → ${repair?.to}`,
  );
}

describe('checkSettings', () => {
  test.each([
    ['a letter that is missing', 'updatd: 2020', ['2:1 updatd → updated']],
    ['letters that changed places', 'titel: x', ['2:1 titel → title']],
    ['the second line, in quotes', 'a: 1\n"keywrods": x', ['3:2 keywrods → keywords']],
    ['two edits in a long name', 'descrption_: x', ['2:1 descrption_ → description']],
  ])('finds %s', (_, text, expected) => {
    expect(check(text)).toEqual(expected);
  });

  test.each([
    ['names of other generators', 'layout: x\nweight: 1\nmenu: main'],
    ['names of one’s own', 'mileage: 12\nfilm: x'],
    ['short names that are another word', 'data: x\nrate: 3\nmate: y'],
    ['names in tables of YAML', 'extra:\n  titel: x'],
    ['a name that is there as well', 'updatd: 2020\nupdated: 2021'],
    ['text that is no setting', 'just words: \n- titel'],
  ])('leaves %s alone', (_, text) => {
    expect(check(text)).toEqual([]);
  });

  test('leaves tables of TOML alone', () => {
    expect(check('titel = "x"\n[extra]\ntitel = "x"', 'toml')).toEqual(['2:1 titel → title']);
  });
});
