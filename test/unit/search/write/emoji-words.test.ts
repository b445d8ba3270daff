import { expect, test } from 'vitest';

import { createEmojiWords } from '../../../../src/search/write/emoji-words.ts';

test('createEmojiWords gives the names of each emoji and the words in them', () => {
  const words = createEmojiWords([
    { emoji: '❤️', names: ['heart'] },
    { emoji: '😍', names: ['heart_eyes', 'in_love'] },
  ]);
  expect(words.get('❤')).toEqual(['heart']);
  expect(words.get('😍')).toEqual(['heart_eyes', 'heart', 'eyes', 'in_love', 'in', 'love']);
});
