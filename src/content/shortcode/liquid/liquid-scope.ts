import type { Post } from '../../model/post.ts';
import type { RenderContext } from '../../site/render-context.ts';
import type { LiquidScope } from './liquid-expression.ts';

/** The names that a post's Liquid tags may use: `page`, `site`, and what the post assigns. */
export class PostScope implements LiquidScope {
  readonly #variables = new Map<string, unknown>();

  constructor(post: Post, { site }: RenderContext) {
    const { meta, frontMatter } = post;
    const keywords = meta.keywords.map(({ name }) => name);
    this.#variables.set('page', {
      ...frontMatter,
      title: meta.title,
      url: meta.permalink,
      id: meta.permalink,
      path: meta.path,
      // Its own day, where the moment falls on another one in UTC.
      date: meta.date?.instant?.startsWith(meta.date.day) ? meta.date.instant : meta.date?.day,
      tags: frontMatter['tags'] ?? keywords,
      keywords,
      excerpt: meta.summary,
      description: meta.description,
      author: frontMatter['author'] ?? meta.author,
      collection: meta.collection,
    });
    this.#variables.set('site', {
      title: site.title,
      description: site.description,
      author: site.author,
      lang: site.language,
      url: (site.url ?? '').replace(/\/$/, ''),
      // The renderer puts the base before root-relative addresses, so there is nothing to add here.
      baseurl: '',
    });
    this.#variables.set('jekyll', { environment: 'production' });
  }

  find(name: string): { isKnown: boolean; value: unknown } {
    return { isKnown: this.#variables.has(name), value: this.#variables.get(name) };
  }

  assign(name: string, value: unknown): void {
    this.#variables.set(name, value);
  }
}
