import { bodyWords } from './body-words.ts';
import type { Post } from '../../src/content/model/post.ts';
import type { RenderContext } from '../../src/content/site/render-context.ts';
import { expandTokens, scanBody } from '../../src/content/shortcode/expand-shortcodes.ts';
import { openLiquid } from '../../src/content/shortcode/liquid/liquid.ts';
import type { ExpandedBody } from '../../src/content/shortcode/tagged-body.ts';
import { site } from './virtual-site.ts';
import { makeMeta } from './create-meta.ts';

/** What a test says of the world around a body. */
export interface BodyOptions {
  readonly shortcodes?: Readonly<Record<string, string>>;
  /** Answers of `findTarget`. */
  readonly targets?: Readonly<Record<string, string>>;
  readonly frontMatter?: Readonly<Record<string, unknown>>;
  readonly math?: boolean;
  /** Default 1. */
  readonly bodyLine?: number;
  readonly url?: string;
}

/** A post and a context for `body`; the post is `posts/a.md`, titled "Tea", of 2 January 2020. */
export function makeBody(
  body: string,
  options: BodyOptions = {},
): { post: Post; context: RenderContext } {
  const meta = makeMeta({
    title: 'Tea',
    math: options.math,
    date: { day: '2020-01-02', instant: undefined },
    keywords: [{ name: 'Green tea', slug: 'green-tea' }],
  });
  const { targets = {}, shortcodes = {}, frontMatter = {}, bodyLine = 1, url } = options;
  return {
    post: { meta, body, bodyLine, frontMatter },
    context: {
      site: { ...site, title: 'Kettle', url, shortcodes: 'shortcodes' },
      words: bodyWords,
      base: '/',
      findTarget: (reference) =>
        Object.hasOwn(targets, reference) ? targets[reference] : undefined,
      findImageSize: () => undefined,
      shortcodes,
    },
  };
}

/** `body` with its shortcodes expanded. */
export function expandBody(body: string, options: BodyOptions = {}): ExpandedBody {
  const { post, context } = makeBody(body, options);
  return expandTokens(scanBody(post, context), { post, context, openLiquid });
}
