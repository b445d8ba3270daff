import type { MarkedRun, SearchPassage } from '../../content/model/library.ts';
import { markText } from '../../search/words/mark-text.ts';
import { tokenize } from '../../search/words/tokenize.ts';
import type { WordToken } from '../../search/words/tokenize.ts';
import type { WantedWords } from '../../search/words/wanted-words.ts';
import { passageBudget, passageCodeBytes, rawBudget } from '../../search/read/byte-budgets.ts';
import type { Passage } from '../../search/text/passage.ts';
import type { ListRecord } from '../../search/format/shard-entry.ts';
import { createBoundedMap } from '../net/bounded-map.ts';
import type { FoundCards } from './search-cards.ts';

/** Hits whose excerpts a search waits for; the others' are loaded when they are looked at. */
const waitedHits = 2;
/** The usual bytes of a minute of reading, compressed. */
const bytesAMinute = 1_000;
/** Passages cut from posts that are kept: those of some searches. */
const keptPassages = 100;

/** The input of {@link createPassages}. */
export interface PassageOptions {
  /** The raw Markdown of a post by `PostCard.path`. */
  readonly loadRaw: (path: string) => Promise<string>;
  readonly report?: ((error: unknown) => void) | undefined;
}

/** The words for which a passage is cut: the same `words` always come with the same `wanted`. */
type PassageWords = Pick<FoundCards, 'words' | 'wanted'>;

/** The source of the passages of search results. */
export interface Passages {
  /** Excerpts and sections by post: those beside the lists, and a few cut from the posts themselves. */
  load(found: FoundCards): Promise<ReadonlyMap<number, Passage>>;
  /** The best passage of one post; kept. Rejects when the post cannot be read. */
  read(path: string, wanted: PassageWords): Promise<Passage | undefined>;
  /** Forgets the passages: posts have changed. */
  clear(): void;
}

/** Passages of posts that `loadRaw` gives. */
export function createPassages({ loadRaw, report }: PassageOptions): Passages {
  const kept = createBoundedMap<Promise<Passage | undefined>>(keptPassages);
  let hasCode = false;
  const read: Passages['read'] = (path, { words, wanted }) => {
    const key = `${path}\n${words}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const reading = cutPassage(loadMarkdown(path, loadRaw), wanted);
    kept.set(key, reading);
    hasCode = true;
    reading.catch(() => kept.delete(key));
    return reading;
  };
  return {
    async load(found) {
      const passages = chooseRecorded(found.records, found.wanted);
      await Promise.all(
        chooseReads(found, passages, hasCode ? 0 : passageCodeBytes).map(async ({ id, path }) => {
          try {
            const passage = await read(path, found);
            if (passage !== undefined) passages.set(id, passage);
          } catch (error) {
            // The result is shown without an excerpt.
            report?.(error);
          }
        }),
      );
      return passages;
    },
    read,
    clear: () => kept.clear(),
  };
}

/** Of each post the excerpt beside a list that has most of the words. */
function chooseRecorded(records: readonly ListRecord[], wanted: WantedWords): Map<number, Passage> {
  const byPost = new Map<number, Set<ListRecord>>();
  for (const record of records) {
    const own = byPost.get(record.id);
    if (own === undefined) byPost.set(record.id, new Set([record]));
    else own.add(record);
  }
  const chosen = new Map<number, Passage>();
  for (const [id, own] of byPost) {
    const [first, ...others] = own;
    if (first === undefined) continue;
    // Most posts have one, which needs no count.
    let best = { record: first, count: others.length > 0 ? countWords(first.excerpt, wanted) : 0 };
    for (const record of others) {
      const count = countWords(record.excerpt, wanted);
      if (count > best.count) best = { record, count };
    }
    chosen.set(id, best.record);
  }
  return chosen;
}

/** The posts without an excerpt that are worth reading for one, when the way to it costs `firstBytes` more. */
function chooseReads(
  { cards, spent }: FoundCards,
  passages: ReadonlyMap<number, Passage>,
  firstBytes: number,
): FoundCards['cards'] {
  let room = Math.min(rawBudget, passageBudget - spent - firstBytes);
  const missing = cards.slice(0, waitedHits).filter(({ id }) => !passages.has(id));
  return missing.filter((card) => (room -= card.minutes * bytesAMinute) > 0);
}

/** The Markdown of the post at `path`. */
async function loadMarkdown(path: string, loadRaw: PassageOptions['loadRaw']): Promise<string> {
  const source = await loadRaw(path);
  if (!/\.mdx$/i.test(path)) return source;
  const { cleanMdx } = await import('../../content/mdx/clean-mdx.ts');
  // Statements stand below a blank line, or right below the front matter.
  const body = source.replace(/^(---|\+\+\+)\r?\n[\s\S]*?\n\1[ \t]*\r?\n/, '$&\n');
  return cleanMdx({ body, bodyLine: 1, file: path, values: {} }).body;
}

async function cutPassage(
  loading: Promise<string>,
  wanted: WantedWords,
): Promise<Passage | undefined> {
  const [source, { findPassage }] = await Promise.all([
    loading,
    import('../../search/text/passage.ts'),
  ]);
  return findPassage(source, wanted);
}

/** The number of the words searched for that are in `text`. */
function countWords(text: string, wanted: WantedWords): number {
  const marked = markMatches(text, wanted).filter(({ isMatch }) => isMatch);
  return new Set(marked.map((run) => run.text.toLowerCase())).size;
}

/** A passage as a hit shows it, its matches marked. */
export function markPassage(passage: Passage | undefined, wanted: WantedWords): SearchPassage {
  return {
    excerpt: passage && markMatches(passage.excerpt, wanted),
    sections:
      passage?.sections.map(({ id, title }) => ({ id, title: markMatches(title, wanted) })) ?? [],
  };
}

/** Texts whose words are kept: those of some pages of results, which the next key shows again. */
const keptTexts = 300;
const tokensOfTexts = createBoundedMap<readonly WordToken[]>(keptTexts);

/** `text` in runs, the words marked that were searched for. */
export function markMatches(text: string, wanted: WantedWords): MarkedRun[] {
  const tokens = tokensOfTexts.get(text) ?? tokenize(text);
  tokensOfTexts.set(text, tokens);
  return markText(text, wanted, tokens);
}
