// A setting that hides a post counts wherever else it is given with another value.

import { describe, expect, test } from 'vitest';

import { parsePost } from '../../../../src/content/post/parse-post.ts';
import type { ParsedPost } from '../../../../src/content/model/post.ts';
import { defaultSite } from '../../../../src/content/site/site.ts';

function parse(source: string): Promise<ParsedPost> {
  return parsePost(source, 'x.md', {
    site: defaultSite,
    collection: 'posts',
    today: '2026-01-01',
  });
}

describe('parsePost', () => {
  test.each([
    ['TOML, no and yes', '+++\ntitle = "x"\ndraft = false\nslug = "x"\ndraft = true\n+++\n'],
    ['YAML, yes and no', '---\ntitle: x\ndraft: true\nslug: x\ndraft: false\n---\n'],
    ['JSON, yes and no', '{\n"title": "x",\n"draft": true,\n"draft": false\n}\n'],
    ['JSON in a line', '{"title":"x","draft":true,"draft":false}\n'],
    ['loose JSON', '{\n"title": "x",\n"draft": true,\n"draft": false,\n}\n'],
    ['YAML beside a fault', '---\ntitle: a: b\ndraft: true\ndraft: false\n---\n'],
    ['three times', '---\ntitle: x\ndraft: false\ndraft: true\ndraft: false\n---\n'],
    ['a theme’s table', '---\ntitle: x\nextra:\n  draft: true\n  draft: false\n---\n'],
    ['a theme’s table in TOML', '+++\ntitle = "x"\n[extra]\ndraft = false\ndraft = true\n+++\n'],
    ['a theme’s table in JSON', '{"title": "x",\n"extra": {"draft": true,\n"draft": false}}\n'],
  ])('hides and reports a post with `draft` given twice: %s', async (_, source) => {
    const { post, problems } = await parse(source);
    expect(post.meta.hidden).toEqual({ kind: 'draft' });
    expect(problems.some(({ message, line }) => /twice/.test(message) && line)).toBe(true);
  });

  test.each([
    ['TOML', '+++\ntitle = "x"\npublished = true\npublished = false\n+++\n', 'published', 'false'],
    ['YAML', '---\ntitle: x\npublished: no\npublished: yes\n---\n', 'published', 'no'],
    ['JSON', '{"title": "x", "publish": false, "publish": true}\n', 'publish', 'false'],
    ['headers', 'Title: x\nPublished: yes\nPublished: no\n\nText', 'published', 'no'],
    ['a status in YAML', '---\ntitle: x\nstatus: draft\nstatus: live\n---\n', 'status', 'draft'],
    [
      'a status in headers',
      'Title: x\nStatus: published\nStatus: draft\n\nText',
      'status',
      'draft',
    ],
    [
      'a status in JSON',
      '{"title": "x", "status": "private", "status": ""}\n',
      'status',
      'private',
    ],
  ])('hides a post by another setting given twice: %s', async (_, source, setting, value) => {
    const { post, problems } = await parse(source);
    expect(post.meta.hidden).toEqual({ kind: 'unpublished', setting, value });
    expect(problems.some(({ message, line }) => /twice/.test(message) && line)).toBe(true);
  });

  test.each([
    ['two names', 'draft: false\nisDraft: true', { kind: 'draft' }],
    ['two spellings', 'is_draft: true\nis-draft: false', { kind: 'draft' }],
    [
      'yes and no to two names',
      'published: true\npublish: false',
      { kind: 'unpublished', setting: 'publish', value: 'false' },
    ],
  ])('hides a post by %s', async (_, lines, hidden) => {
    expect((await parse(`---\ntitle: x\n${lines}\n---\n`)).post.meta.hidden).toEqual(hidden);
  });
});
