import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A post as all subjects show it. */
export interface BenchPost {
  readonly title: string;
  /** Address under the origin, with `/` at both ends. */
  readonly path: string;
  readonly day: string;
  readonly summary: string;
  readonly keywords: readonly { readonly name: string; readonly slug: string }[];
  /** The body as the blog's feed has it. */
  readonly html: string;
  /** The body as it was written, without front matter. */
  readonly markdown: string;
  /** The file it was written in, in the folder of posts. */
  readonly source: string;
  /** A line of the body that no other post has and no list shows. */
  readonly mark: string;
}

/** A blog whose pages are compared. */
export interface BenchBlog {
  readonly title: string;
  /** Newest first. */
  readonly posts: readonly BenchPost[];
}

interface FeedItem {
  readonly url: string;
  readonly title: string;
  readonly content_html: string;
  readonly date_published?: string;
}

interface PostRecord {
  readonly card: Pick<BenchPost, 'summary' | 'keywords' | 'day'> & { readonly path: string };
}

/** The dated posts of the blog that was built into `dist`, by its feed. */
export function readBlog(dist: string): BenchBlog {
  const feed = readJson<{ title: string; home_page_url: string; items: readonly FeedItem[] }>(
    join(dist, 'feed.json'),
  );
  const origin = feed.home_page_url.replace(/\/$/, '');
  const drafts = feed.items.map((item) => readPost(item, { dist, origin }));
  const texts = drafts.map(({ html }) => toText(html));
  const posts = drafts.map((post, i) => ({
    ...post,
    mark: findMark(post.html, [...texts.toSpliced(i, 1), ...drafts.map(({ summary }) => summary)]),
  }));
  return { title: feed.title, posts };
}

function readPost(
  item: FeedItem,
  { dist, origin }: { readonly dist: string; readonly origin: string },
): Omit<BenchPost, 'mark'> {
  const path = decodeURI(item.url.slice(origin.length));
  const { card } = readJson<PostRecord>(join(dist, path, 'post.json'));
  const file = join(dist, 'posts', card.path);
  const written = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return {
    title: item.title,
    path,
    day: card.day,
    summary: card.summary,
    keywords: card.keywords,
    html: item.content_html.replaceAll(`${origin}/`, '/'),
    markdown: written.replace(/^\s*(\+\+\+|---)\r?\n[^]*?\r?\n\1/, ''),
    source: card.path,
  };
}

/** Words in one line of a paragraph, the second or a later one: the first is the summary of many posts. */
function findMark(html: string, others: readonly string[]): string {
  const paragraphs = [...html.matchAll(/<p[ >][^]*?<\/p>/g)].slice(1);
  for (const [paragraph] of paragraphs) {
    for (const [words] of toText(paragraph).matchAll(/[A-Za-z][A-Za-z ,]{24,60}[A-Za-z]/g)) {
      if (!words.includes('  ') && others.every((other) => !other.includes(words))) return words;
    }
  }
  return '';
}

function toText(html: string): string {
  return html.replace(/<[^>]+>/g, '');
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}
