import { describe, expect, test } from 'vitest';

import { parseEmojiNames } from '../../../../../src/content/markdown/constructs/emoji.ts';
import { htmlOf } from '../../../../support/render-text.ts';

describe('parseEmojiNames', () => {
  test('reads characters and their names', () => {
    expect(parseEmojiNames('👍 +1 thumbsup|🎉 tada')).toEqual({
      '+1': '👍',
      thumbsup: '👍',
      tada: '🎉',
    });
  });
});

describe('emoji in a text', () => {
  test.each([
    [':tada:', '🎉'],
    ['a :+1: b', 'a 👍 b'],
    [':tada::tada:', '🎉🎉'],
    [':tada::nope:', '🎉:nope:'],
    ['(:heart_eyes:)', '(😍)'],
    [':word:', ':word:'],
    ['12:30:45', '12:30:45'],
    ['std::string::npos', 'std::string::npos'],
    ['`:tada:`', '<code>:tada:</code>'],
    ['\\:tada:', ':tada:'],
    [':constructor:', ':constructor:'],
  ])('makes of %s', async (source, html) => {
    expect(await htmlOf(source)).toBe(`<p>${html}</p>`);
  });
});
