import type { SearchAnswer, SearchRequest } from '../../content/model/library.ts';
import type { PostCard } from '../../content/model/post.ts';
import { markText } from './excerpt.ts';
import { createMatcher } from './matcher.ts';
import { parseQuery } from './query.ts';
import { matchTitles, suggestTitles } from './titles.ts';

/** What is known without the index: which of `cards` have a title that is asked for, in their order. */
export function answerFromTitles(
  cards: readonly PostCard[],
  { text, keywords, limit }: Omit<SearchRequest, 'order'>,
): SearchAnswer {
  const query = parseQuery(text);
  const matcher = createMatcher(query, { stems: [] });
  const found = matchTitles(cards, query).filter((card) => hasKeywords(card, keywords));
  const counts = new Map<string, number>();
  for (const { slug } of found.flatMap((card) => card.keywords)) {
    counts.set(slug, (counts.get(slug) ?? 0) + 1);
  }
  return {
    hits: found.slice(0, limit).map((post) => ({
      post,
      title: markText(post.title, (token) => matcher.isMatch(token)),
      excerpt: undefined,
      sections: [],
    })),
    total: found.length,
    counts: Object.fromEntries(counts),
    counted: 'all',
    match: found.length > 0 ? 'all' : 'none',
    corrections: [],
    suggestions: found.length > 0 ? [] : suggestPosts(cards, text),
    scope: 'titles',
  };
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

function hasKeywords(card: PostCard, slugs: readonly string[]): boolean {
  return slugs.every((slug) => card.keywords.some((keyword) => keyword.slug === slug));
}
