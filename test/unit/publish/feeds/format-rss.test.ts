import { describe, expect, test } from 'vitest';
import { formatRss } from '../../../../src/publish/feeds/format-rss.ts';
import { emptyFeed, sampleFeed, sampleText } from './feed-sample.ts';
import { parseXml } from '../../../support/parse-xml.ts';

const rfc822 = /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/;

describe('formatRss', () => {
  test('names the hub of WebSub, where there is one', () => {
    expect(formatRss({ ...sampleFeed, hub: 'https://hub.example/?a&b' })).toContain(
      '<atom:link rel="hub" href="https://hub.example/?a&amp;b"/>',
    );
    expect(formatRss(sampleFeed)).not.toContain('rel="hub"');
  });

  const rss = parseXml(formatRss(sampleFeed)).get('rss');
  const channel = rss.get('channel');
  const [first, second] = channel.all('item');

  test('has what RSS 2.0 requires of a channel', () => {
    expect(rss.get('@version').text).toBe('2.0');
    expect(channel.get('title').text).toBe('Notes & <queries>');
    expect(channel.all('link').map((link) => link.text)).toEqual(['https://blog.example/repo/']);
    expect(channel.get('description').text).toBe('What I “found”.');
    expect(channel.get('language').text).toBe('pt-br');
    expect(channel.get('lastBuildDate').text).toMatch(rfc822);
    expect(channel.get('atom:link').get('@href').text).toBe('https://blog.example/repo/rss.xml');
  });

  test('has an item for each post, known by its address', () => {
    expect(first?.get('guid').text).toBe('https://blog.example/repo/posts/%E3%82%AB/?a&b');
    expect(first?.get('guid').get('@isPermaLink').text).toBe('true');
    expect(first?.get('title').text).toBe('The <leader> tag & ]]> more');
    expect(first?.get('pubDate').text).toBe('Mon, 11 Mar 2024 08:30:00 GMT');
    expect(first?.all('category').map((category) => category.text)).toEqual([
      'C++ & friends',
      'カ',
    ]);
  });

  test('carries the full text beside the summary', () => {
    // HTML written as text, so a tag in it is escaped once more.
    expect(first?.get('description').text).toBe('A `Vec&lt;u8>` &amp; “more”.');
    expect(first?.get('content:encoded').text).toBe(sampleText);
  });

  test('names an author for each item', () => {
    expect(first?.get('dc:creator').text).toBe('Ben & Co');
    expect(second?.get('dc:creator').text).toBe('Ann Author');
  });

  test('is valid without posts and without a description', () => {
    const empty = parseXml(formatRss(emptyFeed)).get('rss').get('channel');
    expect(empty.get('description').text).toBe('Notes & <queries>');
    expect(empty.all('item')).toEqual([]);
  });
});
