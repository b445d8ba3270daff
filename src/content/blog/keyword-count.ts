import type { CatalogEntry } from '../model/catalog-entry.ts';
import type { Problem } from '../model/problem.ts';
import type { KeywordCount } from '../model/library.ts';
import { nameSource } from '../model/post.ts';
import type { Keyword, PostCard, PostMeta } from '../model/post.ts';
import { slugify } from '../text/slug.ts';
import { identifyKeyword } from '../post/taxonomy.ts';

/**
 * Name and address of every keyword of `posts`, given oldest first, by {@link identifyKeyword}. The name is the
 * most often written, the oldest of equals. Of keywords that would have one address, as `año` and `ano`, the
 * first has it and the others get a number.
 */
export function nameKeywords(posts: readonly PostMeta[]): ReadonlyMap<string, Keyword> {
  const spellings = new Map<string, { readonly slug: string; counts: Map<string, number> }>();
  for (const { keywords } of posts) {
    for (const { slug, name } of keywords) {
      const identity = identifyKeyword(name);
      const spelling = spellings.get(identity) ?? { slug, counts: new Map<string, number>() };
      spelling.counts.set(name, (spelling.counts.get(name) ?? 0) + 1);
      spellings.set(identity, spelling);
    }
  }
  const slugs = numberTwins([...spellings.values()].map(({ slug }) => slug));
  const keywords = new Map<string, Keyword>();
  for (const [at, [identity, { slug, counts }]] of [...spellings].entries()) {
    let best = '';
    for (const [name, count] of counts) if (count > (counts.get(best) ?? 0)) best = name;
    keywords.set(identity, { name: best, slug: slugs[at] ?? slug });
  }
  return keywords;
}

/** `slugs` with a number behind each that was there before. */
function numberTwins(slugs: readonly string[]): readonly string[] {
  const taken = new Set(slugs);
  const seen = new Set<string>();
  return slugs.map((slug) => {
    let own = slug;
    for (let number = 2; seen.has(slug) && taken.has(own); number++) own = `${slug}-${number}`;
    seen.add(slug);
    taken.add(own);
    return own;
  });
}

/** The number of `cards` that have each keyword, by count, then name. */
export function countKeywords(cards: Iterable<PostCard>): KeywordCount[] {
  const counts = new Map<string, { name: string; slug: string; count: number }>();
  for (const { keywords } of cards) {
    for (const { slug, name } of keywords) {
      const entry = counts.get(slug);
      if (entry === undefined) counts.set(slug, { name, slug, count: 1 });
      else entry.count++;
    }
  }
  return [...counts.values()].toSorted(compareKeywords);
}

/** Most companions told of. */
const mostCompanions = 8;

/** The keywords that most of `cards`, which have `slug`, have too: out of their `counts`, by count, then name. */
export function findCompanions(counts: readonly KeywordCount[], slug: string): KeywordCount[] {
  return counts.filter((keyword) => keyword.slug !== slug).slice(0, mostCompanions);
}

/** Keywords that differ only in spaces, hyphens, accents or a final `s`, or in their addresses only by a number, each reported once. */
export function findNearDuplicates(
  keywords: readonly KeywordCount[],
  entries: readonly CatalogEntry[],
): Problem[] {
  const commonest = new Map<string, KeywordCount>();
  const twins = new Map<string, KeywordCount>();
  // `keywords` comes by count, so the first of a group is the spelling to keep.
  for (const keyword of keywords) {
    const likenesses = [squash(keyword.name), `/${slugify(keyword.name)}`];
    const other = likenesses.map((likeness) => commonest.get(likeness)).find(Boolean);
    if (other !== undefined) twins.set(keyword.slug, other);
    for (const likeness of likenesses) {
      if (!commonest.has(likeness)) commonest.set(likeness, other ?? keyword);
    }
  }
  if (twins.size === 0) return [];

  const problems: Problem[] = [];
  const counts = new Map(keywords.map((keyword) => [keyword.slug, keyword]));
  for (const { meta } of entries) {
    for (const { slug } of meta.keywords) {
      const [keyword, other] = [counts.get(slug), twins.get(slug)];
      if (keyword === undefined || other === undefined) continue;
      twins.delete(slug);
      problems.push(describeTwins(nameSource(meta), keyword, other));
    }
  }
  return problems;
}

function compareKeywords(a: KeywordCount, b: KeywordCount): number {
  if (a.count !== b.count) return b.count - a.count;
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.slug < b.slug ? -1 : 1;
}

/** `C`, `C++` and `C#` stay apart, `.net` and `net` too; `Web-Assembly` and `webassembly` fall together. */
function squash(name: string): string {
  const letters = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/(?<!^)[^\p{L}\p{N}+#]+/gu, '');
  return letters.length > 3 ? letters.replace(/s$/, '') : letters;
}

function describeTwins(file: string, keyword: KeywordCount, other: KeywordCount): Problem {
  return {
    kind: 'keyword',
    severity: 'info',
    file,
    message: `The keywords ${formatCount(keyword)} and ${formatCount(other)} are almost the same.`,
    remedy: `Write \`${other.name}\` if they mean the same.`,
  };
}

function formatCount({ name, count }: KeywordCount): string {
  return `\`${name}\` (${count} ${count === 1 ? 'post' : 'posts'})`;
}
