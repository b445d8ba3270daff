import type { PageDescription } from '../frame/app-context.ts';
import type { Site } from '../../content/site/site.ts';
import { isArticle, momentOf } from './head-tag.ts';
import type { HeadTag } from './head-tag.ts';

/** Parts of the head that its structured data repeats. */
export interface HeadFacts {
  readonly url: string | undefined;
  readonly image: string | undefined;
  readonly description: string | undefined;
}

/** What the page is, as JSON-LD of schema.org: a post or the blog; `undefined` for other pages. */
export function dataTag(page: PageDescription, site: Site, facts: HeadFacts): HeadTag | undefined {
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
  facts: HeadFacts,
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
