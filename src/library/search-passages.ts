import type { MarkedRun, SearchHit } from '../content/library.ts';
import type { PostCard } from '../content/post.ts';
import { markText } from '../search/excerpt.ts';
import type { Matcher } from '../search/matcher.ts';
import type { Passage } from '../search/passage.ts';
import type { ListRecord } from '../search/shard-file.ts';

/** Hits whose excerpts a search waits for; the rest come by `loadPassage`. */
const shownHits = 20;
/** Posts read for their excerpts in one search. */
const maximumRaws = 3;
/** Bytes that one search may fetch before it does without further excerpts, and posts among them. */
const searchBudget = 45_000;
const rawBudget = 20_000;
/** About what a minute of reading is, compressed. */
const bytesAMinute = 700;

/** What cutting passages needs. */
export interface PassageOptions {
  /** The raw Markdown of a post by `PostCard.path`. */
  readonly loadRaw: (path: string) => Promise<string>;
  readonly report?: ((error: unknown) => void) | undefined;
  /** Bytes of the index fetched for this search. */
  readonly spent: number;
  readonly records: readonly ListRecord[];
  readonly matcher: Matcher;
}

/** Excerpts and sections by post: those beside the lists, and a few cut from the posts themselves. */
export async function loadPassages(
  cards: readonly PostCard[],
  options: PassageOptions,
): Promise<ReadonlyMap<number, Passage>> {
  const { records, matcher } = options;
  const passages = new Map<number, Passage>();
  const values = new Map<number, number>();
  for (const { card, excerpt, sections } of records) {
    if (excerpt === '') continue;
    const value = countWords(excerpt, matcher);
    if (value <= (values.get(card.id) ?? -1)) continue;
    values.set(card.id, value);
    passages.set(card.id, { excerpt, sections });
  }
  let room = Math.min(rawBudget, searchBudget - options.spent);
  const missing = cards.slice(0, shownHits).filter(({ id }) => !passages.has(id));
  const read = missing
    .slice(0, maximumRaws)
    .filter((card) => (room -= card.minutes * bytesAMinute) > 0);
  await Promise.all(
    read.map(async ({ id, path }) => {
      try {
        const passage = await readPassage(options, path, matcher);
        if (passage !== undefined) passages.set(id, passage);
      } catch (error) {
        // The result is shown without an excerpt.
        options.report?.(error);
      }
    }),
  );
  return passages;
}

/** The best passage of one post. Rejects when the post cannot be read. */
export async function readPassage(
  { loadRaw }: Pick<PassageOptions, 'loadRaw'>,
  path: string,
  matcher: Matcher,
): Promise<Passage | undefined> {
  const [source, { findPassage }] = await Promise.all([
    loadRaw(path),
    import('../search/passage.ts'),
  ]);
  return findPassage(source, matcher);
}

/** How many of the words searched for are in `text`. */
function countWords(text: string, matcher: Matcher): number {
  const lit = markText(text, (token) => matcher.isMatch(token)).filter(({ isMatch }) => isMatch);
  return new Set(lit.map((run) => run.text.toLowerCase())).size;
}

/** A passage as a hit shows it, its matches lit. */
export function markPassage(
  passage: Passage | undefined,
  matcher: Matcher,
): Pick<SearchHit, 'excerpt' | 'sections'> {
  const mark = (text: string): MarkedRun[] => markText(text, (token) => matcher.isMatch(token));
  return {
    excerpt: passage && mark(passage.excerpt),
    sections: passage?.sections.map(({ id, title }) => ({ id, title: mark(title) })) ?? [],
  };
}
