import { describe, expect, test } from 'vitest';

import { formatPost } from '../../../../src/command/write/format-post.ts';
import type { Dialect } from '../../../../src/command/write/survey-posts.ts';
import { parsePost } from '../../../../src/content/post/parse-post.ts';
import { sampleSite } from '../../../support/sample-site.ts';

const post = { title: 'A "b": c \\ # d', day: '2026-11-30', keywords: ['tea: green', 'x'] };

describe('formatPost', () => {
  test.each<[Dialect, string]>([
    ['toml', 'taxonomies.keywords'],
    ['toml', 'tags'],
    ['yaml', 'tags'],
    ['yaml', 'taxonomies.tags'],
    ['json', 'keywords'],
  ])('writes %s with `%s` that reads as it was meant', async (dialect, setting) => {
    const text = formatPost({ ...post, isDraft: true }, dialect, setting);
    const options = { site: sampleSite, collection: 'posts' as const, today: post.day };
    const parsed = await parsePost(text, 'a.md', options);
    expect(parsed.problems).toEqual([]);
    expect(parsed.post.body.trim()).toBe('');
    expect(parsed.post.meta).toMatchObject({
      title: post.title,
      date: { day: post.day },
      keywords: [{ name: 'tea: green' }, { name: 'x' }],
      hidden: { kind: 'draft' },
    });
  });

  test('says nothing of drafts in a post that is none', () => {
    const text = formatPost({ ...post, isDraft: false }, 'yaml', 'tags');
    expect(text).not.toContain('draft');
  });
});
