// The reading of all settings of a post. Imported by `import()` only: a chunk of its own, which posts that the build knows
// do without, unless shortcodes ask for their settings.

import { findCover } from '../content/finish/cover.ts';
import type { RenderJob, TextFacts } from '../content/files/render-message.ts';
import type { Post } from '../content/model/post.ts';
import { parsePost } from '../content/post/parse-post.ts';
import { createCard } from '../content/post/post-card.ts';
import { findTargetByRules } from '../content/site/find-target-by-rules.ts';

/** A post that the build does not know, as far as its text tells. */
export interface UnknownPost {
  readonly post: Post;
  readonly facts: TextFacts;
  /** Finds targets by the rules alone. */
  readonly findTarget: (reference: string) => string | undefined;
}

/** The post of `job`, whose decoded file `text` is, with all its settings. */
export async function readWholePost(text: string, job: RenderJob): Promise<Post> {
  const { post } = await parsePost(text, job.path, { ...job, permalink: job.known?.permalink });
  return post;
}

/** {@link readWholePost} with what the text says of itself, for a post that no list knows. */
export async function readUnknownPost(text: string, job: RenderJob): Promise<UnknownPost> {
  const { path, collection } = job;
  const post = await readWholePost(text, job);
  const findTarget = (reference: string): string | undefined =>
    findTargetByRules(reference, { path, collection });
  return { post, facts: readFacts(post, findTarget), findTarget };
}

/** What `post` tells of itself, its cover as `findTarget` finds it. */
export function readFacts({ meta }: Post, findTarget: UnknownPost['findTarget']): TextFacts {
  return {
    card: createCard(meta, -1),
    date: meta.date,
    updated: meta.updated,
    author: meta.author,
    description: meta.description,
    image: findCover(meta.image, findTarget),
    isHidden: meta.hidden !== undefined,
  };
}
