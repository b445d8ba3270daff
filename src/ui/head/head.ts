import { createToUrl } from '../../content/site/absolute-url.ts';
import type { SafeHtml } from '../../content/model/html.ts';
import type { PostView } from '../../content/model/library.ts';
import { permalinkToHref } from '../../content/site/permalink.ts';
import type { PostDate } from '../../content/model/post.ts';
import type { Site } from '../../content/site/site.ts';
import type { PageDescription } from '../frame/app-context.ts';
import { findShownBody } from '../frame/body-nodes.ts';
import { formatLocale } from './format-locale.ts';
import { formatTitle } from './page-title.ts';

/** One element of `head`. */
export interface HeadTag {
  readonly name: 'meta' | 'link' | 'script';
  readonly attributes: Readonly<Record<string, string>>;
  /** Text of a data script: JSON. */
  readonly text?: string | undefined;
}

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
  const image = findImage(page.post, world);
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
    ...translationTags(page, world),
    dataTag(page, site, { url, image, description }),
  ];
  return {
    title,
    language,
    tags: tags.filter((tag) => tag !== undefined),
  };
}

/** Tells a post from a free page. */
function isArticle(post: PostView | undefined): post is PostView {
  return post?.collection === 'posts' && post.isPage !== true;
}

/** Whole address of `place`, a path or whole already. */
function toWholePlace(place: string | undefined, { toUrl }: World): string | undefined {
  return place?.startsWith('/') === true ? toUrl?.(place) : place;
}

/** A description for a page without words of its own: of a post its title, and the blog it appeared in. */
function describeSite(page: PageDescription, site: Site): string {
  if (page.post === undefined) return site.description;
  return formatTitle(page.title, site.description || site.title);
}

/** The parts that addresses in a head are made with. */
interface World {
  readonly site: Site;
  readonly base: string;
  /** Whole address of a path under the base; `undefined` when the site's own is not known. */
  readonly toUrl: ((permalink: string) => string) | undefined;
}

interface Facts {
  readonly url: string | undefined;
  readonly image: string | undefined;
  readonly description: string | undefined;
}

function articleTags(post: PostView | undefined): readonly (HeadTag | undefined)[] {
  if (!isArticle(post)) return [];
  return [
    property('article:published_time', momentOf(post.date)),
    property('article:modified_time', momentOf(post.updated)),
    ...post.card.keywords.map((keyword) => property('article:tag', keyword.name)),
  ];
}

function feedTags(page: PageDescription, { site, base }: World): readonly HeadTag[] {
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

/** The languages of a post that has translations: its own is one of them. */
function translationTags(page: PageDescription, { site, toUrl }: World): readonly HeadTag[] {
  const { post, permalink } = page;
  const others = post?.translations ?? [];
  if (others.length === 0 || toUrl === undefined || permalink === undefined) return [];
  const own = { language: post?.card.language ?? site.language, permalink };
  return [own, ...others].map(({ language, permalink: path }) => ({
    name: 'link',
    attributes: { rel: 'alternate', hreflang: language, href: toUrl(path) },
  }));
}

function dataTag(page: PageDescription, site: Site, facts: Facts): HeadTag | undefined {
  const data = structuredData(page, site, facts);
  if (data === undefined) return undefined;
  // `<` is written so that no post title can end the script.
  const text = JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll(
    '<',
    '\\u003c',
  );
  return { name: 'script', attributes: { type: 'application/ld+json' }, text };
}

function structuredData(
  page: PageDescription,
  site: Site,
  facts: Facts,
): Record<string, unknown> | undefined {
  const author = page.post?.author ?? site.author;
  const person = author === undefined ? undefined : { '@type': 'Person', name: author };
  const { post } = page;
  if (post !== undefined) {
    if (!isArticle(post)) return undefined;
    return {
      '@type': 'BlogPosting',
      headline: post.card.title,
      description: facts.description,
      datePublished: momentOf(post.date),
      dateModified: momentOf(post.updated),
      author: person,
      image: facts.image,
      keywords: post.card.keywords.map((keyword) => keyword.name).join(', ') || undefined,
      inLanguage: post.card.language ?? site.language,
      mainEntityOfPage: facts.url,
    };
  }
  if (page.permalink !== '/') return undefined;
  return {
    '@type': 'Blog',
    name: site.title,
    description: site.description || undefined,
    url: facts.url,
    inLanguage: site.language,
    author: person,
  };
}

/** The picture for previews: the post's own, else the first of its body, else the site's. */
function findImage(post: PostView | undefined, world: World): string | undefined {
  return (
    toWhole(post?.image, world) ?? findFirstImage(post, world) ?? toWhole(world.site.image, world)
  );
}

/** Pictures that previews cannot show. */
const unshown = /\.svg(?:[?#]|$)/i;

/** Whole address of `image`, a decoded path or whole already; `undefined` when previews cannot show it. */
function toWhole(image: string | undefined, { toUrl }: World): string | undefined {
  if (image === undefined || unshown.test(image)) return undefined;
  if (/^https?:/i.test(image)) return image;
  return image.startsWith('/') ? toUrl?.(image) : undefined;
}

/** Whole address of the first picture of a body that previews can show. */
function findFirstImage(post: PostView | undefined, { site, base }: World): string | undefined {
  if (post?.body.kind !== 'html') return undefined;
  for (const source of listPictures(post.body.html)) {
    if (unshown.test(source)) continue;
    if (/^https?:/i.test(source)) return source;
    // Addresses in a body begin with the base as it is named, and may be written encoded.
    const isOwn = [base, encodeURI(base)].some((root) => source.startsWith(root));
    if (site.url !== undefined && isOwn) return new URL(source, site.url).href;
  }
  return undefined;
}

/** Addresses of the pictures of a body, in order: from its text at build, from its node in the browser. */
function listPictures(html: SafeHtml): readonly string[] {
  const { content } = html;
  if (typeof content !== 'string') {
    const images = findShownBody(html)?.querySelectorAll('img') ?? [];
    return Array.from(images, (image) => image.getAttribute('src') ?? '');
  }
  return Array.from(
    content.matchAll(/<img\b(?:"[^"]*"|[^">])*?\ssrc="([^"]+)"/gi),
    ([, written = '']) => written.replaceAll('&amp;', '&'),
  );
}

function momentOf(date: PostDate | undefined): string | undefined {
  return date?.instant ?? date?.day;
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
