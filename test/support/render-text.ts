import type { BodyWords } from '../../src/content/model/body-words.ts';
import type { ImageSize, RenderedBody } from '../../src/content/model/post.ts';
import { renderBody } from '../../src/content/render-body.ts';
import type { Site } from '../../src/content/site/site.ts';
import { makeBody } from './expand-body.ts';
import type { BodyOptions } from './expand-body.ts';

/** What a test says of the world around a body to render. */
export interface RenderOptions extends BodyOptions {
  /** Answers of `findImageSize`. */
  readonly sizes?: Readonly<Record<string, ImageSize>>;
  readonly base?: string;
  readonly title?: string;
  readonly site?: Partial<Site>;
  readonly words?: BodyWords;
}

/** `body` rendered as the body of `posts/a.md`, titled "Tea". */
export function renderText(body: string, options: RenderOptions = {}): Promise<RenderedBody> {
  const { post, context } = makeBody(body, options);
  const { sizes = {}, base = '/', title = 'Tea' } = options;
  return renderBody(
    { ...post, meta: { ...post.meta, title } },
    {
      ...context,
      base,
      words: options.words ?? context.words,
      site: { ...context.site, ...options.site },
      findImageSize: (path) => (Object.hasOwn(sizes, path) ? sizes[path] : undefined),
    },
  );
}

/** The HTML of `body` without line breaks between tags, as a test reads it best. */
export async function htmlOf(body: string, options: RenderOptions = {}): Promise<string> {
  const { html } = await renderText(body, options);
  return html.replaceAll(/>\n+</g, '><').replaceAll(' dir="auto"', '').trim();
}
