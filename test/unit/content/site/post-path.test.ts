import { describe, expect, test } from 'vitest';
import { parsePostPath } from '../../../../src/content/site/post-path.ts';

describe('parsePostPath', () => {
  test.each([
    ['a plain file', 'hello.md', { name: 'hello', dateText: undefined, folders: [] }],
    [
      'a dated file',
      '2019-03-04-bye.md',
      { name: 'bye', datedName: '2019-03-04-bye', dateText: '2019-03-04' },
    ],
    [
      'a dated bundle',
      '2019-03-04-bye/index.md',
      { name: 'bye', dateText: '2019-03-04', folders: [] },
    ],
    ['one-digit parts', '2019-3-4-bye.md', { name: 'bye', dateText: '2019-3-4' }],
    ['underscores', '2019_03_04_bye.md', { name: 'bye', dateText: '2019-03-04' }],
    ['a time in the name', '2019-03-04T10-30-00Z-bye.md', { name: 'bye', dateText: '2019-03-04' }],
    ['a date alone', '2019-03-04.md', { name: '2019-03-04', dateText: '2019-03-04' }],
    [
      'date folders',
      '2019/03/04/bye.md',
      { name: 'bye', dateText: '2019-03-04', hasDatedName: false },
    ],
    [
      'a year folder',
      '2019/2019-03-04-bye.md',
      { name: 'bye', dateText: '2019-03-04', folders: ['2019'] },
    ],
    ['folders', 'articles/deep/x.md', { name: 'x', folders: ['articles', 'deep'] }],
    ['folders of Jekyll', '_posts/2010/x.md', { folders: ['2010'] }],
    [
      'a version that is no date',
      '2019.31.12-release.md',
      { name: '2019.31.12-release', dateText: undefined },
    ],
    ['control characters', 'a\u001b\u0085/x\u0001y.md', { name: 'xy', folders: ['a'] }],
    ['other extensions', 'x.markdown', { name: 'x' }],
    [
      'dots in the name',
      '2023-08-29-ni.zsh-socket.dev.md',
      { name: 'ni.zsh-socket.dev', language: undefined },
    ],
    ['a file ending that is a code', 'node.js.md', { name: 'node.js', language: undefined }],
    ['a suffix', 'about.fr.md', { name: 'about', language: 'fr', translationKey: 'about' }],
    ['a bundle with a suffix', 'x/index.fa.md', { name: 'x', language: 'fa', translationKey: 'x' }],
    [
      'a language folder',
      'fr/2019-03-04-x.md',
      {
        name: 'x',
        language: 'fr',
        folders: ['fr'],
        isLanguageInFolders: true,
        translationKey: '2019-03-04-x',
      },
    ],
    ['a folder that is a word', 'it/x.md', { language: undefined, folders: ['it'] }],
    [
      'folders above those of Jekyll',
      'de/news/_posts/2001-01-18-x.md',
      { name: 'x', categories: ['de', 'news'], folders: ['de', 'news'], language: 'de' },
    ],
    ['folders below those of Jekyll', '_posts/news/x.md', { categories: [], folders: ['news'] }],
    [
      'a collection of Jekyll',
      '_recipes/soups/x.md',
      { jekyllCollection: 'recipes', folders: ['soups'], sections: ['recipes', 'soups'] },
    ],
    ['an index at the root', 'index.md', { name: 'index', folders: [] }],
    ['decomposed names', 'cafe\u0301.md', { name: 'café' }],
    ['capitals', '2015-03-05-Labor-Category.md', { name: 'Labor-Category' }],
  ])('reads %s', (_, path, expected) => {
    expect(parsePostPath(path)).toMatchObject(expected);
  });

  test.each([
    ['one of the settings', 'it/deep/x.md', { language: 'it', folders: ['deep'] }],
    ['that of the blog', 'en/x/index.md', { language: 'en', folders: [], name: 'x' }],
    ['none of the settings', 'fr/x.md', { language: 'fr', folders: ['fr'] }],
  ])('reads a folder of a language: %s', (_, path, expected) => {
    expect(parsePostPath(path, ['en', 'it'])).toMatchObject(expected);
  });

  test('gives translations one key', () => {
    const keys = ['a/x.md', 'a/x.fr.md', 'a/x/index.md', 'a/x/index.de.md', 'es/a/x.md'];
    expect(new Set(keys.map((path) => parsePostPath(path).translationKey))).toEqual(
      new Set(['a/x']),
    );
  });
});
