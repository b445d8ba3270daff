import { tally } from '../model/tally.ts';
import { splitRuns } from './card-data.ts';
import { openData } from './data-reader.ts';
import { formatNumbers, fromDeltas, toDeltas } from './number-text.ts';
import { createCounts, readStamps } from './overview-data.ts';
import type { Counts } from './overview-data.ts';
import { indexSchema } from './post-index.ts';
import type { PostCard } from '../model/post.ts';

/**
 * `k/<slug>/f.json`: the other keywords of each post of one keyword. Answers every selection that
 * includes the keyword, counts and all. About three bytes a post, gzipped.
 */
export interface FacetShard {
  readonly buildId: string;
  readonly slug: string;
  /** Ids of the keyword's posts, oldest first. */
  readonly ids: readonly number[];
  /** Slugs of the other keywords that occur, commonest first. */
  readonly keywords: readonly string[];
  /** For each post the places of its other keywords in {@link keywords}, ascending. */
  readonly sets: readonly (readonly number[])[];
  /** Stamps of the keyword's card shards. */
  readonly blocks: readonly string[];
}

/** Posts that have all of some keywords, and how they spread over the others. */
export interface FacetMatch {
  /** Oldest first. */
  readonly ids: readonly number[];
  /** The place of each id among the posts of the shard's keyword. */
  readonly places: readonly number[];
  readonly counts: Counts;
}

/** The facets of `slug` from the `cards` that have it, oldest first. */
export function createFacets(
  { buildId, slug, blocks }: Pick<FacetShard, 'buildId' | 'slug' | 'blocks'>,
  cards: readonly PostCard[],
): FacetShard {
  const slugs = cards.flatMap(({ keywords }) => keywords.map((keyword) => keyword.slug));
  const keywords = [...tally(slugs.filter((other) => other !== slug))]
    .toSorted(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
    .map(([other]) => other);
  const places = new Map(keywords.map((other, place) => [other, place]));
  return {
    buildId,
    slug,
    blocks,
    ids: cards.map(({ id }) => id),
    keywords,
    sets: cards.map((card) =>
      card.keywords.flatMap((other) => places.get(other.slug) ?? []).toSorted((a, b) => a - b),
    ),
  };
}

/**
 * The facets of a keyword as the text of its file: ids as differences, sets as one row of numbers.
 *
 * @example
 * encodeFacets({ ids: [3, 5], sets: [[0, 2], [1]], … })  // '{ …, "ids":"64", …, "sets":"20211"}'
 */
export function encodeFacets(facets: FacetShard): string {
  const { buildId, slug, ids, keywords, sets, blocks } = facets;
  return JSON.stringify({
    schema: indexSchema,
    buildId,
    slug,
    blocks: blocks.join(' '),
    ids: formatNumbers(toDeltas(ids)),
    keywords,
    sets: formatNumbers(
      sets.flatMap((set) => [set.length, ...set.map((at, n) => at - (set[n - 1] ?? 0))]),
    ),
  });
}

/**
 * The facets in `value`, the parsed file `place`.
 *
 * @throws ContentError naming `place` and the field that is wrong, also when ids and sets do not fit together
 */
export function decodeFacets(value: unknown, place: string): FacetShard {
  const data = openData(value, place, indexSchema);
  const ids = fromDeltas(data.numbers('ids'));
  const keywords = data.strings('keywords');
  const sets = splitRuns(data.numbers('sets'), data, 'sets').map((run) => {
    let last = 0;
    return run.map((step) => (last += step));
  });
  if (sets.length !== ids.length) data.fail('sets', `${ids.length} sets`);
  if (sets.some((set) => (set.at(-1) ?? 0) >= Math.max(1, keywords.length))) {
    data.fail('sets', `places among ${keywords.length}`);
  }
  const [buildId, slug, blocks] = [data.string('buildId'), data.string('slug'), readStamps(data)];
  return { buildId, slug, ids, keywords, sets, blocks };
}

/** The posts of `facets` that have all of `slugs`. Linear in the shard. */
export function matchFacets(facets: FacetShard, slugs: readonly string[]): FacetMatch {
  const wanted = slugs
    .filter((slug) => slug !== facets.slug)
    .map((slug) => facets.keywords.indexOf(slug));
  const ids: number[] = [];
  const places: number[] = [];
  const totals = facets.keywords.map(() => 0);
  for (const [place, id] of facets.ids.entries()) {
    const set = facets.sets[place] ?? [];
    // An unknown keyword is at place -1, which no set holds.
    if (!wanted.every((keyword) => set.includes(keyword))) continue;
    ids.push(id);
    places.push(place);
    for (const keyword of set) totals[keyword] = (totals[keyword] ?? 0) + 1;
  }
  const counted = facets.keywords.map((slug, keyword) => [slug, totals[keyword] ?? 0] as const);
  const own = [facets.slug, ids.length] as const;
  return { ids, places, counts: createCounts([own, ...counted].filter(([, count]) => count > 0)) };
}
