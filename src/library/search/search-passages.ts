import type { SearchPassage } from '../../content/model/library.ts';
import type { Matcher } from '../../search/words/matcher.ts';
import { passageBudget, passageCodeBytes, rawBudget } from '../../search/read/byte-budgets.ts';
import type { Passage } from '../../search/text/passage.ts';
import type { ListRecord } from '../../search/format/shard-file.ts';
import { createBoundedMap } from '../net/bounded-map.ts';
import { markMatches } from './mark-matches.ts';
import type { FoundCards } from './search-cards.ts';

/** Hits whose excerpts a search waits for; the others' are loaded when they are looked at. */
const waitedHits = 20;
/** Posts read for their excerpts in one search: with a third, a word that few posts have would take nine requests. */
const maximumRaws = 2;
/** About what a minute of reading is, compressed. */
const bytesAMinute = 700;
/** Passages cut from posts that are kept: those of some searches. */
const keptPassages = 100;

/** What cutting passages needs. */
export interface PassageOptions {
  /** The raw Markdown of a post by `PostCard.path`. */
  readonly loadRaw: (path: string) => Promise<string>;
  readonly report?: ((error: unknown) => void) | undefined;
}

/** The words a passage is cut for. The same `words` always come with a matcher of the same. */
type PassageWords = Pick<FoundCards, 'words' | 'matcher'>;

/** Where the passages of search results come from. */
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
  const read: Passages['read'] = (path, { words, matcher }) => {
    const key = `${path}\n${words}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const reading = cutPassage(loadRaw(path), matcher);
    kept.set(key, reading);
    hasCode = true;
    reading.catch(() => kept.delete(key));
    return reading;
  };
  return {
    async load(found) {
      const passages = chooseRecorded(found.records, found.matcher);
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
function chooseRecorded(records: readonly ListRecord[], matcher: Matcher): Map<number, Passage> {
  const byPost = new Map<number, Set<ListRecord>>();
  for (const record of records) {
    if (record.excerpt === '') continue;
    const own = byPost.get(record.card.id);
    if (own === undefined) byPost.set(record.card.id, new Set([record]));
    else own.add(record);
  }
  const chosen = new Map<number, Passage>();
  for (const [id, own] of byPost) {
    const [first, ...others] = own;
    if (first === undefined) continue;
    // Most posts have one, which needs no count.
    let best = { record: first, count: others.length > 0 ? countWords(first.excerpt, matcher) : 0 };
    for (const record of others) {
      const count = countWords(record.excerpt, matcher);
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
  return missing.slice(0, maximumRaws).filter((card) => (room -= card.minutes * bytesAMinute) > 0);
}

async function cutPassage(
  loading: Promise<string>,
  matcher: Matcher,
): Promise<Passage | undefined> {
  const [source, { findPassage }] = await Promise.all([
    loading,
    import('../../search/text/passage.ts'),
  ]);
  return findPassage(source, matcher);
}

/** How many of the words searched for are in `text`. */
function countWords(text: string, matcher: Matcher): number {
  const lit = markMatches(text, matcher).filter(({ isMatch }) => isMatch);
  return new Set(lit.map((run) => run.text.toLowerCase())).size;
}

/** A passage as a hit shows it, its matches lit. */
export function markPassage(passage: Passage | undefined, matcher: Matcher): SearchPassage {
  return {
    excerpt: passage && markMatches(passage.excerpt, matcher),
    sections:
      passage?.sections.map(({ id, title }) => ({ id, title: markMatches(title, matcher) })) ?? [],
  };
}
