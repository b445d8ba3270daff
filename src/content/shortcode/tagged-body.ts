import type { PartName } from '../model/part.ts';
import type { Problem } from '../model/problem.ts';
import type { Post } from '../model/post.ts';

/** A body whose shortcodes and tags have become Markdown and HTML. */
export interface ExpandedBody {
  readonly text: string;
  /** File line, 1-based, of each line of `text`. */
  readonly lines: readonly number[];
  readonly problems: readonly Problem[];
  /** References that shortcodes asked for (`ref:name`, `a.png`) and what each resolved to. */
  readonly references: Readonly<Record<string, string>>;
  /** Parts that the expansion took. */
  readonly needs: readonly PartName[];
}

/** Tells a body that may have a shortcode of Zola or Hugo or a Liquid tag: one with braces that begin it. */
export function mayHaveTags(body: string): boolean {
  return body.includes('{{') || body.includes('{%');
}

/** A body without tags, as it is. */
export function keepBody({ body, bodyLine }: Pick<Post, 'body' | 'bodyLine'>): ExpandedBody {
  const lines = body.split('\n').map((_line, index) => bodyLine + index);
  return { text: body, lines, problems: [], references: {}, needs: [] };
}

/** Loads Liquid: the expressions, filters and control tags of Jekyll. */
export function loadLiquid(): Promise<typeof import('./liquid/liquid.ts')> {
  return import('./liquid/liquid.ts');
}
