import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { findTexts } from '../../../src/build/find-texts.ts';
import { walkFolder } from '../../../src/build/walk-folder.ts';
import { makeFolder } from '../../support/temporary-folder.ts';

async function find(files: Readonly<Record<string, string | Uint8Array>>): Promise<string[]> {
  const texts = await findTexts(await walkFolder(makeFolder(files)));
  return [...texts].map(({ path }) => path);
}

describe('findTexts', () => {
  test.each([
    ['YAML', 'a.scss', '---\n---\nbody {}'],
    ['YAML of Windows', 'a.html', '\uFEFF---\r\ntitle: x\r\n---\r\n'],
    ['YAML longer than is read', 'a.mdx', `---\ntitle: ${'x'.repeat(9000)}\n---\n`],
    ['TOML', 'a.txt', '+++\ndraft = true\n+++\n'],
    ['JSON', 'a.mdx', '{ "draft": true }\n\nText.'],
    ['JSON in a copy', 'a.md.1', '{ "draft": true }\n\nText.'],
    ['header lines', 'a.txt', 'Title: x\nStatus: draft\n\nText.'],
  ])('finds %s', async (_, name, text) => {
    expect(await find({ [name]: text })).toEqual([name]);
  });

  test.each([
    ['data', 'a.json', '{ "draft": true }'],
    ['a rule above a text', 'a.txt', '---\n\nText.'],
    ['a text', 'a.html', '<p>Text.'],
    ['an empty file', 'a.txt', ''],
    ['a picture', 'a.png', '---\n---\n'],
    ['a key', 'a.pem', '-----BEGIN CERTIFICATE-----\n'],
  ])('passes %s', async (_, name, text) => {
    expect(await find({ [name]: text })).toEqual([]);
  });

  test('finds what cannot be opened', async () => {
    const file = { path: 'a.txt', file: join(makeFolder(), 'a.txt'), sizeBytes: 1, modifiedMs: 1 };
    expect([...(await findTexts([file]))]).toEqual([file]);
  });
});
