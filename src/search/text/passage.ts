import { findBlock } from '../../content/front-matter/block.ts';
import { dropControls } from '../../content/text/control-characters.ts';
import { cutExcerpt } from '../words/excerpt.ts';
import type { WantedWords } from '../words/wanted-words.ts';
import { extractBlocks } from './text-blocks.ts';
import { chooseSections, createIdFinder } from './sections.ts';
import type { Section } from './sections.ts';
import { tokenize } from '../words/tokenize.ts';

/** A stretch of a post's text as a search result shows it. */
export interface Passage {
  readonly excerpt: string;
  readonly sections: readonly { readonly id: string; readonly title: string }[];
}

/** Words that one excerpt shows. */
const windowSize = 16;

/**
 * The best passage of a post's file for the words of `wanted`: the first with most different words,
 * outside of code if there is one. `undefined` when none of the words is in the text. Linear.
 */
export function findPassage(source: string, wanted: WantedWords): Passage | undefined {
  const blocks = extractBlocks(findBlock(dropControls(source)).body);
  const findId = createIdFinder();
  const sections: Section[] = [];
  const places: number[] = [];
  let best = { offset: 0, value: 0 };
  let base = 0;
  for (const block of blocks) {
    // Here a position is a place in the text: all that counts is the order.
    if (block.kind === 'heading')
      sections.push({ id: findId(block), title: block.text, position: base });
    const hits = findHits(block.text, wanted);
    places.push(...hits.map(({ start }) => base + start));
    const window = findWindow(hits);
    // Prose wins over a heading and code with as many words.
    const value = window.different === 0 ? 0 : window.different + (block.kind === 'text' ? 0.5 : 0);
    if (value > best.value) best = { offset: base + window.start, value };
    base += block.text.length + 1;
  }
  if (best.value === 0) return undefined;
  const text = blocks.map((block) => block.text).join('\n');
  return { excerpt: cutExcerpt(text, best.offset), sections: chooseSections(sections, places) };
}

interface Hit {
  readonly start: number;
  readonly position: number;
  /** The place of the word among those searched for. */
  readonly place: number;
}

function findHits(text: string, wanted: WantedWords): Hit[] {
  return tokenize(text).flatMap(({ kind, text: token, start, position }) => {
    const place = kind === 'whole' ? -1 : wanted.find(token);
    return place === -1 ? [] : [{ start, position, place }];
  });
}

/** The stretch with most different words, by its beginning. */
function findWindow(hits: readonly Hit[]): { start: number; different: number } {
  let best = { start: 0, different: 0 };
  let from = 0;
  for (const [to, hit] of hits.entries()) {
    while (hit.position - (hits[from]?.position ?? 0) > windowSize) from++;
    const different = new Set(hits.slice(from, to + 1).map(({ place }) => place)).size;
    if (different > best.different) best = { start: hits[from]?.start ?? 0, different };
  }
  return best;
}
