import { describe, expect, test } from 'vitest';
import {
  createFeedEntry,
  formatContent,
  formatInstant,
} from '../../../../src/publish/feeds/feed.ts';
import type { FeedEntry } from '../../../../src/publish/feeds/feed.ts';
import { buildCatalog } from '../../../../src/content/blog/catalog.ts';
import type { PostBody } from '../../../../src/content/model/library.ts';
import type { PostMeta } from '../../../../src/content/model/post.ts';
import { createMeta, testSite } from '../../../support/create-meta.ts';

function createEntry(changes: Partial<PostMeta>, image?: string): FeedEntry | undefined {
  const meta = { ...createMeta({ path: 'a.md', day: '2024-03-11' }), ...changes };
  const [entry] = buildCatalog([meta], testSite).entries;
  if (entry === undefined) throw new Error('The catalog is empty.');
  return createFeedEntry(
    entry,
    { html: '<img src="/a.png">', image },
    { timeZone: 'UTC', today: '2026-01-01', toUrl: (path) => `https://blog.example${path}` },
  );
}

describe('createFeedEntry', () => {
  test('is known by the address of the post', () => {
    expect(createEntry({})?.url).toBe('https://blog.example/posts/a/');
  });

  test('has whole addresses in its text', () => {
    expect(createEntry({})?.html).toBe('<img src="https://blog.example/a.png">');
  });

  test('leaves out an undated post', () => {
    expect(createEntry({ date: undefined })).toBeUndefined();
  });

  test.each([
    ['never', undefined, '2024-03-11T00:00:00Z'],
    ['later', { day: '2025-01-02', instant: undefined }, '2025-01-02T00:00:00Z'],
    ['today', { day: '2026-01-01', instant: undefined }, '2026-01-01T00:00:00Z'],
    ['on a day to come', { day: '2099-01-01', instant: undefined }, '2024-03-11T00:00:00Z'],
    ['before it was published', { day: '2020-01-01', instant: undefined }, '2024-03-11T00:00:00Z'],
  ])('tells when a post was updated: %s', (_name, updated, expected) => {
    expect(createEntry({ updated })?.updated).toBe(expected);
  });

  test.each([
    ['none', undefined, undefined],
    ['a path', '/posts/a/b.png', 'https://blog.example/posts/a/b.png'],
    ['an address', 'https://x.example/b.png', 'https://x.example/b.png'],
  ])('has the cover: %s', (_name, image, expected) => {
    expect(createEntry({}, image)?.image).toBe(expected);
  });
});

describe('formatContent', () => {
  test.each([
    ['HTML', { kind: 'html', html: { content: '<p>a</p>' } }, '<p>a</p>'],
    [
      'source that could not be rendered',
      { kind: 'source', text: '# a <b> & "c"\n', reason: 'timeout' },
      '<pre># a &lt;b&gt; &amp; &quot;c&quot;\n</pre>',
    ],
    ['nothing', { kind: 'empty' }, ''],
  ])('gives a body of %s as HTML', (_name, body, html) => {
    expect(formatContent(body as unknown as PostBody)).toBe(html);
  });
});

describe('formatInstant', () => {
  test.each([
    ['a moment as it is', 'UTC', '2024-03-11T08:30:00Z', '2024-03-11T08:30:00Z'],
    ['a day from midnight', 'UTC', undefined, '2024-03-11T00:00:00Z'],
    ['midnight east of Greenwich', 'Asia/Tokyo', undefined, '2024-03-10T15:00:00Z'],
    ['midnight west of Greenwich', 'America/New_York', undefined, '2024-03-11T04:00:00Z'],
  ])('writes %s', (_name, timeZone, instant, expected) => {
    expect(formatInstant({ day: '2024-03-11', instant }, timeZone)).toBe(expected);
  });
});
