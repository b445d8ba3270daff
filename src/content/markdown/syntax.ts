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

type Extensions = NonNullable<MarkedOptions['extensions']>;

/**
 * marked's options for reading posts: GFM and the constructs of `parts`, writing into `state`. Put together here, as
 * `Marked#use` would: that class is a tenth of marked, and nothing else of it is used.
 */
export function createSyntax(
  state: MarkdownState,
  { dialect, leniency, math }: SyntaxParts,
): MarkedOptions {
  const extensions = gatherExtensions([
    ...(leniency?.() ?? []),
    ...(dialect?.createSyntax(state) ?? []),
    ...(math?.mathSyntax(state) ?? []),
  ]);
  const options: MarkedOptions = { gfm: true, extensions };
  extensions.startBlock = [(source) => findInterruption(source, state)];
  // Of the hooks, lexing asks for the one that is given alone.
  return Object.assign(options, math?.mathHooks);
}

/** The constructs as marked's lexer and parser look for them; of two at the same place the later one is asked first. */
function gatherExtensions(list: readonly TokenizerAndRendererExtension[]): Extensions {
  const found: Extensions = { renderers: {}, childTokens: {} };
  for (const extension of list) {
    const { name } = extension;
    if ('renderer' in extension) found.renderers[name] = extension.renderer;
    if (!('tokenizer' in extension)) continue;
    const { level, tokenizer, start, childTokens } = extension;
    found[level] = [tokenizer, ...(found[level] ?? [])];
    if (level === 'inline' && start) found.startInline = [...(found.startInline ?? []), start];
    if (childTokens) found.childTokens[name] = childTokens;
  }
  return found;
}
