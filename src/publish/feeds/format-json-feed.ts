import type { Feed, FeedEntry } from './feed.ts';

/**
 * A feed as JSON Feed.
 *
 * @see JSON Feed 1.1, jsonfeed.org/version/1.1
 */
export function formatJsonFeed(feed: Feed): string {
  const content = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.pageUrl,
    feed_url: `${feed.folderUrl}feed.json`,
    description: feed.description === '' ? undefined : feed.description,
    language: feed.language,
    authors: [{ name: feed.author }],
    hubs: feed.hub === undefined ? undefined : [{ type: 'WebSub', url: feed.hub }],
    items: feed.entries.map(formatItem),
  };
  return `${JSON.stringify(content, replaceHalves, 1)}\n`;
}

/** Half of a character would be written as an escape that strict readers refuse the whole feed for. */
function replaceHalves(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/\p{Surrogate}/gu, '\ufffd') : value;
}

/** Fields that are `undefined` are left out of the JSON. */
function formatItem(entry: FeedEntry): object {
  return {
    id: entry.url,
    url: entry.url,
    title: entry.title,
    content_html: entry.html,
    // One of the two must be there.
    content_text: entry.html === undefined ? entry.summary : undefined,
    summary: entry.summary === '' ? undefined : entry.summary,
    image: entry.image,
    date_published: entry.published,
    date_modified: entry.updated === entry.published ? undefined : entry.updated,
    authors: entry.author === undefined ? undefined : [{ name: entry.author }],
    tags: entry.keywords.length === 0 ? undefined : entry.keywords.map(({ name }) => name),
    language: entry.language,
  };
}
