import type { BodyWords } from '../model/body-words.ts';
import type { ImageSize } from '../model/post.ts';
import type { Site } from './site.ts';

/**
 * The facts of the world outside a body that rendering needs. At build the lookups answer from the
 * whole folder; in the browser from the post's `post.json`; both must answer alike, so that the
 * prerendered and the run-time body are the same.
 */
export interface RenderContext {
  readonly site: Site;
  /** Words that the body gets for its readers. */
  readonly words: BodyWords;
  /** Path the blog lives under, with `/` at both ends: `/` or `/repo/`. */
  readonly base: string;
  /**
   * Where an internal reference leads: a permalink (`/posts/x/`) or a published file
   * (`/posts/x/a.png`), decoded, without base and hash; `undefined` when nothing is there.
   *
   * `reference` is as written in the post, without `#hash`: `@/x.md`, `../y/index.md`, `a.png`,
   * `ref:name` for ref/relref/post_url. For `ref:#Text of a heading` the answer is an old id of that heading, by which
   * other generators' links lead to it, or `undefined`.
   */
  findTarget(reference: string): string | undefined;
  /** Size of a published image by its path under the base, decoded: `/posts/x/a.png`. */
  findImageSize(path: string): ImageSize | undefined;
  /** The blogger's own shortcode templates by name. */
  readonly shortcodes: Readonly<Record<string, string>>;
}
