import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { findTexts } from '../../../../../src/publish/scan/files/find-texts.ts';
import { walkFolder } from '../../../../../src/publish/disk/walk-folder.ts';
import { makeFolder } from '../../../../support/temporary-folder.ts';

async function find(files: Readonly<Record<string, string | Uint8Array>>): Promise<string[]> {
  const texts = await findTexts(await walkFolder(makeFolder(files)));
  return [...texts].map(({ path }) => path);
}

describe('findTexts', () => {
  test.each([
    ['YAML', 'a.scss', '---\n---\nbody {}'],
    ['YAML of Windows', 'a.html', '\uFEFF---\r\ntitle: x\r\n---\r\n'],
    ['YAML longer than is read', 'a.mdx', `---\ntitle: ${'x'.repeat(9000)}\n---\n`],
    ['TOML', 'a.xhtml', '+++\ndraft = true\n+++\n'],
    ['JSON', 'a.mdx', '{ "draft": true }\n\nText.'],
    ['MDX that is not closed', 'a.mdx', '---\ntitle: x\ndraft: true\n\nText.'],
    ['MDX below a fence of four', 'a.mdx', '----\ndraft: true\n----\n'],
    ['MDX of old Macs', 'a.mdx', '---\rtitle: x\rdraft: true\r\rText.'],
    ['R Markdown that is not closed', 'a.Rmd', '---\ndraft: true\n\nText.'],
    ['Markdown that is not closed', 'a.md', '---\ndraft: true\n\nText.'],
    ['a format in capitals', 'A.ADOC', '---\ntitle: x\n---\n'],
  ])('finds %s', async (_, name, text) => {
    expect(await find({ [name]: text })).toEqual([name]);
  });

  test.each([
    ['data', 'a.json', '{ "draft": true }'],
    ['a stream of YAML', 'a.yaml', '---\na: 1\n---\nb: 2\n'],
    ['a text with rules', 'a.txt', '---\ntitle: x\n---\n'],
    ['front matter that is not closed', 'a.html', '---\ndraft: true\n'],
    ['a rule above a text', 'a.mdx', '---\n\nText.'],
    ['a damaged front matter that hides nothing', 'a.mdx', '---\ntitle: x\n\nText.'],
    ['a text', 'a.html', '<p>Text.'],
    ['header lines', 'a.mdx', 'Title: x\nStatus: draft\n\nText.'],
    ['an empty file', 'a.html', ''],
    ['a picture', 'a.png', '---\n---\n'],
    ['a key', 'a.pem', '-----BEGIN CERTIFICATE-----\n'],
  ])('passes %s', async (_, name, text) => {
    expect(await find({ [name]: text })).toEqual([]);
  });

  test('finds formats of other generators', async () => {
    const endings = 'adoc asciidoc liquid mdoc mmd njk org pandoc qmd rmd rst textile'.split(' ');
    const names = endings.map((ending) => `a.${ending}`);
    const files = Object.fromEntries(names.map((name) => [name, '---\ntitle: x\n---\n']));
    expect(await find(files)).toEqual(names);
  });

  test('finds what cannot be opened', async () => {
    const file = { path: 'a.mdx', file: join(makeFolder(), 'a.mdx'), sizeBytes: 1, modifiedMs: 1 };
    expect([...(await findTexts([file]))]).toEqual([file]);
  });
});
