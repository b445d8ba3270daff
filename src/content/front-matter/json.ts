import { loadYaml } from './load-formats.ts';
import { positionAt } from '../model/problem.ts';
import type { BlockReading, Fault } from './block.ts';
import { isTable } from './fields.ts';
import { chooseValue } from './base/hiding-rule.ts';
import { createTable } from './base/values.ts';

/** A string of JSON, or a sign that opens, closes or parts values. */
const sign = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],]/gs;

/**
 * The object that `text` holds. Where it is no JSON, YAML takes what people add to it: comments, single quotes, a comma
 * too many. Never throws; the YAML package is loaded for such only.
 */
export async function readJson(text: string): Promise<BlockReading> {
  const values = parseObject(text);
  if (values !== undefined) return settleRepeats(values, text);
  const yaml = await loadYaml();
  const inner = text.trim().replace(/^\{/, '').replace(/\}$/, '');
  const reading = yaml.parseYaml(text) ?? yaml.readYaml(looseJsonToYaml(inner));
  const message = 'The front matter is not valid JSON; it was read loosely.';
  const remedy = 'Write `"name": "value"` with a comma between settings.';
  const repeats = reading.faults.filter(({ repeated }) => repeated !== undefined);
  return { ...reading, faults: [{ line: 1, column: 1, message, remedy }, ...repeats] };
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    // Not JSON: it is read loosely.
    return undefined;
  }
}

/**
 * `values` of `text`, in which a setting that hides the post wins over the same one given again, at the top and in its
 * tables, and a fault for each setting given twice.
 */
function settleRepeats(values: Record<string, unknown>, text: string): BlockReading {
  const faults: Fault[] = [];
  const settle = (table: Readonly<Record<string, unknown>>, start: number, isTop: boolean) => {
    const members = listMembers(text.slice(start));
    const settled = createTable();
    for (const { source, offset } of members) {
      for (const [key, parsed] of Object.entries(parseObject(`{${source}}`) ?? {})) {
        const at = start + offset;
        const value =
          isTop && isTable(parsed) ? settle(parsed, at + measureName(source), false) : parsed;
        if (!Object.hasOwn(settled, key)) settled[key] = value;
        else {
          const choice = chooseValue(key, { first: settled[key], last: value }, 'last');
          settled[key] = choice.value;
          const remedy = 'Remove one of the two.';
          faults.push({ ...positionAt(text, at), message: choice.message, remedy, repeated: key });
        }
      }
    }
    return members.length === 0 ? table : settled;
  };
  return { values: { ...settle(values, 0, true) }, faults };
}

/** Length of `"name":` in the member that `source` holds, whose value follows. */
function measureName(source: string): number {
  return /^\s*"[^"\\]*(?:\\.[^"\\]*)*"\s*:\s*/s.exec(source)?.[0].trimStart().length ?? 0;
}

/** One `"name": value` of an object. */
interface Member {
  readonly source: string;
  readonly offset: number;
}

/** The members of the object with which `text`, which is JSON, begins. */
function listMembers(text: string): readonly Member[] {
  const members: Member[] = [];
  let [depth, start] = [0, 0];
  for (const { 0: mark, index } of text.matchAll(sign)) {
    const isEnd = depth === 1 && (mark === ',' || mark === '}');
    const source = text.slice(start, index);
    if (isEnd && source.trim() !== '') {
      members.push({ source, offset: index - source.trimStart().length });
    }
    if (mark === '{' || mark === '[') depth++;
    else if (mark === '}' || mark === ']') depth--;
    if (depth === 0) break;
    if (depth === 1 && (isEnd || mark === '{')) start = index + 1;
  }
  return members;
}

/** Lines of broken JSON as lines of YAML: settings without indents and final commas, what is deeper as it is. */
function looseJsonToYaml(text: string): string {
  const indent = /^[ \t]*(?=\S)/m.exec(text)?.[0] ?? '';
  const lines = text.split('\n').map((line) => {
    const isDeeper = line.startsWith(`${indent} `) || line.startsWith(`${indent}\t`);
    return isDeeper ? line.slice(indent.length) : line.trim().replace(/,$/, '');
  });
  return lines.join('\n');
}
