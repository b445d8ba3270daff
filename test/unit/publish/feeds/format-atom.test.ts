import { describe, expect, test } from 'vitest';
import { formatAtom } from '../../../../src/publish/feeds/format-atom.ts';
import { emptyFeed, sampleFeed, sampleText } from './feed-sample.ts';
import { parseXml } from '../../../support/parse-xml.ts';

const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

describe('formatAtom', () => {
  test('names the hub of WebSub, where there is one', () => {
    expect(formatAtom({ ...sampleFeed, hub: 'https://hub.example/?a&b' })).toContain(
      '<link rel="hub" href="https://hub.example/?a&amp;b"/>',
    );
    expect(formatAtom(sampleFeed)).not.toContain('rel="hub"');
  });

  const feed = parseXml(formatAtom(sampleFeed)).get('feed');
  const [first, second] = feed.all('entry');

  test('has what RFC 4287 requires of a feed', () => {
    expect(feed.get('@xmlns').text).toBe('http://www.w3.org/2005/Atom');
    expect(feed.get('id').text).toBe('https://blog.example/repo/');
    expect(feed.get('title').text).toBe('Notes & <queries>');
    expect(feed.get('updated').text).toMatch(rfc3339);
    expect(feed.get('author').get('name').text).toBe('Ann Author');
  });

  test('links to its page and to itself', () => {
    const links = feed.all('link').map((link) => [link.get('@rel').text, link.get('@href').text]);
    expect(links).toEqual([
      ['alternate', 'https://blog.example/repo/'],
      ['self', 'https://blog.example/repo/atom.xml'],
    ]);
  });

  test('has what RFC 4287 requires of an entry', () => {
    expect(first?.get('id').text).toBe('https://blog.example/repo/posts/%E3%82%AB/?a&b');
    expect(first?.get('title').text).toBe('The <leader> tag & ]]> more');
    expect(first?.get('published').text).toBe('2024-03-11T08:30:00Z');
    expect(first?.get('updated').text).toBe('2025-01-02T00:00:00Z');
  });

  test('carries the summary as plain text', () => {
    expect(first?.get('summary').text).toBe('A `Vec<u8>` & “more”.');
    expect(first?.get('summary').get('@type').text).toBeUndefined();
  });

  test('carries the full text as HTML, without characters that XML forbids', () => {
    expect(first?.get('content').get('@type').text).toBe('html');
    expect(first?.get('content').text).toBe(sampleText);
  });

  test('tells author, language and keywords of an entry only when it has its own', () => {
    expect(first?.get('author').get('name').text).toBe('Ben & Co');
    expect(first?.get('@xml:lang').text).toBe('ja');
    expect(first?.all('category').map((category) => category.get('@label').text)).toEqual([
      'C++ & friends',
      'カ',
    ]);
    expect(second?.get('author').get('name').text).toBeUndefined();
    expect(second?.get('@xml:lang').text).toBeUndefined();
  });

  test('is valid without posts and without a description', () => {
    const empty = parseXml(formatAtom(emptyFeed)).get('feed');
    expect(empty.get('updated').text).toMatch(rfc3339);
    expect(empty.get('subtitle').text).toBeUndefined();
  });
});
