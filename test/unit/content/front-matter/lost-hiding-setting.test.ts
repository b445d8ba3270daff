import { describe, expect, test } from 'vitest';
import { findBlock } from '../../../../src/content/front-matter/block.ts';
import { findHidingSetting } from '../../../../src/content/front-matter/lost-hiding-setting.ts';
import type { HidingSetting } from '../../../../src/content/front-matter/lost-hiding-setting.ts';

function find(source: string, values?: Record<string, unknown>): HidingSetting | undefined {
  return findHidingSetting(findBlock(source), values);
}

describe('findHidingSetting', () => {
  test.each([
    ['YAML', 'title: x\ndraft: true', { name: 'draft', value: 'true', line: 3 }],
    ['the sign of TOML', 'draft = true', { name: 'draft', value: 'true', line: 2 }],
    ['no blank after the colon', 'a: b\ndraft:true', { name: 'draft' }],
    ['a tab before each line', '\ttitle: x\n\tdraft: true', { name: 'draft', line: 3 }],
    ['hard spaces', 'draft:\u00A0true', { name: 'draft' }],
    ['capitals', 'Draft: YES', { name: 'draft', value: 'YES' }],
    ['typographic quotes', 'a: b\n“draft”: “true”', { name: 'draft' }],
    ['a comma and a remark', 'draft = true, # t', { name: 'draft' }],
    ['carriage returns', 'draft: true\r\nn: 1\r', { name: 'draft' }],
    ['an empty draft', 'draft =\ntitle = "x"', { name: 'draft', value: 'true' }],
    ['another name', 'is_draft: true', { name: 'draft' }],
    ['a blank line above', 'title: x\n\ndraft: true', { name: 'draft', line: 4 }],
    ['published', 'published: false', { name: 'published', value: 'false' }],
    ['publish', "'publish': 'no'", { name: 'published', value: 'no' }],
    ['a status', 'status: private', { name: 'status', value: 'private' }],
  ])('finds %s', (_, text, expected) => {
    expect(find(`---\n${text}\n---\n`)).toMatchObject(expected);
  });

  test.each([
    ['JSON', '{\n  "draft": true,\n  "a": { "b": 1 }\n}', 2],
    ['JSON on one line', '{ "draft": true }', 1],
    ['TOML above a table', '+++\ndraft = true\n[build]\n+++\n', 2],
    ['TOML below a long text', "+++\na = '''\nb\n'''\ndraft = true\n+++\n", 5],
    ['a fence that is not closed', '---\ntitle: x\nwords\ndraft: true\n\nText.', 4],
    ['a fence of four', '----\ntitle: x\ndraft: true\n----\nText.', 3],
    ['a fence with a remark', '--- # mine\r\ndraft: true\r\n---\r\n', 2],
    ['a fence with a hard space', '---\u00A0\r\ndraft: true\r\n---\r\n', 2],
    ['a fence with a language', '---yaml\ntitle: x\ndraft: true\n---\n', 3],
    ['a fence with TOML', '---toml\ntitle = "x"\ndraft = true\n---\n', 3],
    ['a fence with JSON', '--- json\n{\n  "draft": true\n}\n---\n', 3],
    ['a first line without a blank', '---\ntitle:My post\ndraft: true\n---\nText.', 3],
    ['a first line without a sign', '---\ntitle x\ndraft: true\n---\nText.', 3],
    ['a remark in the first line', '---\n// remark\r\ndraft: true\r\n---\r\n', 3],
    ['a setting without a blank alone', '---\ndraft:true\n---\nText.', 2],
    ['a first line of no TOML', '+++\n// remark\ndraft = true\n+++\nText.', 3],
    ['a first line and no closing fence', '---\ntitle:My post\ndraft: true\n\nText.', 3],
    ['a first line and dots', '---\ntitle:x\ndraft: true\n...\nText.', 3],
    ['a first line below blank lines', '\n\n---\ntitle:x\ndraft: true\n---\n', 5],
    [
      'a first line above a long one',
      `---\ntitle:x\na: ${'x'.repeat(4000)}\ndraft: true\n---\n`,
      4,
    ],
    ['a key of other letters', '---\n标题: x\nwords\ndraft: true\n---\n', 4],
    ['a fence of a word processor', '\uFEFF—\ndraft: true\n—\n', 2],
  ])('finds the line in %s', (_, source, line) => {
    expect(find(source)).toMatchObject({ name: 'draft', value: 'true', line });
  });

  test.each([
    ['nothing', 'a: b'],
    ['a post that is no draft', 'draft: false\npublished: true\nstatus: published'],
    ['an empty draft of YAML', 'draft:\ntitle: x'],
    ['a day of publication', 'published: 2019-03-04'],
    ['comments', '# draft: true\n# "draft": true\n// draft: true'],
    ['words within a text', 'title: How draft: true works'],
    ['a quotation within a text', 'title: Hugo front matter: "draft: true"'],
    ['several words', 'status: Private beta\nDraft: on the origin of species'],
    ['another name', 'drafts: true\nredraft: true'],
    ['a list', 'items:\n- draft: true'],
    ['a table', 'devto:\n  published: false'],
    ['a table below tabs', '\tdevto:\n\t\tpublished: false'],
    ['a long text', 'description: |\n  One\n  draft: true'],
  ])('finds nothing in %s', (_, text) => {
    expect(find(`---\n${text}\n---\n`)).toBeUndefined();
  });

  test.each([
    ['a table of TOML', '+++\na = "x"\n[build]\npublish = false\n+++\n'],
    ['a long text of TOML', '+++\na = """\ndraft = true\n"""\n+++\n'],
    ['JSON within JSON', '{\n  "devto": {\n    "published": false\n  }\n}'],
    ['what follows a blank line', '---\ntitle: x\n\ndraft: true\n'],
    ['code', '---\ntitle: x\n```\ndraft: true\n```\n'],
    ['prose', 'My post\ndraft: true\n\nText.'],
    ['a list of prose', '- draft: true\n- published: false\n'],
    ['code of a text', '```yaml\ndraft: true\n```\n'],
    ['a text below a rule of Windows', '---\r\nWords.\r\ndraft: true\r\n'],
    ['a text below a rule', '---\nWords.\ndraft: true\n'],
    ['a paragraph below a rule', '---\nWords and\nmore: draft: true\n\ndraft: true\n\nText.'],
    ['a text below a rule and a blank line', '---\n\nWords\ndraft: true\n\n---\n'],
    ['code below a rule', '---\nWords\n```\ndraft: true\n```\n\nText.'],
    ['a text below a heading', '---\nWords\n---\ndraft: true\n\nText.'],
    ['a rule alone', '---\n'],
    ['a text below a near fence and a blank line', '----\n\nText.\n\ndraft: true\n'],
    ['a text below a near front matter', '----\ntitle: x\n----\ndraft: true\n'],
  ])('finds nothing in %s', (_, source) => {
    expect(find(source)).toBeUndefined();
  });

  test('passes over what hides the post as read, under any name', () => {
    const source = '---\ndraft: true\npublish: false\n---\n';
    expect(find(source, { is_draft: true })).toMatchObject({ name: 'published' });
    expect(find(source, { draft: true, published: false })).toBeUndefined();
  });

  test('does not pass over what was read to show the post', () => {
    const source = '---\ndraft: true\npublish: false\n---\n';
    expect(find(source, { draft: false })).toMatchObject({ name: 'draft', line: 2 });
    expect(find(source, { draft: true, published: true })).toMatchObject({ line: 3 });
    expect(find(source, { draft: null })).toMatchObject({ name: 'draft' });
  });

  test.each([
    ['blanks', ' '.repeat(64_000)],
    ['lines', '\n'.repeat(64_000)],
    ['keys', 'draft'.repeat(12_000)],
    ['quotes', '"'.repeat(64_000)],
    ['quoted keys', '"draft'.repeat(10_000)],
    ['dashes', '- '.repeat(32_000)],
    ['brackets', '['.repeat(64_000)],
    ['a key and blanks', `draft:${' '.repeat(64_000)}x`],
  ])('comes to an end on 64 kB of %s', (_, text) => {
    expect(() => find(`---\na: b\n${text}\n---\n`)).not.toThrow();
    expect(() => find(`---\na: b\n${text}`)).not.toThrow();
  });
});
