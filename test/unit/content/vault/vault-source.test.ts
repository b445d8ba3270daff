import { describe, expect, test } from 'vitest';

import {
  noVault,
  readNoteBody,
  translateForLists,
  translateSource,
} from '../../../../src/content/vault/vault-source.ts';
import type { VaultSource } from '../../../../src/content/vault/vault-source.ts';

const vault = { ...noVault, isVault: true };

function translate(source: string): VaultSource {
  return translateSource(source, {
    isVault: true,
    hasTextTags: false,
    source: 'posts/a.md',
    find: () => undefined,
  });
}

describe('translateSource', () => {
  test.each([
    ['YAML', '---\ntitle: "==a=="\n---\n==b==', '---\ntitle: "==a=="\n---\n<mark>b</mark>'],
    ['TOML', '+++\ntitle = "%%a%%"\n+++\n%%b%%c', '+++\ntitle = "%%a%%"\n+++\nc'],
    ['no front matter', '==b==', '<mark>b</mark>'],
    [
      'lines of Windows',
      '---\r\na: b\r\n---\r\nc ^d\r\n',
      '---\na: b\n---\nc <span id="^d"></span>\n',
    ],
  ])('keeps the front matter of a file with %s', (_, source, expected) => {
    const { text, isRewritten } = translate(source);
    expect(text).toBe(expected);
    expect(isRewritten).toBe(true);
  });

  test('gives a file without marks back as it is', () => {
    const source = '---\r\na: b\r\n---\r\nplain\r\n';
    expect(translate(source)).toMatchObject({ text: source, isRewritten: false });
    expect(translateForLists(`${source}x [[1]]`, noVault)).toMatchObject({
      text: `${source}x [[1]]`,
      isRewritten: false,
      names: ['1'],
    });
  });

  test('names lines of the file, for faults and for what stands on a line', () => {
    const { problems, findLine } = translate('---\na: b\n---\n%%\nx\n%%\n[[Nobody]]\nc');
    expect(problems.map(({ line }) => line)).toEqual([7]);
    expect([1, 3, 4, 5].map(findLine)).toEqual([1, 3, 7, 8]);
  });
});

describe('translateForLists', () => {
  test('takes the words of links, and nothing of what is embedded', () => {
    const { text } = translateForLists('[[A|b]] [[C]] ![[d.png]] ![[E]]', vault);
    expect(text).toBe('b C  ');
  });

  test('takes names for links where they are known', () => {
    const { text } = translateForLists('[[A]] [[B]]', { ...noVault, links: ['A'] });
    expect(text).toBe('[A](/) [[B]]');
  });
});

describe('readNoteBody', () => {
  test('leaves out the front matter', () => {
    expect(readNoteBody('---\r\na: b\r\n---\r\nText.\r\n')).toBe('Text.\n');
  });
});
