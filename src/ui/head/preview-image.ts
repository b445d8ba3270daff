import type { SafeHtml } from '../../content/model/html.ts';
import type { PostView } from '../../content/model/library.ts';
import { findShownBody } from '../frame/body-nodes.ts';
import type { HeadWorld } from './head-tag.ts';

/** The picture for previews: the post's own, else the first of its body, else the site's. */
export function findPreviewImage(post: PostView | undefined, world: HeadWorld): string | undefined {
  return (
    toWhole(post?.image, world) ?? findFirstImage(post, world) ?? toWhole(world.site.image, world)
  );
}

/** Pictures that previews cannot show. */
const unshown = /\.svg(?:[?#]|$)/i;

/** Whole address of `image`, a decoded path or whole already; `undefined` when previews cannot show it. */
function toWhole(image: string | undefined, { toUrl }: HeadWorld): string | undefined {
  if (image === undefined || unshown.test(image)) return undefined;
  if (/^https?:/i.test(image)) return image;
  return image.startsWith('/') ? toUrl?.(image) : undefined;
}

/** Whole address of the first picture of a body that previews can show. */
function findFirstImage(post: PostView | undefined, { site, base }: HeadWorld): string | undefined {
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
