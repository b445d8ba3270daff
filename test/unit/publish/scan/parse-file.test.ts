import { describe, expect, test } from 'vitest';

import { hashBytes } from '../../../../src/publish/disk/hash-bytes.ts';
import { parseFile } from '../../../../src/publish/scan/parse-file.ts';
import { defaultTouchIcon } from '../../../../src/publish/steps/default-icons.ts';
import { defaultSite } from '../../../../src/content/site/site.ts';

const options = { site: defaultSite, collection: 'posts', today: '2026-01-01' } as const;

describe('parseFile', () => {
  test('reads UTF-8 without a word', async () => {
    const { meta, problems } = await parseFile(Buffer.from('# Café\n\nText.'), 'a.md', options);
    expect(meta.title).toBe('Café');
    expect(problems.filter(({ kind }) => kind === 'encoding')).toEqual([]);
  });

  test('reports another charset, and what to do', async () => {
    const bytes = Buffer.from('# Caf\u00E9\n\nText.', 'latin1');
    const { meta, problems } = await parseFile(bytes, 'a.md', options);
    expect(meta.title).toBe('Café');
    expect(problems[0]).toMatchObject({
      kind: 'encoding',
      file: 'posts/a.md',
      message: expect.stringContaining('windows-1252'),
      remedy: 'Save it as UTF-8.',
    });
  });

  test.each([
    ['a picture', Buffer.from(defaultTouchIcon)],
    ['random bytes', Buffer.from(Array.from({ length: 2000 }, (_, at) => (at * 7919) % 251))],
  ])('knows %s that is named as a post', async (_, bytes) => {
    expect(await parseFile(bytes, 'a.md', options)).toMatchObject({ isBinary: true, problems: [] });
  });

  test.each([
    ['a text with some NULs', `# A\n\n${'Text and more. '.repeat(20)}\0\0\0`],
    [
      'colours of a terminal',
      `# A\n\n${'\u001b[31mred\u001b[0m and then plain text again. '.repeat(4)}`,
    ],
    ['UTF-16', Buffer.from('\ufeff# A\n\nText.', 'utf16le')],
    ['nothing', ''],
  ])('keeps %s', async (_, text) => {
    expect(await parseFile(Buffer.from(text), 'a.md', options)).not.toHaveProperty('isBinary');
  });

  test('gives what lists need, and the hash of the bytes', async () => {
    const bytes = Buffer.from('# A\n\nText.');
    const parsed = await parseFile(bytes, 'a.md', options);
    expect(parsed.meta).toMatchObject({ title: 'A', path: 'a.md', collection: 'posts' });
    expect(parsed.hash).toBe(hashBytes(bytes));
    expect(parsed).not.toHaveProperty('body');
  });
});

describe('hashBytes', () => {
  test('is SHA-256 in hexadecimal', () => {
    expect(hashBytes('abc')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});
