import { escapeXml, formatElement, joinXml } from './escape-xml.ts';
import type { Feed, FeedEntry } from './feed.ts';

/**
 * A feed as RSS 2.0, with the full text as `content:encoded`.
 *
 * Authors are `dc:creator`, as RSS's own `author` must be an address of mail.
 *
 * @see RSS Advisory Board, RSS 2.0.11
 */
export function formatRss(feed: Feed): string {
  const url = escapeXml(feed.pageUrl);
  return joinXml([
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    '<channel>',
    formatElement('title', feed.title),
    `<link>${url}</link>`,
    formatElement('description', feed.description === '' ? feed.title : feed.description),
    formatElement('language', feed.language.toLowerCase()),
    formatElement('lastBuildDate', formatMailDate(feed.updated)),
    '<generator>Rubric</generator>',
    `<atom:link rel="self" type="application/rss+xml" href="${escapeXml(feed.folderUrl)}rss.xml"/>`,
    feed.hub === undefined ? '' : `<atom:link rel="hub" href="${escapeXml(feed.hub)}"/>`,
    ...feed.entries.flatMap((entry) => formatItem(entry, feed.author)),
    '</channel>',
    '</rss>',
  ]);
}

function formatItem(entry: FeedEntry, author: string): string[] {
  return [
    '<item>',
    formatElement('title', entry.title),
    formatElement('link', entry.url),
    formatElement('guid', entry.url, ' isPermaLink="true"'),
    formatElement('pubDate', formatMailDate(entry.published)),
    formatElement('dc:creator', entry.author ?? author),
    ...entry.keywords.map(({ name }) => formatElement('category', name)),
    entry.summary === '' ? '' : formatElement('description', toHtml(entry.summary)),
    entry.html === undefined ? '' : formatElement('content:encoded', entry.html),
    '</item>',
  ];
}

/** A plain text as HTML, which is what readers take a description for. Quotes stay as they are, for those that do not. */
function toHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** `Mon, 04 Mar 2019 00:00:00 GMT`, as in mail: what RSS asks for. */
function formatMailDate(instant: string): string {
  return new Date(instant).toUTCString();
}
