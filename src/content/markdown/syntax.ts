import { Marked } from 'marked';
import type { MarkedOptions, TokenizerAndRendererExtension } from 'marked';

import type { MarkdownState } from './base/state.ts';
import type { SyntaxParts } from './syntax-needs.ts';

/** Marks at the start of a line that end a paragraph because a construct of ours begins there. */
const interruption =
  /\n(?:[ \t]*(?:\n|$)| {0,3}(?::::|\{:|\{[.#]|\[\^[^\]\s]{1,120}\]:|\*\[[^\]\n]{1,80}\]:|\$\$|\\\[|\\begin\{|\[\[?_?toc_?\]\]?[ \t]*(?:\n|$)))/gi;

/**
 * Where the next construct of ours begins in the paragraph that `source` starts with; one scan of that paragraph.
 *
 * What only looks like one costs marked another look at the whole paragraph, so there is a bound on that.
 */
function findInterruption(source: string, state: MarkdownState): number | undefined {
  interruption.lastIndex = 0;
  const match = interruption.exec(source);
  if (match === null || match[0].trim() === '' || state.searchBudget <= 0) return undefined;
  const end = source.indexOf('\n\n', match.index);
  state.searchBudget -= end === -1 ? source.length : end;
  return match.index + 1;
}

/** marked's options for reading posts: GFM and the constructs of `parts`, writing into `state`. */
export function createSyntax(
  state: MarkdownState,
  { dialect, leniency, math }: SyntaxParts,
): MarkedOptions {
  const extensions: TokenizerAndRendererExtension[] = [
    ...(leniency?.() ?? []),
    ...(dialect?.createSyntax(state) ?? []),
    ...(math?.mathSyntax(state) ?? []),
  ];
  const marked = new Marked({ gfm: true, extensions }, ...(math ? [math.mathHooks] : []));
  const options = marked.defaults;
  if (options.extensions)
    options.extensions.startBlock = [(source) => findInterruption(source, state)];
  return options;
}
