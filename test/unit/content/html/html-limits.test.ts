import { describe, expect, test } from 'vitest';

import {
  createTagCounter,
  htmlLimits,
  isVoidTag,
  limitMarks,
} from '../../../../src/content/html/html-limits.ts';
import { renderText } from '../../../support/render-text.ts';

describe('createTagCounter', () => {
  test('refuses what is nested too deep and takes it again when others closed', () => {
    const counter = createTagCounter();
    for (let depth = 0; depth < htmlLimits.depth; depth++)
      expect(counter.open('div', false)).toBeUndefined();
    expect(counter.open('b', false)).toBe('depth');
    counter.close('div');
    expect(counter.open('b', false)).toBeUndefined();
  });

  test('counts no depth for what closes itself', () => {
    const counter = createTagCounter();
    for (let index = 0; index < 1000; index++) {
      expect(counter.open('br', false)).toBeUndefined();
      expect(counter.open('p', false)).toBeUndefined();
      expect(counter.open('path', true)).toBeUndefined();
    }
  });

  test('is not fooled by closing tags of what is not open', () => {
    const counter = createTagCounter();
    for (let depth = 0; depth < htmlLimits.depth; depth++) {
      counter.open('b', false);
      counter.close('i');
    }
    expect(counter.open('b', false)).toBe('depth');
  });

  test('refuses more tags than the bound', () => {
    const counter = createTagCounter();
    for (let index = 0; index < htmlLimits.tags; index++) counter.open('br', false);
    expect(counter.open('br', false)).toBe('tags');
  });
});

describe('isVoidTag', () => {
  test('knows elements without content', () => {
    expect(isVoidTag('img')).toBe(true);
    expect(isVoidTag('p')).toBe(false);
  });
});

describe('limitMarks', () => {
  test('cuts runs of combining marks to the bound', () => {
    const marks = '\u0301'.repeat(500);
    expect(limitMarks(`a${marks}b${marks}`)).toBe(`a${'\u0301'.repeat(32)}b${'\u0301'.repeat(32)}`);
  });

  test('leaves real text alone', () => {
    const text = 'é e\u0301 क्षि 👩‍👩‍👧 ก็';
    expect(limitMarks(text)).toBe(text);
  });
});

describe('htmlLimits', () => {
  test.each([
    ['depth', '<div>'.repeat(250), 'levels of tags inside each other'],
    [
      'attributes',
      `<b ${Array.from({ length: 70 }, (_, index) => `data-${index}`).join(' ')}>a</b>`,
      'attributes',
    ],
    ['tags', '<br>'.repeat(50_001), 'tags'],
  ])('are told of: %s', async (_name, html, words) => {
    const { problems } = await renderText(`one\n\n${html}`);
    expect(problems).toMatchObject([{ kind: 'limit', severity: 'warning', line: 3 }]);
    expect(problems[0]?.message).toContain(words);
  });
});
