import { cutText, maximumSummaryLength } from '../text/cut-text.ts';
import { readInline } from './inline-text.ts';
import type { InlineOptions } from './inline-text.ts';
import { createLabelTest } from './link-labels.ts';
import { readBlocks } from './markdown-blocks.ts';

/** The opening is looked for in that many characters of the body. */
const longestOpening = 32_768;
/** A block longer than that is read so far only: more is never shown. */
const longestBlock = 4000;

const more = /<!--[ \t]{0,9}(?:more|excerpt|truncate)[ \t]{0,9}-->/i;

/**
 * The opening of a post as plain text of at most 160 characters: up to `<!-- more -->`, else the first
 * paragraph that has words; where there is none, the first item of a list or quote. Linear.
 *
 * @param emoji - characters by emoji name
 */
export function summarize(body: string, emoji?: InlineOptions['emoji']): string {
  const head = body.slice(0, longestOpening);
  const marker = head.search(more);
  const options = { isDefined: createLabelTest(body), emoji };
  if (marker !== -1) {
    const opening = joinParagraphs(head.slice(0, marker), options, maximumSummaryLength * 2);
    if (opening !== '') return cutText(opening, maximumSummaryLength);
  }
  return cutText(joinParagraphs(head, options, 0), maximumSummaryLength);
}

/** Plain text of the paragraphs in `source`: the first, and more of them while there are less than `length` characters. */
function joinParagraphs(source: string, options: InlineOptions, length: number): string {
  const texts: string[] = [];
  let fallback = '';
  for (const block of readBlocks(source)) {
    if (block.kind !== 'paragraph' && block.kind !== 'item') continue;
    if (block.kind === 'item' && fallback !== '') continue;
    const text = readInline(block.text.slice(0, longestBlock), options);
    if (!/[\p{L}\p{N}]/u.test(text)) continue;
    if (block.kind === 'item') fallback = text;
    else texts.push(text);
    if (texts.join(' ').length > length) break;
  }
  return texts.join(' ') || fallback;
}
