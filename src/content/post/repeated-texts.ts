import type { PostMeta } from '../model/post.ts';
import { cutText } from '../text/cut-text.ts';
import { closeDirections } from './directions.ts';

/**
 * Longest texts of a post that other pages repeat, in lists, links and feeds, in UTF-16 code units. A summary has a bound
 * where it is made, a keyword in `taxonomy.ts`.
 */
const longest = { title: 300, description: 1000, author: 300, series: 300 } as const;

/** A setting whose text is too long for other pages. */
export interface LongText {
  readonly field: keyof typeof longest;
  /** Length in UTF-16 code units, and that of what is kept at most. */
  readonly length: number;
  readonly kept: number;
}

/** A post's facts with short texts, and which of them were cut. */
export interface BoundedTexts {
  readonly meta: PostMeta;
  readonly cuts: readonly LongText[];
}

/**
 * `meta` with the texts cut that pages of other posts show, and their direction kept to themselves: one post must neither
 * make those slow nor turn their text.
 */
export function boundTexts(meta: PostMeta): BoundedTexts {
  const { title, description, author, series } = meta;
  const texts = { title, description, author, series: series?.name };
  const fields = ['title', 'description', 'author', 'series'] as const;
  const cuts = fields.flatMap((field): readonly LongText[] => {
    const [length, kept] = [texts[field]?.length ?? 0, longest[field]];
    return length > kept ? [{ field, length, kept }] : [];
  });
  return {
    meta: {
      ...meta,
      title: bound(title, longest.title),
      description: description && bound(description, longest.description),
      author: author && bound(author, longest.author),
      series: series && { ...series, name: bound(series.name, longest.series) },
      summary: closeDirections(meta.summary),
    },
    cuts,
  };
}

function bound(text: string, length: number): string {
  return closeDirections(cutText(text, length));
}
