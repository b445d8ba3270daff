import { describe, expect, test } from 'vitest';

import { allMessages } from '../../../../src/content/messages/languages/all-messages.ts';
import { readMessages } from '../../../../src/content/messages/merge-messages.ts';

describe('readMessages', () => {
  test.each([
    ['fr', 'fr'],
    ['fr-CA', 'fr'],
    ['pt-BR', 'pt'],
    ['zh', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['JA', 'ja'],
  ])('gives a text in %s the sentences of %s', (language, tag) => {
    const { messages, language: spoken } = readMessages(language);
    expect(messages).toBe(allMessages[tag]);
    expect(spoken).toBe(language);
  });

  test('speaks English where a language has no sentences', () => {
    expect(readMessages('bg')).toEqual({ language: 'en', messages: allMessages['en'] });
  });

  test("puts the blogger's sentences in place of ours", () => {
    const { messages } = readMessages('fr', { fr: { app: { posts: 'Billets' } } });
    expect(messages.app.posts).toBe('Billets');
    expect(messages.app.archive).toBe('Archives');
  });

  test('speaks a language that the blogger adds', () => {
    const { language, messages } = readMessages('eo', { eo: { app: { posts: 'Artikoloj' } } });
    expect([language, messages.app.posts, messages.app.archive]).toEqual([
      'eo',
      'Artikoloj',
      'Archive',
    ]);
  });
});
