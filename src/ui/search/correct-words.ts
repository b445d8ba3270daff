import type { SearchAnswer } from '../../content/model/library.ts';
import { tokenize } from '../../search/words/tokenize.ts';

/**
 * `text` with its slips repaired: a post marks the words by which it was found.
 *
 * @example
 * correctWords('the rsut book', [{ typed: 'rsut', used: 'rust' }])  // 'the rust book'
 */
export function correctWords(text: string, corrections: SearchAnswer['corrections']): string {
  if (corrections.length === 0) return text;
  const used = new Map(corrections.map((correction) => [correction.typed, correction.used]));
  let corrected = '';
  let at = 0;
  for (const token of tokenize(text)) {
    const word = token.kind === 'whole' || token.kind === 'part' ? undefined : used.get(token.text);
    if (word === undefined || token.start < at) continue;
    corrected += text.slice(at, token.start) + word;
    at = token.end;
  }
  return corrected + text.slice(at);
}
