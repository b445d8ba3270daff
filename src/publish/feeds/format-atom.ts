import { escapeXml, formatElement, joinXml } from './escape-xml.ts';
import type { Feed, FeedEntry } from './feed.ts';

/**
 * A feed as Atom.
 *
 * @see RFC 4287
 */
export function formatAtom(feed: Feed): string {
  const isTold = feed.description !== '';
  return joinXml([
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(feed.language)}">`,
    // Feeds of several languages follow one page.
    formatElement('id', feed.folderUrl),
    formatElement('title', feed.title),
    isTold ? formatElement('subtitle', feed.description) : '',
    formatElement('updated', feed.updated),
    formatAuthor(feed.author),
    `<link rel="alternate" type="text/html" href="${escapeXml(feed.pageUrl)}"/>`,
    `<link rel="self" type="application/atom+xml" href="${escapeXml(feed.folderUrl)}atom.xml"/>`,
    feed.hub === undefined ? '' : `<link rel="hub" href="${escapeXml(feed.hub)}"/>`,
    '<generator>Rubric</generator>',
    ...feed.entries.flatMap(formatEntry),
    '</feed>',
  ]);
}

function formatEntry(entry: FeedEntry): string[] {
  const language = entry.language === undefined ? '' : ` xml:lang="${escapeXml(entry.language)}"`;
  return [
    `<entry${language}>`,
    formatElement('id', entry.url),
    formatElement('title', entry.title),
    formatElement('published', entry.published),
    formatElement('updated', entry.updated),
    entry.author === undefined ? '' : formatAuthor(entry.author),
    `<link rel="alternate" type="text/html" href="${escapeXml(entry.url)}"/>`,
    ...entry.keywords.map(
      ({ name, slug }) => `<category term="${escapeXml(slug)}" label="${escapeXml(name)}"/>`,
    ),
    entry.summary === '' ? '' : formatElement('summary', entry.summary),
    entry.html === undefined ? '' : formatElement('content', entry.html, ' type="html"'),
    '</entry>',
  ];
}

function formatAuthor(name: string): string {
  return `<author>${formatElement('name', name)}</author>`;
}
