import { createToUrl } from '../../content/site/absolute-url.ts';
import type { PostView } from '../../content/model/library.ts';
import { permalinkToHref } from '../../content/site/permalink.ts';
import type { Site } from '../../content/site/site.ts';
import type { PageDescription } from '../frame/app-context.ts';
import { formatLocale } from './format-locale.ts';
import { isArticle, momentOf } from './head-tag.ts';
import type { HeadTag, HeadWorld } from './head-tag.ts';
import { formatTitle } from './page-title.ts';
import { findPreviewImage } from './preview-image.ts';
import { dataTag } from './structured-data.ts';

/** The tags of `head` that differ from page to page. */
export interface HeadData {
  readonly title: string;
  readonly language: string;
  readonly tags: readonly HeadTag[];
}

/** Marks the tags that belong to a page, so that the next page can replace them. */
export const headMark = 'data-page';

/**
 * The head of a page: description, canonical address, previews, structured data, feeds. Pure; the
 * build writes it and the browser updates from it. Absolute addresses need `site.url`; without it they are left out.
 */
export function buildHead(page: PageDescription, site: Site, base: string): HeadData {
  const title = formatTitle(page.title, site.title);
  const language = page.post?.card.language ?? site.language;
  const world = {
    site,
    base,
    toUrl: site.url === undefined ? undefined : createToUrl(site.url, base),
  };
  const url = page.permalink === undefined ? undefined : world.toUrl?.(page.permalink);
  const description = page.description || describeSite(page, site);
  const image = findPreviewImage(page.post, world);
  const tags = [
    meta('description', description),
    page.permalink === undefined || (page.isUnindexed ?? page.post?.isUnindexed) === true
      ? meta('robots', 'noindex')
      : undefined,
    meta('author', page.post?.author ?? site.author),
    link('canonical', toWholePlace(page.post?.canonical, world) ?? url),
    property('og:site_name', site.title),
    property('og:type', isArticle(page.post) ? 'article' : 'website'),
    property('og:title', page.title || site.title),
    property('og:description', description),
    property('og:url', url),
    property('og:image', image),
    property('og:locale', formatLocale(language)),
    meta('twitter:card', image === undefined ? 'summary' : 'summary_large_image'),
    ...articleTags(page.post),
    ...feedTags(page, world),
    ...identityTags(page, site),
    ...translationTags(page, world),
    dataTag(page, site, { url, image, description }),
  ];
  return {
    title,
    language,
    tags: tags.filter((tag) => tag !== undefined),
  };
}

/** Whole address of `place`, a path or whole already. */
function toWholePlace(place: string | undefined, { toUrl }: HeadWorld): string | undefined {
  return place?.startsWith('/') === true ? toUrl?.(place) : place;
}

/** A description for a page without words of its own: of a post its title, and the blog it appeared in. */
function describeSite(page: PageDescription, site: Site): string {
  if (page.post === undefined) return site.description;
  return formatTitle(page.title, site.description || site.title);
}

function articleTags(post: PostView | undefined): readonly (HeadTag | undefined)[] {
  if (!isArticle(post)) return [];
  return [
    property('article:published_time', momentOf(post.date)),
    property('article:modified_time', momentOf(post.updated)),
    ...post.card.keywords.map((keyword) => property('article:tag', keyword.name)),
  ];
}

function feedTags(page: PageDescription, { site, base }: HeadWorld): readonly HeadTag[] {
  // Feeds need whole addresses: without them the build writes none.
  if (site.url === undefined) return [];
  const feed = (type: string, title: string, path: string): HeadTag => ({
    name: 'link',
    attributes: { rel: 'alternate', type, title, href: permalinkToHref(path, base) },
  });
  const { keyword, post } = page;
  // A post in another language is in the feeds of that language.
  const language = post?.collection === 'posts' ? post.card.language : undefined;
  const folder = language === undefined ? '/' : `/${language.toLowerCase()}/`;
  return [
    feed('application/atom+xml', site.title, `${folder}atom.xml`),
    feed('application/rss+xml', site.title, `${folder}rss.xml`),
    feed('application/feed+json', site.title, `${folder}feed.json`),
    ...(keyword === undefined
      ? []
      : [
          feed(
            'application/atom+xml',
            formatTitle(keyword.name, site.title),
            `/keywords/${keyword.slug}/atom.xml`,
          ),
        ]),
  ];
}

/** Links by which other sites know the blog and its author: `rel=me` on home, as each page would repeat it. */
function identityTags(
  { permalink }: PageDescription,
  site: Site,
): readonly (HeadTag | undefined)[] {
  const me = permalink === '/' ? (site.relMe ?? []) : [];
  return [
    link('webmention', permalink === undefined ? undefined : site.webmention),
    ...me.map((href) => link('me', href)),
  ];
}

/** The languages of a post that has translations: its own is one of them. */
function translationTags(page: PageDescription, { site, toUrl }: HeadWorld): readonly HeadTag[] {
  const { post, permalink } = page;
  const others = post?.translations ?? [];
  if (others.length === 0 || toUrl === undefined || permalink === undefined) return [];
  const own = { language: post?.card.language ?? site.language, permalink };
  return [own, ...others].map(({ language, permalink: path }) => ({
    name: 'link',
    attributes: { rel: 'alternate', hreflang: language, href: toUrl(path) },
  }));
}

function meta(name: string, content: string | undefined): HeadTag | undefined {
  return content ? { name: 'meta', attributes: { name, content } } : undefined;
}

function property(name: string, content: string | undefined): HeadTag | undefined {
  return content ? { name: 'meta', attributes: { property: name, content } } : undefined;
}

function link(rel: string, href: string | undefined): HeadTag | undefined {
  return href === undefined ? undefined : { name: 'link', attributes: { rel, href } };
}
