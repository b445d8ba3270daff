import { describe, expect, test } from 'vitest';
import { formatJsonFeed } from '../../../../src/publish/feeds/format-json-feed.ts';
import { emptyFeed, sampleFeed } from './feed-sample.ts';

describe('formatJsonFeed', () => {
  test('names the hub of WebSub, where there is one', () => {
    const hub = 'https://hub.example/';
    expect(JSON.parse(formatJsonFeed({ ...sampleFeed, hub }))).toMatchObject({
      hubs: [{ type: 'WebSub', url: hub }],
    });
    expect(formatJsonFeed(sampleFeed)).not.toContain('hubs');
  });

  test('has what JSON Feed 1.1 requires and recommends', () => {
    expect(JSON.parse(formatJsonFeed(sampleFeed))).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Notes & <queries>',
      home_page_url: 'https://blog.example/repo/',
      feed_url: 'https://blog.example/repo/feed.json',
      description: 'What I “found”.',
      language: 'pt-BR',
      authors: [{ name: 'Ann Author' }],
    });
  });

  test('tells everything of a post', () => {
    const [first] = JSON.parse(formatJsonFeed(sampleFeed)).items;
    expect(first).toEqual({
      id: sampleFeed.entries[0]?.url,
      url: sampleFeed.entries[0]?.url,
      title: 'The <leader> tag & ]]> more',
      content_html: sampleFeed.entries[0]?.html,
      summary: 'A `Vec<u8>` & “more”.',
      image: 'https://blog.example/repo/a.png',
      date_published: '2024-03-11T08:30:00Z',
      date_modified: '2025-01-02T00:00:00Z',
      authors: [{ name: 'Ben & Co' }],
      tags: ['C++ & friends', 'カ'],
      language: 'ja',
    });
  });

  test('leaves out what a post does not have, but never its text', () => {
    const [, second] = JSON.parse(formatJsonFeed(sampleFeed)).items;
    expect(Object.keys(second)).toEqual(['id', 'url', 'title', 'content_html', 'date_published']);
  });

  test('replaces half characters, which no strict reader takes', () => {
    const [entry] = sampleFeed.entries;
    if (entry === undefined) throw new Error('no entry');
    const entries = [{ ...entry, title: 'a\ud83d', summary: '\udc00b 🎉' }];
    const text = formatJsonFeed({ ...sampleFeed, entries });
    expect(text).not.toMatch(/\\ud[89a-f]/);
    expect(JSON.parse(text).items).toMatchObject([{ title: 'a\ufffd', summary: '\ufffdb 🎉' }]);
  });

  test('has an empty list of items without posts', () => {
    const feed = JSON.parse(formatJsonFeed(emptyFeed));
    expect(feed.items).toEqual([]);
    expect(feed).not.toHaveProperty('description');
  });
});
