import { extractBlocks } from '../../../src/search/text/text-blocks.ts';
import { parseQuery } from '../../../src/search/words/query.ts';
import type { Clause } from '../../../src/search/words/query.ts';
import type { Stem } from '../../../src/search/words/stem.ts';
import { tokenize } from '../../../src/search/words/tokenize.ts';
import type { TestPost } from '../../support/search-blog.ts';

/** What a scan finds: the plain meaning of a query, without any index. */
export interface ScanAnswer {
  readonly match: 'all' | 'some' | 'none';
  /** Ascending. */
  readonly ids: readonly number[];
}

/** Reads every post for every word of the query. `stems` are those of the blog's languages, by post. */
export function scanPosts(
  posts: readonly TestPost[],
  text: string,
  { stem, keywords = [] }: { readonly stem: Stem; readonly keywords?: readonly string[] },
): ScanAnswer {
  const query = parseQuery(text);
  const read = posts.map((post, id) => ({
    id,
    keywords: post.keywords ?? [],
    texts: listTexts(post),
  }));
  const has = (id: number, clause: Clause): boolean => matches(read[id]?.texts ?? [], clause, stem);
  const allowed = read.filter(
    (post) =>
      keywords.every((keyword) => post.keywords.includes(keyword)) &&
      !query.excluded.some((clause) => has(post.id, clause)),
  );
  const counted = allowed.map(({ id }) => ({
    id,
    count: query.required.filter((clause) => has(id, clause)).length,
  }));
  const pick = (count: number): number[] =>
    counted.filter((post) => post.count === count).map(({ id }) => id);
  if (query.required.length === 0) return { match: 'none', ids: [] };
  const all = pick(query.required.length);
  if (all.length > 0) return { match: 'all', ids: all };
  const most = Math.max(0, ...counted.map(({ count }) => count));
  const some = most === 0 ? [] : pick(most);
  return some.length > 0 ? { match: 'some', ids: some } : { match: 'none', ids: [] };
}

/** Title, blocks and keywords, each of which is read by itself. */
function listTexts({ title, body = '', keywords = [] }: TestPost): string[] {
  return [title, ...extractBlocks(body).map(({ text }) => text), ...keywords];
}

function matches(texts: readonly string[], clause: Clause, stem: Stem): boolean {
  if (clause.kind === 'phrase') return texts.some((text) => hasPhrase(text, clause.terms));
  const stemmed = stem(clause.text);
  return texts.some((text) =>
    tokenize(text).some(
      (token) =>
        token.text === clause.text ||
        (token.kind === 'word' && stem(token.text) === stemmed) ||
        (clause.isPrefix && token.text.startsWith(clause.text)),
    ),
  );
}

function hasPhrase(
  text: string,
  terms: readonly { readonly text: string; readonly at: number }[],
): boolean {
  const tokens = tokenize(text);
  return tokens.some((first) =>
    terms.every(({ text: wanted, at }) =>
      tokens.some((token) => token.text === wanted && token.position === first.position + at),
    ),
  );
}
