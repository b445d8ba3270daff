import type { Problem } from '../model/problem.ts';
import type { Post } from '../model/post.ts';
import type { RenderContext } from '../site/render-context.ts';
import { verbatimNames } from './built-in/code-shortcodes.ts';
import { Expander } from './expand.ts';
import { matchTags } from './tags/match-tags.ts';
import { scan } from './tags/scan.ts';
import type { Tag } from './tags/tag.ts';

/** A body whose shortcodes and tags have become Markdown and HTML. */
export interface ExpandedBody {
  readonly text: string;
  /** File line, 1-based, of each line of `text`. */
  readonly lines: readonly number[];
  readonly problems: readonly Problem[];
  /** References that shortcodes asked for (`ref:name`, `a.png`) and what each resolved to. */
  readonly references: Readonly<Record<string, string>>;
}

/**
 * `post.body` with every shortcode of Zola and Hugo and every Liquid tag turned into Markdown and HTML;
 * code stays as it is written.
 *
 * What is not known keeps its text, or leaves a note, and is reported; braces never reach the reader
 * unreported. The result is as untrusted as the post. Linear in the length of the body. Never throws.
 */
export function expandShortcodes(post: Post, context: RenderContext): ExpandedBody {
  const { body, bodyLine } = post;
  if (!body.includes('{{') && !body.includes('{%')) {
    const lines = body.split('\n').map((_line, index) => bodyLine + index);
    return { text: body, lines, problems: [], references: {} };
  }
  const tokens = scan(body, {
    math: post.meta.math ?? context.site.math,
    isVerbatim: (tag) => isVerbatim(tag, context),
  });
  const { nodes, misfits } = matchTags(tokens);
  const expander = new Expander(post, context);
  expander.reportMisfits(misfits);
  const { text, lines } = expander.expandAll(nodes, bodyLine);
  return { text, lines, problems: expander.problems, references: expander.references };
}

/** A blogger's own template takes the place of a built-in shortcode, but for those of the languages themselves. */
function isVerbatim({ name }: Tag, { shortcodes }: RenderContext): boolean {
  if (!verbatimNames.has(name)) return false;
  return name === 'raw' || name === 'comment' || !Object.hasOwn(shortcodes, name);
}
