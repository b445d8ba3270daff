import type { SearchHit } from '../../content/model/library.ts';
import type { PostCard } from '../../content/model/post.ts';
import { markText } from '../../search/words/excerpt.ts';
import { createMatcher } from '../../search/words/matcher.ts';
import { parseQuery } from '../../search/words/query.ts';
import { matchTitles } from '../../search/words/titles.ts';

/**
 * Posts among `cards` whose title is what `text` asks for, by the rules of the search, newest first and
 * without a passage. Linear in the titles, whose words are kept: asked on every keystroke.
 */
export function findTitles(
  cards: Iterable<PostCard>,
  text: string,
  keywords: readonly string[],
  limit: number,
): readonly SearchHit[] {
  const query = parseQuery(text);
  const matcher = createMatcher(query, { stems: [] });
  return matchTitles(cards, query)
    .filter((post) =>
      keywords.every((slug) => post.keywords.some((keyword) => keyword.slug === slug)),
    )
    .toSorted((a, b) => b.id - a.id)
    .slice(0, limit)
    .map((post) => ({
      post,
      title: markText(post.title, (token) => matcher.isMatch(token)),
      excerpt: undefined,
      sections: [],
    }));
}
