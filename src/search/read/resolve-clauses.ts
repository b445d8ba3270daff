import { clauseBudget } from './byte-budgets.ts';
import type { IndexReader } from './index-reader.ts';
import { findMatch } from './find-match.ts';
import type { Match } from './find-match.ts';
import type { Clause } from '../words/query.ts';
import type { SpellingWord } from '../format/side-files.ts';
import { findNearWords } from '../words/spelling.ts';
import type { Stem } from '../words/stem.ts';

/** Clauses resolved at once; the others only within the budget of bytes. */
const firstClauses = 4;

/** The matches of the clauses of a query, and the words that were repaired. */
export interface Resolved {
  /** One for each clause that was looked up; `undefined` when no post matches it, not even with its errors repaired. */
  readonly matches: readonly (Match | undefined)[];
  readonly corrections: readonly { readonly typed: string; readonly used: string }[];
}

/** Matches of all clauses. The long words go first; when they have cost much, the short ones are left out. */
export async function resolveClauses(
  reader: IndexReader,
  clauses: readonly Clause[],
  stems: readonly Stem[],
): Promise<Resolved> {
  const before = reader.countBytes();
  const ordered = clauses.toSorted((a, b) => measureClause(b) - measureClause(a));
  const first = await Promise.all(
    ordered.slice(0, firstClauses).map((clause) => resolveClause(reader, clause, stems)),
  );
  const hasRoom = reader.countBytes() - before <= clauseBudget;
  const rest = await Promise.all(
    ordered
      .slice(firstClauses)
      .map(async (clause) => hasRoom && resolveClause(reader, clause, stems)),
  );
  const resolved = [...first, ...rest.filter((clause) => clause !== false)];
  return {
    matches: resolved.map(({ match }) => match),
    corrections: resolved.flatMap(({ correction }) => correction ?? []),
  };
}

function measureClause(clause: Clause): number {
  // A phrase tells most.
  return clause.kind === 'word' ? clause.text.length : Number.MAX_SAFE_INTEGER;
}

async function resolveClause(
  reader: IndexReader,
  clause: Clause,
  stems: readonly Stem[],
): Promise<{
  readonly match: Match | undefined;
  readonly correction?: Resolved['corrections'][0];
}> {
  const match = await findMatch(reader, clause, stems);
  if (match !== undefined || clause.kind !== 'word') return { match };
  const used = findNearest(clause.text, await reader.loadSpelling());
  if (used === undefined) return { match };
  const repaired = await findMatch(reader, { kind: 'word', text: used, isPrefix: false }, stems);
  if (repaired === undefined) return { match };
  return { match: repaired, correction: { typed: clause.text, used } };
}

/** The nearest of the words that errors are repaired to: thousands, asked again with every key of the next word. */
const nearest = new WeakMap<readonly SpellingWord[], Map<string, string | undefined>>();
/** Mistyped words kept. */
const keptTyped = 50;

function findNearest(typed: string, words: readonly SpellingWord[]): string | undefined {
  const known = nearest.get(words) ?? new Map<string, string | undefined>();
  nearest.set(words, known);
  if (known.has(typed)) return known.get(typed);
  if (known.size >= keptTyped) known.clear();
  const [used] = findNearWords(typed, words);
  known.set(typed, used);
  return used;
}
