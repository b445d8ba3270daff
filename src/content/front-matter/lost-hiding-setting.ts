// The net below recovery. It looks at single lines of a damaged front matter, so that no fault around
// `draft: true` can publish a draft.

import { maximumBlockLength } from './plain-block.ts';
import type { Block } from './plain-block.ts';
import { findHidingRule, isHiding } from './base/hiding-rule.ts';
import type { HidingRule } from './base/hiding-rule.ts';

/** A setting that keeps a post from the public, as a line of text has it. */
export interface HidingSetting {
  readonly name: HidingRule['name'];
  readonly value: string;
  /** 1-based line of the source. */
  readonly line: number;
  /** The line itself. */
  readonly text: string;
}

/** Lines of a source, and the 1-based number of the first. */
interface Region {
  readonly lines: readonly string[];
  readonly line: number;
}

/** A setting alone in its line; a brace, a comma and a remark may be around it. */
const settingLine =
  /^(?:\{ ?)?["'“]?([a-z_-]{1,12})["'”]? ?([:=]) ?["'“]?([a-z\d]{0,12})["'”]? ?[,;}]? ?(?:(?:#|\/\/).*)?$/i;

const fence = /^(?:---|\+\+\+)[ \t]*\r?$/;
/** What was meant as a fence, and fences themselves. */
const fenceLike =
  /^(?:-{2,}|\+{2,}|[-–—]{1,3}|(?:---|\+\+\+)[ \t]*(?:ya?ml|toml|json))\s*(?:#.*)?$/i;

/** The first line of code in the text of a post, which is no front matter any more. */
const codeFence = /^(?:```|~~~)/m;

/** The dots that close YAML, and code: no setting is below. */
const closing = /^(?:\.{3}\s*$|```|~~~)/;

/** The header of a table of TOML: what follows is the table's. */
const tableHeader = /^\[\[?[\w."' -]+\]\]?\s*(?:#.*)?$/;

/** Beyond a front matter that is not closed, that many characters are looked through. */
const longestLoss = 2048;

/**
 * The first line in the front matter of `block` that hides the post by `draft: true`, `published = false`,
 * `"status": "private"` or the like, unless `values` hide it by that setting under any of its names.
 *
 * A line counts if the setting is all of it and it is not indented more than the others, outside of tables and
 * long texts of TOML. A front matter that is not closed ends at a blank line. Where none was found, one is
 * looked for below a first line that is a fence or comes near one, such as `----`. Linear in the length of the
 * text.
 */
export function findHidingSetting(
  block: Block,
  values: Readonly<Record<string, unknown>> = {},
): HidingSetting | undefined {
  const { lines, line } = findRegion(block);
  const indent = findIndent(lines);
  // The quotes of the long text that a line lies in.
  let quotes: string | undefined;
  for (const [at, text] of lines.entries()) {
    if (quotes === undefined && tableHeader.test(text)) return undefined;
    const mark = quotes ?? /"""|'''/.exec(text)?.[0];
    if (mark !== undefined && text.split(mark).length % 2 === 0) {
      quotes = quotes === undefined ? mark : undefined;
    } else if (quotes === undefined && text.startsWith(indent)) {
      const setting = readLine(text.slice(indent.length), values);
      if (setting !== undefined) return { ...setting, line: line + at, text };
    }
  }
  return undefined;
}

/** Where a lost setting may be. */
function findRegion(block: Block): Region {
  const { kind, text, body, line, isClosed } = block;
  if (kind === 'none') return findMeant(body);
  const whole = isClosed ? text : text + body.slice(0, longestLoss);
  const code = whole.search(codeFence);
  const lines = (code === -1 ? whole : whole.slice(0, code)).split('\n');
  return { lines: isClosed ? lines : takeParagraph(lines), line };
}

/** The lines of what was meant as front matter, if the first line of `source` comes near a fence. */
function findMeant(source: string): Region {
  const head = source.slice(0, maximumBlockLength);
  const [first = ''] = /^.*/.exec(head.trimStart()) ?? [];
  if (!fenceLike.test(first.trimEnd())) return { lines: [], line: 1 };
  const lines = head.split('\n');
  const start = lines.findIndex((each) => each.trim() !== '') + 1;
  const rest = lines.slice(start);
  const line = start + 1;
  const found = cutAtFence(takeParagraph(rest));
  if (!fence.test(first)) return { lines: found, line };
  // A true fence is a rule if a blank line is below it, or nothing but one paragraph.
  const length = head.trimEnd().split('\n').length - start;
  const isRule = rest[0]?.trim() === '' || found.length >= length;
  return { lines: isRule ? [] : found, line };
}

/** The lines above a fence or code. */
function cutAtFence(lines: readonly string[]): readonly string[] {
  const end = lines.findIndex((each) => closing.test(each) || fenceLike.test(each.trimEnd()));
  return end === -1 ? lines : lines.slice(0, end);
}

/** The lines up to the first blank one below another. */
function takeParagraph(lines: readonly string[]): readonly string[] {
  const start = lines.findIndex((line) => line.trim() !== '');
  const end = lines.findIndex((line, at) => at > start && line.trim() === '');
  return end === -1 ? lines : lines.slice(0, end);
}

/** The shortest indent; braces of JSON and comments have none that counts. */
function findIndent(lines: readonly string[]): string {
  const own = lines.filter((line) => !/^\s*(?:[{}#].*)?$/.test(line));
  const indents = own.map((line) => /^\s*/.exec(line)?.[0] ?? '');
  return indents.reduce(
    (least, each) => (each.length < least.length ? each : least),
    indents[0] ?? '',
  );
}

function readLine(
  line: string,
  values: Readonly<Record<string, unknown>>,
): Pick<HidingSetting, 'name' | 'value'> | undefined {
  // One blank for a run of them keeps the pattern linear; one at the start is more of an indent.
  const [, key = '', sign, value = ''] =
    settingLine.exec(line.trimEnd().replace(/\s+/g, ' ')) ?? [];
  const rule = findHidingRule(key);
  if (rule === undefined) return undefined;
  const isRead = Object.keys(values).some(
    (name) => findHidingRule(name) === rule && isHiding(rule, values[name]),
  );
  // TOML has no empty values: the one that is missing is most likely the usual one.
  const isCut = rule.name === 'draft' && value === '' && sign === '=';
  if (isRead || !(isCut || rule.words.has(value.toLowerCase()))) return undefined;
  return { name: rule.name, value: value || 'true' };
}
