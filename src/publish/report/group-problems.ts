import type { Problem, Severity } from '../../content/model/problem.ts';

/** Problems that say the same of different things. */
export interface ProblemGroup {
  readonly severity: Severity;
  /** The sentence of all, with `…` for each value that is not the same in all. */
  readonly message: string;
  readonly problems: readonly Problem[];
}

/** Problems put together. */
export interface GroupedProblems {
  /** The largest first. */
  readonly groups: readonly ProblemGroup[];
  /** Those that few others are like, in their order. */
  readonly rest: readonly Problem[];
}

/** As many problems that say the same are no group yet. */
const smallest = 6;

/** What a sentence names: values in backticks, and numbers. */
const value = /`[^`]*`|\d+/g;

/**
 * `problems` with those put together that say the same, where there are more than a few. Where most of a group speak of
 * one thing, those are a group of their own. Errors stay by themselves.
 */
export function groupProblems(problems: readonly Problem[]): GroupedProblems {
  const all = [...groupBy(problems, describeKind).values()].flatMap(splitOffMost);
  const groups = all.filter((group) => group.length > smallest && group[0]?.severity !== 'error');
  const grouped = new Set(groups.flat());
  return {
    groups: groups
      .flatMap(([first, ...others]) => (first === undefined ? [] : [makeGroup([first, ...others])]))
      .toSorted((a, b) => b.problems.length - a.problems.length),
    rest: problems.filter((problem) => !grouped.has(problem)),
  };
}

/** Equal for problems that say the same of different things. */
function describeKind({ kind, severity, message }: Problem): string {
  return `${kind} ${severity} ${message.replace(value, '…')}`;
}

/** `problems`, which say the same, in two groups where more than half of many speak of one thing. */
function splitOffMost(problems: readonly Problem[]): readonly (readonly Problem[])[] {
  const [most = []] = [...groupBy(problems, ({ message }) => message).values()].toSorted(
    (a, b) => b.length - a.length,
  );
  if (most.length <= smallest || most.length <= problems.length / 2) return [problems];
  const taken = new Set(most);
  return [most, problems.filter((problem) => !taken.has(problem))];
}

/** `items` by what `describe` says of each, in the order in which they come first. */
export function groupBy<Item>(
  items: readonly Item[],
  describe: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(describe(item));
    if (group === undefined) groups.set(describe(item), [item]);
    else group.push(item);
  }
  return groups;
}

function makeGroup(problems: readonly [Problem, ...Problem[]]): ProblemGroup {
  const [{ severity, message }] = problems;
  const values = problems.map((problem) => problem.message.match(value) ?? []);
  let at = -1;
  const common = message.replace(value, (own) => {
    at++;
    if (values.every((list) => list[at] === own)) return own;
    return own.startsWith('`') ? '`…`' : '…';
  });
  return { severity, message: common, problems };
}
