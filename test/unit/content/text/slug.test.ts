import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import {
  cleanSlug,
  humanize,
  maximumSlugLength,
  slugify,
} from '../../../../src/content/text/slug.ts';

describe('slugify', () => {
  test.each([
    ['words', 'Bye bye Automattic, hello Wasmer', 'bye-bye-automattic-hello-wasmer'],
    ['a plain slug', 'already-a-slug', 'already-a-slug'],
    ['accents', 'Rüsh à la Ünïcode', 'rush-a-la-unicode'],
    ['letters without decomposition', 'Łódź Straße Øl æther þing', 'lodz-strasse-ol-aether-thing'],
    ['a dotted capital I', 'İstanbul', 'istanbul'],
    ['Vietnamese', 'ĐÃ SỬA', 'da-sua'],
    ['decomposed letters', 'cafe\u0301', 'cafe'],
    ['apostrophes', "It’s what's new", 'its-whats-new'],
    ['dots', 'from-19k-to-4.2M', 'from-19k-to-4-2m'],
    ['wide letters', 'ＡＢＣ', 'abc'],
    ['Japanese', '日本語 タグ', '日本語-タグ'],
    ['a kana with a mark, decomposed', 'か\u3099', 'が'],
    ['Cyrillic', 'Привет, мир й', 'привет-мир-й'],
    ['Greek with accents', 'Ελλάδα ή', 'ελλάδα-ή'],
    ['Hindi', 'हिन्दी', 'हिन्दी'],
    ['Thai', 'สวัสดี', 'สวัสดี'],
    ['an @', '@angular/core', 'angular-core'],
    ['a %', '100% sure', '100-sure'],
    ['emoji among words', '🐘🦀🕸-php-ext', 'php-ext'],
    ['emoji alone', '🎉', '🎉'],
    ['a flag', '🇫🇷', '🇫🇷'],
    ['signs alone', '!?', 'u21-u3f'],
    ['nothing', '   ', ''],
    ['underscores', '__init__.py', 'init-py'],
    ['ampersand', 'R&D', 'r-and-d'],
    ['plus inside', 'a+b', 'a-b'],
  ])('makes a slug of %s', (_, text, slug) => {
    expect(slugify(text)).toBe(slug);
  });

  test.each([
    ['❤️ love', 'love'],
    ['☕️Tea', 'tea'],
    ['1️⃣ one', '1-one'],
    ['\ufe0f❤️', '❤️'],
    ['\ufe0f\u200d', 'ufe0f-u200d'],
    ['a ❤️ b', 'a-b'],
    ['が', 'が'],
    ['นี้', 'นี้'],
  ])('gives %j no sign that nobody sees', (text, slug) => {
    expect(slugify(text)).toBe(slug);
  });

  test('tells languages apart that differ by signs', () => {
    const names = ['C', 'C++', 'C#', 'F#', 'F', '.NET', 'NET', 'Node.js', 'NodeJS'];
    expect(new Set(names.map(slugify)).size).toBe(names.length);
  });

  test('joins names that differ by case or accents', () => {
    expect(new Set(['Rust', 'rust', 'RUST', 'Rüst'].map(slugify)).size).toBe(1);
  });

  test('cuts a long title after a word', () => {
    const slug = slugify('word '.repeat(100));
    expect(slug.length).toBeLessThanOrEqual(maximumSlugLength);
    expect(slug.endsWith('word')).toBe(true);
  });

  test('gives a slug that is its own slug and has no `/`, blank or `%`', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        const slug = slugify(text);
        expect(slug).not.toMatch(/[\s/\\?#%]/);
        expect(slug.length).toBeLessThanOrEqual(maximumSlugLength);
        if (/[\p{L}\p{N}]/u.test(text)) expect(slug).not.toBe('');
      }),
    );
  });
});

describe('cleanSlug', () => {
  test.each([
    ['capitals and underscores', 'My_Slug', 'My_Slug'],
    ['blanks', ' my slug ', 'my-slug'],
    ['what an address part cannot hold', 'a?b#c\\d\u0000', 'abcd'],
    ['Japanese', 'カテゴリ', 'カテゴリ'],
    ['the folder itself', '.', ''],
    ['the folder above', ' .. ', ''],
    ['dots in a name', '...and.so.on', '...and.so.on'],
  ])('keeps or mends %s', (_, text, slug) => {
    expect(cleanSlug(text)).toBe(slug);
  });
});

describe('humanize', () => {
  test.each([
    ['my-first_post', 'My first post'],
    ['日本語', '日本語'],
    ['émile', 'Émile'],
    ['', ''],
  ])('reads %s', (name, title) => {
    expect(humanize(name)).toBe(title);
  });
});
