// Imported by `import()` only: a chunk of its own, which texts without tags do without.

import type { Post } from '../model/post.ts';
import type { RenderContext } from '../site/render-context.ts';
import { verbatimNames } from './built-in/code-shortcodes.ts';
import { Expander } from './expand.ts';
import type { Liquid, LiquidHost } from './liquid/liquid.ts';
import { loadLiquid } from './tagged-body.ts';
import type { ExpandedBody } from './tagged-body.ts';
import { matchTags } from './tags/match-tags.ts';
import { scan } from './tags/scan.ts';
import type { Tag, Token } from './tags/tag.ts';

/**
 * The body of `post` with every shortcode of Zola and Hugo and every Liquid tag turned into Markdown and HTML;
 * code stays as it is written.
 *
 * What is not known keeps its text, or leaves a note, and is reported; braces never reach the reader
 * unreported. The result is as untrusted as the post. Linear in the length of the body. Rejects only when the
 * chunk of Liquid cannot be loaded.
 */
export async function expandShortcodes(post: Post, context: RenderContext): Promise<ExpandedBody> {
  const tokens = scanBody(post, context);
  const liquid = tokens.some(isLiquid) ? await loadLiquid() : undefined;
  return expandTokens(tokens, { post, context, openLiquid: liquid?.openLiquid });
}

/** The body of `post` cut into text and tags. */
export function scanBody(post: Post, context: RenderContext): readonly Token[] {
  return scan(post.body, {
    math: post.meta.math ?? context.site.math,
    isVerbatim: (tag) => isVerbatim(tag, context),
  });
}

/** The facts that expanding the tokens of a body depends on. */
export interface Expansion {
  readonly post: Post;
  readonly context: RenderContext;
  /** `undefined` for a body without Liquid. */
  readonly openLiquid: ((host: LiquidHost) => Liquid) | undefined;
}

/** The body that `tokens` were cut from, with its tags expanded. */
export function expandTokens(
  tokens: readonly Token[],
  { post, context, openLiquid }: Expansion,
): ExpandedBody {
  const { nodes, misfits } = matchTags(tokens);
  const expander = new Expander(post, context, openLiquid);
  expander.reportMisfits(misfits);
  const { text, lines } = expander.expandAll(nodes, post.bodyLine);
  return {
    text,
    lines,
    problems: expander.problems,
    references: expander.references,
    needs: ['settings', 'shortcodes', ...(openLiquid === undefined ? [] : (['liquid'] as const))],
  };
}

function isLiquid(token: Token): boolean {
  return token.kind === 'tag' && (token.tag.dialect === 'liquid' || token.tag.role === 'output');
}

/** A blogger's own template takes the place of a built-in shortcode, but for those of the languages themselves. */
function isVerbatim({ name }: Tag, { shortcodes }: RenderContext): boolean {
  if (!verbatimNames.has(name)) return false;
  return name === 'raw' || name === 'comment' || !Object.hasOwn(shortcodes, name);
}
