import { describe, expect, test } from 'vitest';

import { hashBytes } from '../../../../src/publish/disk/hash-bytes.ts';
import { parseFile } from '../../../../src/publish/scan/parse-file.ts';
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
