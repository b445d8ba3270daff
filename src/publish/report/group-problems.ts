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
 * `problems` with those put together that say the same of the same thing, and of the others those that say the same of
 * different things, where there are more than a few. Errors stay by themselves.
 */
export function groupProblems(problems: readonly Problem[]): GroupedProblems {
  const same = splitBy(problems, ({ message }) => message);
  const alike = splitBy(same.rest, ({ message }) => message.replace(value, '…'));
  const groups = [...same.groups, ...alike.groups].flatMap(([first, ...others]) =>
    first === undefined ? [] : [makeGroup([first, ...others])],
  );
  return {
    groups: groups.toSorted((a, b) => b.problems.length - a.problems.length),
    rest: alike.rest,
  };
}

/** `problems` by what `describe` says of each, in the order in which they come first. */
export function groupBy(
  problems: readonly Problem[],
  describe: (problem: Problem) => string,
): ReadonlyMap<string, readonly Problem[]> {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const group = groups.get(describe(problem));
    if (group === undefined) groups.set(describe(problem), [problem]);
    else group.push(problem);
  }
  return groups;
}

function splitBy(
  problems: readonly Problem[],
  describe: (problem: Problem) => string,
): { groups: readonly (readonly Problem[])[]; rest: readonly Problem[] } {
  const keyOf = (problem: Problem): string =>
    `${problem.kind} ${problem.severity} ${describe(problem)}`;
  const groups = groupBy(problems, keyOf);
  const isRepeated = (problem: Problem): boolean =>
    problem.severity !== 'error' && (groups.get(keyOf(problem))?.length ?? 0) > smallest;
  return {
    groups: [...groups.values()].filter(([first]) => first !== undefined && isRepeated(first)),
    rest: problems.filter((problem) => !isRepeated(problem)),
  };
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
