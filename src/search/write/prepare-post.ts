import { createByteWriter } from '../format/bytes.ts';
import { extractHtmlBlocks } from '../text/html-blocks.ts';
import { extractBlocks } from '../text/text-blocks.ts';
import type { TextBlock } from '../text/text-blocks.ts';
import { createIdFinder } from '../text/sections.ts';
import type { Section } from '../text/sections.ts';
import type { Stem } from '../words/stem.ts';
import { tokenize } from '../words/tokenize.ts';
import type { WordToken } from '../words/tokenize.ts';
import { createFieldCounts, weigh } from '../text/weight.ts';
import type { TextField, FieldCounts } from '../text/weight.ts';

/**
 * Everything that the search index takes from one post. It depends on that post alone, so it is kept while the
 * file does not change. Survives structured cloning.
 */
export interface PreparedPost {
  /** The text as a reader sees it, a block a line: excerpts are cut from it. */
  readonly text: string;
  /** Distinct tokens. */
  readonly words: readonly string[];
  /** The stem of each of `words`. */
  readonly stems: readonly string[];
  /** The weight of each of `words` in the post; see `weight.ts`. */
  readonly weights: Uint8Array;
  /** The place in `text` of each of `words` that an excerpt shows; -1 when the word stands in title or keywords only. */
  readonly offsets: Int32Array;
  /** For each of `words` how often it occurs, or 0 for more than 200 times, then the positions as differences. */
  readonly positions: Uint8Array;
  readonly sections: readonly Section[];
  /** Position past the last word of the body: the last section ends there. */
  readonly bodyEnd: number;
}

/** A post as the index reads it. */
export interface PostSource {
  readonly title: string;
  /** Names as shown. */
  readonly keywords: readonly string[];
  /** Markdown without front matter. */
  readonly body: string;
  /** The rendered body, which is read in place of the Markdown: it has what shortcodes print, and the ids of headings. */
  readonly html?: string | undefined;
  /** Words that emoji are found by, for each as `foldEmoji` writes it. */
  readonly emojiWords?: ReadonlyMap<string, readonly string[]> | undefined;
}

/** Words that occur more often keep no positions: a phrase takes them anywhere in the post. */
export const maximumPositions = 200;

/** The order in which an excerpt prefers occurrences: prose before headings before code. */
const excerptRank: Readonly<Record<TextField, number>> = {
  body: 3,
  heading: 2,
  code: 1,
  keyword: 0,
  title: 0,
};

/** Reads the words of a post. Linear in its length. */
export function preparePost(source: PostSource, stem: Stem): PreparedPost {
  const entries = new Map<string, WordEntry>();
  const names = source.emojiWords ?? new Map<string, readonly string[]>();
  let position =
    addText(entries, source.title, { field: 'title', position: 0, base: -1, names }) + 1;
  const blocks =
    source.html === undefined ? extractBlocks(source.body) : extractHtmlBlocks(source.html);
  const findId = source.html === undefined ? createIdFinder() : readId;
  const sections: Section[] = [];
  const lines: string[] = [];
  let base = 0;
  const bodyStart = position;
  for (const block of blocks) {
    if (block.kind === 'heading') sections.push({ id: findId(block), title: block.text, position });
    const field = block.kind === 'text' ? 'body' : block.kind;
    position = addText(entries, block.text, { field, position, base, names }) + 1;
    lines.push(block.text);
    base += block.text.length + 1;
  }
  const bodyEnd = position;
  for (const keyword of source.keywords) {
    position = addText(entries, keyword, { field: 'keyword', position, base: -1, names }) + 1;
  }
  const titleLength = tokenize(source.title).filter(
    ({ kind }) => kind === 'word' || kind === 'gram',
  ).length;
  return packEntries(entries, {
    text: lines.join('\n'),
    sections,
    stem,
    bodyStart,
    bodyEnd,
    titleLength,
  });
}

function readId({ id }: TextBlock): string {
  return id ?? '';
}

interface WordEntry {
  readonly counts: FieldCounts;
  readonly positions: number[];
  readonly isWord: boolean;
  offset: number;
  rank: number;
}

interface Place {
  readonly field: TextField;
  readonly position: number;
  /** Offset of the text in the whole; -1 when it is not part of it. */
  readonly base: number;
  readonly names: ReadonlyMap<string, readonly string[]>;
}

/** Counts the tokens of one text and returns the next free position. */
function addText(entries: Map<string, WordEntry>, text: string, place: Place): number {
  let next = place.position;
  for (const token of tokenize(text)) {
    addToken(entries, token, place);
    for (const name of place.names.get(token.text) ?? [])
      addToken(entries, { ...token, kind: 'part', text: name }, place);
    next = Math.max(next, place.position + token.position + 1);
  }
  return next;
}

function addToken(entries: Map<string, WordEntry>, token: WordToken, place: Place): void {
  let entry = entries.get(token.text);
  if (entry === undefined) {
    const isWord = token.kind === 'word' || token.kind === 'part';
    entry = { counts: createFieldCounts(), positions: [], isWord, offset: -1, rank: 0 };
    entries.set(token.text, entry);
  }
  entry.counts[place.field]++;
  if (entry.positions.length <= maximumPositions)
    entry.positions.push(place.position + token.position);
  const rank = excerptRank[place.field];
  if (rank <= entry.rank) return;
  entry.rank = rank;
  entry.offset = place.base + token.start;
}

interface PackOptions {
  readonly text: string;
  readonly sections: readonly Section[];
  readonly stem: Stem;
  readonly bodyStart: number;
  readonly bodyEnd: number;
  readonly titleLength: number;
}

function packEntries(entries: ReadonlyMap<string, WordEntry>, options: PackOptions): PreparedPost {
  const words = [...entries.keys()];
  const bodyLength = options.bodyEnd - options.bodyStart;
  const weights = new Uint8Array(words.length);
  const offsets = new Int32Array(words.length);
  const positions = createByteWriter();
  let index = 0;
  for (const entry of entries.values()) {
    weights[index] = weigh(entry.counts, { bodyLength, titleLength: options.titleLength });
    offsets[index] = entry.offset;
    writePositions(positions, entry.positions);
    index++;
  }
  return {
    text: options.text,
    words,
    stems: words.map((word) => (entries.get(word)?.isWord ? options.stem(word) : word)),
    weights,
    offsets,
    positions: positions.toBytes(),
    sections: options.sections,
    bodyEnd: options.bodyEnd,
  };
}

function writePositions(
  bytes: ReturnType<typeof createByteWriter>,
  positions: readonly number[],
): void {
  if (positions.length > maximumPositions) return bytes.writeNumber(0);
  bytes.writeNumber(positions.length);
  let last = 0;
  for (const position of positions) {
    bytes.writeNumber(position - last);
    last = position;
  }
}
