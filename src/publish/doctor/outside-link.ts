import type { CatalogEntry } from '../../content/model/catalog-entry.ts';
import { nameSource } from '../../content/model/post.ts';
import type { RenderedPost } from '../render/render-post.ts';

/** An address of another site that a post leads to. */
export interface OutsideLink {
  readonly url: string;
  /** Path of the post for findings. */
  readonly file: string;
}

const outsideHref = /<a\b[^>]*?\bhref="(https?:\/\/[^"]+)"/gi;

/** The addresses of other sites that the links of a post lead to, each once, without the place within a page. */
export function listOutsideLinks(
  { meta }: CatalogEntry,
  { body }: RenderedPost,
): readonly OutsideLink[] {
  if (body.kind !== 'html') return [];
  const html = String(body.html.content);
  const urls = Array.from(html.matchAll(outsideHref), ([, url = '']) =>
    url.replaceAll('&amp;', '&').replace(/#.*$/, ''),
  );
  return [...new Set(urls)].map((url) => ({ url, file: nameSource(meta) }));
}
