import type { CatalogEntry } from '../../content/model/catalog-entry.ts';
import { escapeHtml } from '../../content/model/html.ts';
import type { PostBody } from '../../content/model/library.ts';
import type { Keyword, PostDate } from '../../content/model/post.ts';
import { toUtc } from '../../content/text/time-zone.ts';
import { makeAbsolute } from './absolute-html.ts';

/** A feed, before it is written in one of the three formats. All addresses are whole. */
export interface Feed {
  readonly title: string;
  readonly description: string;
  readonly language: string;
  readonly author: string;
  /** Page that the feed follows. */
  readonly pageUrl: string;
  /** Folder of the feed's own files, with `/` at the end. Also what the feed is known by. */
  readonly folderUrl: string;
  /** Address of the WebSub hub that tells readers of changes. */
  readonly hub?: string | undefined;
  /** Moment of the last change of an entry. */
  readonly updated: string;
  /** Newest first. */
  readonly entries: readonly FeedEntry[];
}

/** A post in a feed. */
export interface FeedEntry {
  /** Whole address of the post; also its id, as in the generators that blogs come from. */
  readonly url: string;
  readonly title: string;
  /** Moments in UTC, `YYYY-MM-DDTHH:mm:ssZ`. */
  readonly published: string;
  readonly updated: string;
  readonly author: string | undefined;
  /** When it differs from the feed's. */
  readonly language: string | undefined;
  readonly keywords: readonly Keyword[];
  readonly summary: string;
  /** Full text as HTML with whole addresses; `undefined` where the summary stands for it. */
  readonly html: string | undefined;
  /** Whole address of the cover image. */
  readonly image: string | undefined;
}

/** What a feed needs of a post beside its entry in the catalog. */
export interface FeedContent {
  /** The body as HTML text, as {@link formatContent} gives it; `undefined` where the summary stands for it. */
  readonly html: string | undefined;
  /** Cover image: path under the base, decoded, or absolute URL. */
  readonly image: string | undefined;
}

/** How to make entries. */
export interface FeedEntryOptions {
  readonly timeZone: string;
  /** Day of the build in that zone, `YYYY-MM-DD`: nothing was updated later. */
  readonly today: string;
  /** Whole address of a decoded path under the base. */
  readonly toUrl: (path: string) => string;
}

/** The moment a feed without entries says it was changed: it must name one, and builds must be repeatable. */
export const noMoment = '1970-01-01T00:00:00Z';

/** The entry of a dated post; `undefined` for an undated one, which has no place in the order of a feed. */
export function createFeedEntry(
  { meta, card }: CatalogEntry,
  content: FeedContent,
  { timeZone, today, toUrl }: FeedEntryOptions,
): FeedEntry | undefined {
  if (meta.date === undefined) return undefined;
  const url = toUrl(card.permalink);
  const published = formatInstant(meta.date, timeZone);
  const isUpdated = meta.updated !== undefined && meta.updated.day <= today;
  const updated = isUpdated ? formatInstant(meta.updated, timeZone) : published;
  const { image } = content;
  return {
    url,
    title: card.title,
    published,
    updated: updated < published ? published : updated,
    author: meta.author,
    language: card.language,
    keywords: card.keywords,
    summary: card.summary,
    html: content.html === undefined ? undefined : makeAbsolute(content.html, url),
    image: image === undefined || /^https?:/i.test(image) ? image : toUrl(image),
  };
}

/** `body` as HTML text: sanitized, or where it could not be rendered in time its source, as its page shows it. */
export function formatContent(body: PostBody): string {
  switch (body.kind) {
    case 'html':
      return String(body.html.content);
    case 'source':
      return `<pre>${escapeHtml(body.text)}</pre>`;
    case 'empty':
      return '';
    default:
      return body satisfies never;
  }
}

/** The moment of `date` in UTC; a day without a time of day begins at midnight in `timeZone`. */
export function formatInstant(date: PostDate, timeZone: string): string {
  if (date.instant !== undefined) return date.instant;
  const midnight = toUtc(Date.parse(`${date.day}T00:00:00Z`), timeZone);
  return `${new Date(midnight).toISOString().slice(0, 19)}Z`;
}
