import { describe, expect, test } from 'vitest';

import { fillMessage } from '../../../../src/content/messages/fill-message.ts';
import { ar } from '../../../../src/content/messages/languages/ar.ts';
import { en } from '../../../../src/content/messages/languages/en.ts';
import { ru } from '../../../../src/content/messages/languages/ru.ts';

describe('fillMessage', () => {
  test.each([
    { language: 'en', count: 1, text: '1 post' },
    { language: 'en', count: 2304, text: '2,304 posts' },
    { language: 'ru', count: 3, text: '3 записи' },
    { language: 'ru', count: 11, text: '11 записей' },
    { language: 'ru', count: 21, text: '21 запись' },
    { language: 'ar', count: 2, text: 'مقالتان' },
    { language: 'ar', count: 5, text: '5 مقالات' },
  ])('chooses the form of $count in $language', ({ language, count, text }) => {
    const { countedPosts } = { en, ru, ar }[language]?.app ?? en.app;
    expect(fillMessage(countedPosts, { count }, language)).toBe(text);
  });

  test('isolates a text of the other direction', () => {
    expect(fillMessage('عن {name}', { name: 'C++' }, 'ar')).toBe('عن \u2068C++\u2069');
    expect(fillMessage('about {name}', { name: 'رحلة' }, 'en')).toBe('about \u2068رحلة\u2069');
    expect(fillMessage('about {name}', { name: 'C++' }, 'en')).toBe('about C++');
  });

  test('takes what is filled in as it is', () => {
    expect(fillMessage('{name}, {text}', { name: '$&{text}', text: 'b' }, 'en')).toBe(
      '$&{text}, b',
    );
  });

  test('leaves a name without a value', () => {
    expect(fillMessage('a {b}', {}, 'en')).toBe('a {b}');
  });
});
