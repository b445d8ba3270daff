import type { SearchAnswer, SearchHit, SearchRequest } from '../../content/model/library.ts';
import type { PostCard } from '../../content/model/post.ts';
import { tally } from '../../content/model/tally.ts';
import { markText } from './mark-text.ts';
import { createWantedWords } from './wanted-words.ts';
import { parseQuery } from './query.ts';
import type { Query } from './query.ts';
import { matchTitles, suggestTitles } from './titles.ts';

/** The part of a request that titles can answer. */
type TitleRequest = Omit<SearchRequest, 'order'>;

/** The answer without the index: those of `cards` whose title matches, in their order. */
export function answerFromTitles(
  cards: readonly PostCard[],
  { text, keywords, limit }: TitleRequest,
): SearchAnswer {
  const query = parseQuery(text);
  const found = findPosts(cards, query, keywords);
  const slugs = found.flatMap((post) => post.keywords.map(({ slug }) => slug));
  return {
    hits: markPosts(found.slice(0, limit), query),
    total: found.length,
    counts: Object.fromEntries(tally(slugs)),
    counted: 'all',
    match: found.length > 0 ? 'all' : 'none',
    corrections: [],
    suggestions: found.length > 0 ? [] : suggestPosts(cards, text),
    scope: 'titles',
  };
}

/**
 * Posts among `cards` whose title matches, by the rules of the search, newest first and without a passage.
 * Linear in the titles, whose words are kept: asked on every keystroke.
 */
export function findTitles(
  cards: Iterable<PostCard>,
  { text, keywords, limit }: TitleRequest,
): readonly SearchHit[] {
  const query = parseQuery(text);
  const found = findPosts(cards, query, keywords).toSorted((a, b) => b.id - a.id);
  return markPosts(found.slice(0, limit), query);
}

/** Posts with a title near what was typed. */
export function suggestPosts(
  cards: readonly PostCard[],
  text: string,
): SearchAnswer['suggestions'] {
  return suggestTitles(cards, parseQuery(text)).map(({ permalink, title }) => ({
    permalink,
    title,
  }));
}

function findPosts(
  cards: Iterable<PostCard>,
  query: Query,
  keywords: readonly string[],
): readonly PostCard[] {
  return matchTitles(cards, query).filter((post) =>
    keywords.every((slug) => post.keywords.some((keyword) => keyword.slug === slug)),
  );
}

function markPosts(posts: readonly PostCard[], query: Query): readonly SearchHit[] {
  const wanted = createWantedWords(query, { stems: [] });
  return posts.map((post) => ({
    post,
    title: markText(post.title, wanted),
    excerpt: undefined,
    sections: [],
  }));
}
