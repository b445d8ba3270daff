import { describe, expect, test } from 'vitest';
import {
  countControls,
  dropControls,
  findControl,
} from '../../../../src/content/text/control-characters.ts';

describe('dropControls', () => {
  test.each([
    ['NUL', 'a\0b', 'ab'],
    ['the escape of a terminal', '\u001b[31mred', '[31mred'],
    ['DEL', 'a\u007f', 'a'],
    ['the upper ones', '\u0081a\u009f', 'a'],
    ['what parts pages, which leaves a blank', 'a\fb\vc', 'a b c'],
  ])('takes away %s', (_, text, clean) => {
    expect(dropControls(text)).toBe(clean);
  });

  test('keeps tabs, ends of lines and all other text', () => {
    const text = 'a\tb\r\nc\u00a0d — 🎉\u200d\ufffd';
    expect(dropControls(text)).toBe(text);
    expect(findControl(text)).toBe(-1);
    expect(countControls(text)).toBe(0);
  });
});

describe('findControl', () => {
  test('gives the place of the first', () => {
    expect(findControl('ab\0c\u0001')).toBe(2);
    expect(countControls('ab\0c\u0001')).toBe(2);
  });
});
