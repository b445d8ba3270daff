import type { PostCard, PostMeta } from '../model/post.ts';
import { cutText, maximumSummaryLength } from '../text/cut-text.ts';

/** The card that lists show of the post of `meta`. */
export function createCard(meta: PostMeta, id: number): PostCard {
  return {
    id,
    path: meta.path,
    permalink: meta.permalink,
    title: meta.title,
    day: meta.date?.day,
    minutes: meta.minutes,
    keywords: meta.keywords,
    summary: cutText(meta.description?.trim() || meta.summary, maximumSummaryLength),
    language: meta.language,
  };
}
