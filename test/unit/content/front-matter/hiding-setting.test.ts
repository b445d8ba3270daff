import { describe, expect, test } from 'vitest';
import { findHidingSetting } from '../../../../src/content/front-matter/hiding-setting.ts';

describe('findHidingSetting', () => {
  test.each([
    ['YAML', 'title: x\ndraft: true', { name: 'draft', value: 'true', line: 2 }],
    ['TOML', 'draft = true', { name: 'draft', value: 'true', line: 1 }],
    ['JSON', '{\n  "draft": true,\n}', { name: 'draft', value: 'true', line: 2 }],
    ['JSON on one line', '{"title": "x" "draft":true}', { name: 'draft', line: 1 }],
    ['no blank after the colon', 'draft:true', { name: 'draft' }],
    ['a tab', '\tdraft: true', { name: 'draft' }],
    ['a hard space', '\u00A0draft:\u00A0true', { name: 'draft' }],
    ['an item of a list', '- draft: true', { name: 'draft' }],
    ['capitals', 'Draft: YES', { name: 'draft', value: 'YES' }],
    ['typographic quotes', '“draft”: “true”', { name: 'draft' }],
    ['a comma and a remark', 'draft = true, # t', { name: 'draft' }],
    ['carriage returns', 'draft: true\r\nn: 1\r\n', { name: 'draft' }],
    ['an empty draft', 'draft =\ntitle = "x"', { name: 'draft', value: 'true' }],
    ['another name', 'is_draft: true', { name: 'draft' }],
    ['published', 'published: false', { name: 'published', value: 'false' }],
    ['publish', "'publish': 'no'", { name: 'published', value: 'no' }],
    ['a status', 'status: private', { name: 'status', value: 'private' }],
  ])('finds %s', (_, text, expected) => {
    expect(findHidingSetting(text)).toMatchObject(expected);
  });

  test.each([
    ['nothing', ''],
    ['a post that is no draft', 'draft: false\npublished: true\nstatus: published'],
    ['a day of publication', 'published: 2019-03-04'],
    ['a comment', '# draft: true'],
    ['words within a text', 'title: How draft: true works'],
    ['a sentence', 'Draft: on the origin of species'],
    ['another name', 'drafts: true\nredraft: true'],
  ])('finds nothing in %s', (_, text) => {
    expect(findHidingSetting(text)).toBeUndefined();
  });

  test.each([
    ['blanks', ' '.repeat(64_000)],
    ['lines', '\n'.repeat(64_000)],
    ['keys', 'draft'.repeat(12_000)],
    ['quotes', '"'.repeat(64_000)],
    ['quoted keys', '"draft'.repeat(10_000)],
    ['dashes', '- '.repeat(32_000)],
    ['a key and blanks', `draft:${' '.repeat(64_000)}x`],
  ])('survives 64 kB of %s', (_, text) => {
    const begin = performance.now();
    findHidingSetting(text);
    expect(performance.now() - begin).toBeLessThan(500);
  });
});
