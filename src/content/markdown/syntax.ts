import { Marked } from 'marked';
import type { MarkedOptions, TokenizerAndRendererExtension } from 'marked';

import { attributeListSyntax } from './attribute-list.ts';
import { containerSyntax } from './containers.ts';
import { definitionListSyntax } from './definition-list.ts';
import { footnoteSyntax } from './footnotes.ts';
import { htmlMarkdownSyntax } from './html-markdown.ts';
import { abbreviationSyntax, tocSyntax } from './marks.ts';
import { mathHooks, mathSyntax } from './math.ts';
import type { MarkdownState } from './state.ts';

/** Marks at the start of a line that end a paragraph because a construct of ours begins there. */
const interruption =
  /\n(?:[ \t]*(?:\n|$)| {0,3}(?::::|\{:|\{[.#]|\[\^[^\]\s]{1,120}\]:|\*\[[^\]\n]{1,80}\]:|\$\$|\\\[|\\begin\{|\[\[?_?toc_?\]\]?[ \t]*(?:\n|$)))/gi;

/** Where the next construct of ours begins in the paragraph that `source` starts with; one scan of that paragraph. */
function findInterruption(source: string): number | undefined {
  interruption.lastIndex = 0;
  const match = interruption.exec(source);
  return match === null || match[0].trim() === '' ? undefined : match.index + 1;
}

/** marked's options for reading posts: GFM and the constructs of the dialects, writing into `state`. */
export function createSyntax(state: MarkdownState): MarkedOptions {
  const extensions: TokenizerAndRendererExtension[] = [
    ...footnoteSyntax(state),
    ...attributeListSyntax(),
    ...abbreviationSyntax(state),
    ...tocSyntax(),
    ...containerSyntax(state),
    ...definitionListSyntax(state),
    ...htmlMarkdownSyntax(state),
    ...(state.settings.math ? mathSyntax(state) : []),
  ];
  const marked = new Marked({ gfm: true, extensions }, ...(state.settings.math ? [mathHooks] : []));
  const options = marked.defaults;
  if (options.extensions) options.extensions.startBlock = [findInterruption];
  return options;
}
