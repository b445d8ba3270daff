/**
 * The index as one search reads it. A query is answered in these steps, each of which asks the reader:
 *
 *     parseQuery       "std mem"         two clauses, the last one a beginning that is still being typed
 *     resolveClauses   std → shard 12    the list of each clause: key-lookup.ts finds the one shard that may have its key
 *                      mem* → shard 7
 *     findPosts        {3, 9} ∩ {9, 14}  the posts in all lists; a list of more than 600 posts has its ids in a tail file
 *     createScorer     9: 4.2            their order, by the weights that stand in the lists
 *     tallyKeywords    rust: 1           the counts of the chips, from the lists, facet files or the commonest keywords
 *     findCards        9: `Pointers`     title and keywords of the posts that no list shows, from card files
 *
 * The bytes that each step may spend stand in byte-budgets.ts; docs/search.md describes the files.
 *
 * @example
 * const files = createIndexFiles((name) => fetchBytes(`/data/v1/s/${name}`));
 * const query = parseQuery('std mem');
 * await findPosts(createIndexReader(files), { query, stems: [], keywords: [], order: 'best', limit: 20 });
 * // { ids: [9], total: 1, match: 'all', counts: Map { 0 => 1 }, … }
 */
import type { SearchRoot } from '../format/root-file.ts';
import type { IndexFiles, LoadFile } from './index-files.ts';
import { createKeyLookup } from './key-lookup.ts';
import type { KeyLookup } from './key-lookup.ts';
import { createSideTables } from './side-tables.ts';
import type { SideTables } from './side-tables.ts';

/** The files of the index as one search asks them; each is fetched once. Every method may throw a ContentError. */
export interface IndexReader extends KeyLookup, SideTables {
  loadRoot(): Promise<SearchRoot>;
  /** Bytes fetched for this reader. Files that another reader had requested already are not among them. */
  countBytes(): number;
}

/** A reader for one search. */
export function createIndexReader(files: IndexFiles): IndexReader {
  let fetched = 0;
  const load: LoadFile = async (name, stamp) => {
    const file = await files.load(name, stamp);
    fetched += file.length;
    return file;
  };
  return {
    ...createKeyLookup(files, load),
    ...createSideTables(files, load),
    loadRoot: async () => (await files.root(load)).root,
    countBytes: () => fetched,
  };
}
