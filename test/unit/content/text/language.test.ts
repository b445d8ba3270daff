import { describe, expect, test } from 'vitest';
import {
  findFolderLanguage,
  findSuffixLanguage,
  isSameLanguage,
  parseLanguage,
} from '../../../../src/content/text/language.ts';

describe('findSuffixLanguage', () => {
  test.each([
    ['fr', 'fr'],
    ['FA', 'fa'],
    ['pt-br', 'pt-BR'],
    ['zh_TW', 'zh-TW'],
    ['zh-hans', 'zh-Hans'],
    ['es-419', 'es-419'],
  ])('knows %s', (suffix, language) => {
    expect(findSuffixLanguage(suffix)).toBe(language);
  });

  test.each(['js', 'ts', 'rs', 'sh', 'io', 'md', 'dev', 'min', '2', '', 'french'])(
    'rejects %s',
    (suffix) => {
      expect(findSuffixLanguage(suffix)).toBeUndefined();
    },
  );
});

describe('findFolderLanguage', () => {
  test('knows a language that is no word', () => {
    expect(findFolderLanguage('de')).toBe('de');
    expect(findFolderLanguage('pt-br')).toBe('pt-BR');
  });

  test.each(['it', 'no', 'cs', 'ml', 'articles'])('takes %s for a topic', (folder) => {
    expect(findFolderLanguage(folder)).toBeUndefined();
  });
});

describe('parseLanguage', () => {
  test.each([
    ['en', 'en'],
    ['pt_br', 'pt-BR'],
    [' zh-hant ', 'zh-Hant'],
    ['not a tag', undefined],
    ['', undefined],
  ])('reads %j', (text, language) => {
    expect(parseLanguage(text)).toBe(language);
  });
});

describe('isSameLanguage', () => {
  test.each([
    ['en', 'en', true],
    ['en-US', 'en', true],
    ['en', 'en-GB', true],
    ['pt-BR', 'pt-PT', false],
    ['fr', 'en', false],
  ])('compares %s and %s', (a, b, isSame) => {
    expect(isSameLanguage(a, b)).toBe(isSame);
  });
});
