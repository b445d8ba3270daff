import { describe, expect, test } from 'vitest';
import { cutText } from '../../../../src/content/text/cut-text.ts';

describe('cutText', () => {
  test.each([
    ['a short text', 'one two', 10, 'one two'],
    ['after a word', 'one two three', 10, 'one two…'],
    ['without a comma before the dots', 'one two, three', 11, 'one two…'],
    ['without dots twice', 'one two… three', 12, 'one two…'],
    ['Japanese anywhere', '日本語の文章はここで切れる', 6, '日本語の文…'],
    ['not inside of an emoji', 'aaaa🎉🎉🎉', 6, 'aaaa…'],
  ])('keeps or cuts %s', (_, text, length, cut) => {
    expect(cutText(text, length)).toBe(cut);
    expect(cutText(text, length).length).toBeLessThanOrEqual(length);
  });
});
