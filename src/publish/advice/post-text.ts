import type { Block } from '../../content/front-matter/plain-block.ts';
import type { PostMeta, RenderedBody } from '../../content/model/post.ts';

/** A post as its checks read it. */
export interface PostText {
  readonly meta: PostMeta;
  /** Path to name in findings. */
  readonly file: string;
  readonly block: Block;
  /** Markdown after the front matter. */
  readonly body: string;
  /** 1-based line of the file on which `body` starts. */
  readonly bodyLine: number;
  /** The body rendered and sanitized. */
  readonly html: string;
  readonly findPlace: RenderedBody['findPlace'];
}
