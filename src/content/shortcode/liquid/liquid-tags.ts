import { evaluateCondition, evaluateOutput, isEqual, isTruthy } from './liquid-expression.ts';
import type { Evaluated } from './liquid-expression.ts';
import type { PostScope } from './liquid-scope.ts';
import type { Node, TagNode } from '../tags/match-tags.ts';
import type { Fragment, Output } from '../base/output.ts';
import type { Reporter } from '../base/reporter.ts';
import type { Tag } from '../tags/tag.ts';

const controlTags = new Set([
  'if',
  'unless',
  'case',
  'for',
  'assign',
  'capture',
  'break',
  'continue',
]);
/** Most rounds that one loop may make. A range holds more, so that its loop can tell. */
const maximumRounds = 1000;

/** One of the values behind `when`. */
const choiceWord = /"[^"]*"|'[^']*'|[^\s,]+/g;
/** What a round costs of what a post may print, so that empty loops come to an end. */
const roundCost = 50;

/** The services that the tags need of the expansion of the whole body. */
export interface TagHost {
  readonly scope: PostScope;
  readonly reporter: Reporter;
  /** Takes `cost` from what may still be printed; `false` when nothing is left. */
  spend(node: Node, cost: number): boolean;
  expandInto(nodes: readonly Node[], output: Output): void;
  expandAll(nodes: readonly Node[], line: number): Fragment;
}

/** Tells a tag that steers the output from one that prints something. */
export function isControlTag(tag: Tag): boolean {
  return tag.role === 'branch' || controlTags.has(tag.name);
}

/** Follows a Liquid tag that decides, repeats or assigns. */
export function expandControl(host: TagHost, node: TagNode, output: Output): void {
  switch (node.tag.name) {
    case 'if':
    case 'unless':
      return expandIf(host, node, output);
    case 'case':
      return expandCase(host, node, output);
    case 'for':
      return expandFor(host, node, output);
    case 'assign':
      return assign(host, node);
    case 'capture':
      return capture(host, node);
    default:
      report(host, node, `\`${node.tag.name}\` does nothing here.`);
  }
}

interface Branch {
  readonly node: TagNode;
  readonly nodes: Node[];
}

/** The body cut at its `else`, `elsif` and `when`. */
function splitBranches(node: TagNode): Branch[] {
  let branch: Branch = { node, nodes: [] };
  const branches = [branch];
  for (const child of node.body ?? []) {
    if (child.kind === 'tag' && child.tag.role === 'branch') {
      branch = { node: child, nodes: [] };
      branches.push(branch);
    } else branch.nodes.push(child);
  }
  return branches;
}

function expandIf(host: TagHost, node: TagNode, output: Output): void {
  for (const branch of splitBranches(node)) {
    const { tag } = branch.node;
    const isElse = tag.name === 'else';
    const condition = isElse ? undefined : evaluateCondition(tag.args, host.scope);
    if (!isElse && condition === undefined)
      report(
        host,
        branch.node,
        `The condition \`${tag.args}\` cannot be read; it is taken as false.`,
      );
    reportUnknown(host, branch.node, condition);
    const holds = isElse || (tag.name === 'unless') !== (condition?.value === true);
    if (holds && (isElse || condition !== undefined)) return host.expandInto(branch.nodes, output);
  }
}

function expandCase(host: TagHost, node: TagNode, output: Output): void {
  const subject = evaluateOutput(node.tag.args, host.scope);
  reportUnknown(host, node, subject);
  for (const branch of splitBranches(node).slice(1)) {
    const { tag } = branch.node;
    const choices = (tag.args.match(choiceWord) ?? []).filter((word) => word !== 'or');
    const isChosen = choices.some((choice) =>
      isEqual(evaluateOutput(choice, host.scope)?.value, subject?.value),
    );
    if (tag.name === 'else' || isChosen) return host.expandInto(branch.nodes, output);
  }
}

/** `for x in list limit: 2 offset: 1 reversed`. A list that is not known leaves only a report. */
function expandFor(host: TagHost, node: TagNode, output: Output): void {
  const match = /^([A-Za-z_][\w-]*)\s+in\s+(\([^)]*\)|[^\s]+)(.*)$/s.exec(node.tag.args);
  const list = match === null ? undefined : evaluateOutput(match[2] ?? '', host.scope);
  const [branch, otherwise] = splitBranches(node);
  if (match === null || list === undefined || !Array.isArray(list.value)) {
    report(host, node, `The list of \`${node.tag.args}\` is not known here; nothing is shown.`);
    if (otherwise !== undefined) host.expandInto(otherwise.nodes, output);
    return;
  }
  const chosen = selectItems(list.value, match[3] ?? '');
  const items = chosen.slice(0, maximumRounds);
  if (chosen.length > maximumRounds)
    report(host, node, `\`${node.tag.args}\` ends after ${maximumRounds} rounds.`);
  if (items.length === 0) return host.expandInto(otherwise?.nodes ?? [], output);
  items.forEach((item, index) => {
    if (!host.spend(node, roundCost)) return;
    host.scope.assign(match[1] ?? '', item);
    const position = { index: index + 1, index0: index, rindex: items.length - index };
    const ends = { first: index === 0, last: index === items.length - 1, length: items.length };
    host.scope.assign('forloop', { ...position, ...ends });
    host.expandInto(branch?.nodes ?? [], output);
  });
}

function selectItems(list: readonly unknown[], options: string): readonly unknown[] {
  const offset = Number(/\boffset\s*:\s*(\d{1,6})/.exec(options)?.[1] ?? 0);
  const limit = Number(/\blimit\s*:\s*(\d{1,6})/.exec(options)?.[1] ?? list.length);
  const items = list.slice(offset, offset + limit);
  return /\breversed\b/.test(options) ? items.toReversed() : items;
}

function assign(host: TagHost, node: TagNode): void {
  const match = /^([A-Za-z_][\w-]*)\s*=\s*(.*)$/s.exec(node.tag.args);
  const result = match === null ? undefined : evaluateOutput(match[2] ?? '', host.scope);
  if (match === null || result === undefined)
    return report(host, node, `\`${node.tag.args}\` cannot be read.`);
  reportUnknown(host, node, result);
  host.scope.assign(match[1] ?? '', result.value);
}

function capture(host: TagHost, node: TagNode): void {
  const name = node.tag.args.replace(/["'\s]/g, '');
  const { text } = host.expandAll(node.body ?? [], host.reporter.lineOf(node.tag.to));
  host.scope.assign(name, text.slice(0, 100_000));
}

function reportUnknown(host: TagHost, node: TagNode, result: Evaluated | undefined): void {
  if (result?.unknownName !== undefined && !isTruthy(result.value)) {
    report(host, node, `\`${result.unknownName}\` has no value here; it counts as empty.`, 'info');
  }
  if (result?.unknownFilter !== undefined) {
    report(
      host,
      node,
      `The filter \`${result.unknownFilter}\` is not known here; the value is used without it.`,
    );
  }
}

function report(
  host: TagHost,
  node: TagNode,
  message: string,
  severity: 'info' | 'warning' = 'warning',
): void {
  const remedy = 'Write what the tag should give into the post.';
  host.reporter.report({ offset: node.tag.from, message, remedy, severity });
}
