import type { SearchAnswer, SearchHit, SearchRequest } from '../../content/model/library.ts';
import { tally } from '../../content/model/tally.ts';
import type { PostCard } from '../../content/model/post.ts';
import { findBlock } from '../../content/front-matter/block.ts';
import { findPassage } from '../../search/text/passage.ts';
import { markText } from '../../search/words/mark-text.ts';
import { parseQuery } from '../../search/words/query.ts';
import type { Clause, Query } from '../../search/words/query.ts';
import { loadStemmer, stemmerOf } from '../../search/words/stem.ts';
import type { Stem } from '../../search/words/stem.ts';
import { suggestPosts } from '../../search/words/title-answer.ts';
import { tokenize } from '../../search/words/tokenize.ts';
import type { WordToken } from '../../search/words/tokenize.ts';
import { createWantedWords } from '../../search/words/wanted-words.ts';
import type { WantedWords } from '../../search/words/wanted-words.ts';

/** What saved posts are searched with. */
export interface SavedTexts {
  /** Of the blog: words of this language are found in their other forms. */
  readonly language: string;
  /** The raw text of a post by `PostCard.path`. */
  readonly loadText: (path: string) => Promise<string>;
}

/** Posts whose texts are read; in more, titles alone are searched. About two milliseconds each. */
const mostTexts = 300;

/** The posts among `cards` that have all words of `request` in title or text; those that have them in the title first. */
export async function searchSaved(
  cards: readonly PostCard[],
  request: SearchRequest,
  { language, loadText }: SavedTexts,
): Promise<SearchAnswer> {
  const query = parseQuery(request.text);
  const stems = await loadStems(language);
  const wanted = createWantedWords(query, { stems });
  const hasAll = createTest(query, stems);
  const titles: SearchHit[] = [];
  const texts: SearchHit[] = [];
  const chosen = cards.filter((card) =>
    request.keywords.every((slug) => card.keywords.some((keyword) => keyword.slug === slug)),
  );
  for (const [at, post] of chosen.entries()) {
    request.signal?.throwIfAborted();
    const isInTitle = hasAll(post.title);
    const text = at < mostTexts ? await loadText(post.path) : '';
    if (!isInTitle && !hasAll(`${post.title}\n${findBlock(text).body}`)) continue;
    (isInTitle ? titles : texts).push(createHit(post, text, wanted));
  }
  const found = [...titles, ...texts];
  if (request.order === 'newest') found.sort((a, b) => b.post.id - a.post.id);
  return {
    hits: found.slice(0, request.limit),
    total: found.length,
    counts: Object.fromEntries(
      tally(found.flatMap(({ post }) => post.keywords.map(({ slug }) => slug))),
    ),
    counted: 'all',
    match: found.length > 0 ? 'all' : 'none',
    corrections: [],
    suggestions: found.length > 0 ? [] : suggestPosts(cards, request.text),
    scope: 'titles',
  };
}

/** Without the stemmer, which may not be on this device, words are found as they are typed. */
async function loadStems(language: string): Promise<readonly Stem[]> {
  try {
    return [await loadStemmer(stemmerOf(language))];
  } catch {
    return [];
  }
}

/** Tells whether a text has every word of `query`, and none that it excludes. */
function createTest(
  { required, excluded }: Query,
  stems: readonly Stem[],
): (text: string) => boolean {
  const needed = required.map((clause) => createClauseTest(clause, stems));
  const banned = excluded.map((clause) => createClauseTest(clause, stems));
  return (text) => {
    const tokens = tokenize(text);
    if (needed.length === 0 || banned.some((isIn) => isIn(tokens))) return false;
    return needed.every((isIn) => isIn(tokens));
  };
}

function createClauseTest(
  clause: Clause,
  stems: readonly Stem[],
): (tokens: readonly WordToken[]) => boolean {
  if (clause.kind === 'word') {
    const words = createWantedWords({ required: [clause], excluded: [], favoured: [] }, { stems });
    return (tokens) => tokens.some(({ text }) => words.isMatch(text));
  }
  const [first, ...others] = clause.terms;
  if (first === undefined) return () => true;
  return (tokens) => {
    const places = new Set(tokens.map(({ text, position }) => `${position} ${text}`));
    return tokens.some(
      ({ text, position }) =>
        text === first.text &&
        others.every((term) => places.has(`${position + term.at - first.at} ${term.text}`)),
    );
  };
}

function createHit(post: PostCard, text: string, wanted: WantedWords): SearchHit {
  const passage = text === '' ? undefined : findPassage(text, wanted);
  return {
    post,
    title: markText(post.title, wanted),
    excerpt: passage && markText(passage.excerpt, wanted),
    sections: (passage?.sections ?? []).map(({ id, title }) => ({
      id,
      title: markText(title, wanted),
    })),
  };
}
