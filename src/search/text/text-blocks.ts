import { readInline } from '../../content/plain/inline-text.ts';
import { createLabelTest } from '../../content/plain/link-labels.ts';
import { readBlocks } from '../../content/plain/markdown-blocks.ts';

/** A stretch of a post as a reader sees it, without markup. */
export interface TextBlock {
  readonly kind: 'text' | 'heading' | 'code';
  /** One line, without markup. Code keeps its line breaks. */
  readonly text: string;
  /** Headings only: the id of the rendered heading, or the one its author gave it with `{#id}`. */
  readonly id: string | undefined;
}

/** Longest body that is read, in UTF-16 code units. What follows is not searched. */
export const maximumTextLength = 1_000_000;

/** The text of a Markdown body in blocks, without front matter, markup, tags and shortcodes. Linear. */
export function extractBlocks(body: string): TextBlock[] {
  const source = body.slice(0, maximumTextLength);
  const options = { isDefined: createLabelTest(source), keepsEmbedded: true };
  return Array.from(readBlocks(source)).flatMap((block): TextBlock[] => {
    const isCode = block.kind === 'code';
    const text = isCode ? block.text.trim() : readInline(block.text, options);
    const kind = isCode || block.kind === 'heading' ? block.kind : 'text';
    return text === '' ? [] : [{ kind, text, id: block.id }];
  });
}
