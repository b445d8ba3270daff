import type { CountScope } from '../../content/model/library.ts';

/*
 * The goals of docs/search.md: 17 to 41 kB for the first word a reader searches, code included, and at most 50; at most
 * 80 kB for several words or a mistyped one; at most 25 kB for each search after the first, whether the blog has 30 posts
 * or 100,000. Only counts of all keywords may cost more: the reader asks for them by unfolding the chips.
 *
 * The steps of a search spend in the order below, and each looks at what is spent. A budget that is used up makes the
 * answer poorer, never wrong: a short word is not searched, a very common one not required, a chip shows an upper
 * bound, a result comes without its excerpt. Bytes are those of files as they are sent; the root of the index,
 * and the file of all cards where there is one, are fetched once for all searches and count in none.
 */

/** 1. Shards of the four longest clauses: the clauses after them are searched only when these cost no more. */
export const clauseBudget = 30_000;

/** 2. Tails, the ids of long lists: beyond it a common word is no longer required. A selected keyword always is. */
export const tailBudget = 20_000;

/** 3. All files of a search, those of its counts included: of all keywords, and of the commonest. */
export const countBudgets: Readonly<Record<CountScope, number>> = { all: 56_000, common: 21_000 };

/** 4. All files of a search, with the posts that are read for excerpts: beyond it a result has none at first. */
export const passageBudget = 24_000;

/** 4. The posts among them. */
export const rawBudget = 20_000;

/** 4. About what the code costs that cuts excerpts: it is fetched with the first of them. */
export const passageCodeBytes = 9_500;
