import type { MarkedRun } from '../content/library.ts';
import type { PostCard } from '../content/post.ts';
import { foldText, isWordStart, splitWords } from './fold-text.ts';

/** A post whose title has every word that was typed. */
export interface TitleMatch {
  readonly post: PostCard;
  readonly title: readonly MarkedRun[];
}

/**
 * Posts among `cards` whose title has all words of `text` at the start of some word, without regard to
 * case and accents, newest first. Linear in the titles; asked on every keystroke.
 */
export function findTitles(
  cards: Iterable<PostCard>,
  text: string,
  keywords: readonly string[],
  limit: number,
): readonly TitleMatch[] {
  const { wanted, excluded } = splitWords(text);
  if (wanted.length === 0) return [];
  const found: TitleMatch[] = [];
  for (const post of cards) {
    if (!keywords.every((slug) => post.keywords.some((keyword) => keyword.slug === slug))) continue;
    const title = markTitle(post.title, wanted, excluded);
    if (title !== undefined) found.push({ post, title });
  }
  return found.toSorted((a, b) => b.post.id - a.post.id).slice(0, limit);
}

/** The title in runs with every place where a word begins lit; `undefined` when some word is nowhere, or an excluded one is there. */
function markTitle(
  title: string,
  words: readonly string[],
  excluded: readonly string[],
): readonly MarkedRun[] | undefined {
  const { text, starts } = foldText(title);
  if (excluded.some((word) => hasWord(text, word))) return undefined;
  const lit: { start: number; end: number }[] = [];
  for (const word of words) {
    const before = lit.length;
    for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
      if (!isWordStart(text, at)) continue;
      lit.push({ start: starts[at] ?? 0, end: starts[at + word.length] ?? title.length });
    }
    if (lit.length === before) return undefined;
  }
  return cutRuns(
    title,
    lit.toSorted((a, b) => a.start - b.start),
  );
}

/** Whether `word` stands in `text` as a whole. */
function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
    const after = text.charAt(at + word.length);
    if (isWordStart(text, at) && !/[\p{L}\p{N}]/u.test(after)) return true;
  }
  return false;
}

function cutRuns(
  text: string,
  lit: readonly { readonly start: number; readonly end: number }[],
): readonly MarkedRun[] {
  const runs: MarkedRun[] = [];
  let at = 0;
  for (const { start, end } of lit) {
    if (end <= at) continue;
    if (start > at) runs.push({ text: text.slice(at, start), isMatch: false });
    runs.push({ text: text.slice(Math.max(at, start), end), isMatch: true });
    at = end;
  }
  if (at < text.length) runs.push({ text: text.slice(at), isMatch: false });
  return runs;
}
