import { parse, TomlError } from 'smol-toml';
import type { BlockReading, Fault } from './block.ts';
import { readLooseValue } from './base/loose-value.ts';
import { chooseValue } from './base/hiding-rule.ts';
import { isSettingName } from './base/setting-name.ts';
import { createTable, maximumDepth } from './base/values.ts';

/** `key = value`, also with the colon of YAML; dotted and quoted keys. */
const setting =
  /^[ \t]*((?:"[^"\n]*"|'[^'\n]*'|[\w-]+)(?:[ \t]*\.[ \t]*(?:"[^"\n]*"|'[^'\n]*'|[\w-]+))*)[ \t]*[=:](.*)$/;
const header = /^[ \t]*\[\[?([^[\]]+)\]\]?[ \t]*(?:#.*)?$/;
/** A header that cannot be a list in a list. */
const tableName = /^\[\[?[a-z][\w.-]*\]\]?[ \t]*$/i;
const remedy = 'Write `name = "value"`, one setting a line.';

/** The table that `text` holds; broken TOML gives the settings that can be read, one by one. Never throws. */
export function readToml(text: string): BlockReading {
  try {
    return { values: parseToml(text), faults: [] };
  } catch (error) {
    // Recovery names each fault; what the parser said of the whole is used where it finds none.
    return recoverToml(text, error);
  }
}

function parseToml(text: string): Record<string, unknown> {
  return parse(text, { integersAsBigInt: 'asNeeded', maxDepth: maximumDepth });
}

/** Reads `text` statement by statement, so that one broken value costs that value only. */
function recoverToml(text: string, cause: unknown): BlockReading {
  const values = createTable();
  const faults: Fault[] = [];
  let table = values;
  const lines = text.split('\n');
  for (let i = 0; i < lines.length;) {
    const line = lines[i] ?? '';
    const name = header.exec(line)?.[1];
    const parts = setting.exec(line);
    let count = 1;
    if (name !== undefined) table = openTable(values, splitKey(name));
    else if (parts !== null) {
      count = countValueLines(lines, i, parts[2] ?? '');
      const value = [parts[2] ?? '', ...lines.slice(i + 1, i + count)].join('\n');
      const fault = storeValue(table, splitKey(parts[1] ?? ''), value);
      const column = line.length - (parts[2] ?? '').trimStart().length + 1;
      if (fault !== undefined) faults.push({ line: i + 1, column, message: fault, remedy });
    } else if (!/^[ \t]*(?:#.*)?$/.test(line)) {
      const message = `\`${line.trim().slice(0, 60)}\` is not a setting and was left out.`;
      faults.push({ line: i + 1, column: line.search(/\S/) + 1, message, remedy });
    }
    i += count;
  }
  return { values, faults: faults.length > 0 ? faults : [toFault(cause)] };
}

/** Puts the value of `source` into `table`. The message of a fault, if there was one. */
function storeValue(
  table: Record<string, unknown>,
  keys: readonly string[],
  source: string,
): string | undefined {
  const last = keys.at(-1) ?? '';
  const parent = openTable(table, keys.slice(0, -1));
  const { value, fault } = readValue(source);
  if (Object.hasOwn(parent, last)) {
    const choice = chooseValue(last, { first: parent[last], last: value }, 'first');
    parent[last] = choice.value;
    return choice.message;
  }
  parent[last] = value;
  if (fault === undefined) return undefined;
  return `The value of \`${last}\` is not valid TOML (${fault}); it was read as text.`;
}

/** The value that `source` is, and the reason why it is none of TOML's. */
function readValue(source: string): { readonly value: unknown; readonly fault?: string } {
  try {
    return { value: parseToml(`value = ${source.trim()}`)['value'] };
  } catch (error) {
    // Whatever the value is, it is worth more than none.
    return { value: readLooseValue(stripComment(source)), fault: toFault(error).message };
  }
}

/** `source` without a comment after the last quote. */
function stripComment(source: string): string {
  const quote = Math.max(source.lastIndexOf('"'), source.lastIndexOf("'"));
  const comment = source.indexOf(' #', quote + 1);
  return comment === -1 ? source : source.slice(0, comment);
}

/** How many lines the statement at `start` takes: more than one for a multi-line text or list. */
function countValueLines(lines: readonly string[], start: number, value: string): number {
  const text = value.trim();
  const mark = /^(?:"""|''')/.exec(text)?.[0];
  const isOpenText = mark !== undefined && text.indexOf(mark, 3) === -1;
  const isOpenList = /^[[{]/.test(text) && !/[\]}][ \t]*(?:#.*)?$/.test(text);
  if (!isOpenText && !isOpenList) return 1;
  for (let i = start + 1; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (isOpenText && line.includes(mark)) {
      // Where the next text begins, this one was never closed: it must not swallow `draft`.
      return isSettingName(setting.exec(line)?.[1] ?? '') ? 1 : i - start + 1;
    }
    if (isOpenList && (setting.test(line) || tableName.test(line))) return i - start;
    if (isOpenList && /^[ \t]*[\]}]|[\]}][ \t]*$/.test(line)) return i - start + 1;
  }
  return isOpenText ? 1 : lines.length - start;
}

/** The table at `keys` below `root`, made where there is none. */
function openTable(
  root: Record<string, unknown>,
  keys: readonly string[],
): Record<string, unknown> {
  let table = root;
  for (const key of keys.slice(0, maximumDepth)) {
    const next = table[key];
    const isTable =
      typeof next === 'object' && next !== null && Object.getPrototypeOf(next) === null;
    const opened = isTable ? (next as Record<string, unknown>) : createTable();
    table[key] = opened;
    table = opened;
  }
  return table;
}

function splitKey(text: string): readonly string[] {
  const parts = text.match(/"[^"]*"|'[^']*'|[^.\s"']+/g) ?? [];
  return parts.map((part) => part.replace(/^["']|["']$/g, ''));
}

function toFault(error: unknown): Fault {
  // Anything but a TomlError is a stack that ran out.
  const isToml = error instanceof TomlError;
  const reason = isToml ? error.message.split('\n', 1)[0] : undefined;
  const message = reason?.replace(/^Invalid TOML document: /, '') ?? 'it is nested too deeply';
  return { line: isToml ? error.line : 1, column: isToml ? error.column : 1, message, remedy };
}
