// YAML is refused as a whole for one unquoted colon. Read key by key, the rest of the front matter survives.

import type { BlockReading, Fault } from './block.ts';
import { readLooseValue } from './base/loose-value.ts';
import { readPlainYaml } from './base/plain-yaml.ts';
import { chooseValue } from './base/hiding-rule.ts';
import type { RepeatedValues } from './base/hiding-rule.ts';
import { isSettingName } from './base/setting-name.ts';
import { createTable, readScalar } from './base/values.ts';

/** Reads a text as YAML; `undefined` when YAML refuses it. */
export type ParseYaml = (text: string) => BlockReading | undefined;

/** The lines of one key, from its own to the one before the next key. */
interface Chunk {
  readonly key: string;
  /** 1-based line within the block. */
  readonly line: number;
  /** 1-based column of the value. */
  readonly column: number;
  /** What stands after the colon. */
  readonly value: string;
  readonly rest: readonly string[];
}

/** A key at the start of a line, or, where a scalar stood above, slightly indented by mistake. */
const keyLine =
  /^(?: {0,3}|\t)(?:"([^"\n]+)"|'([^'\n]+)'|([^\s#\-"'[\]{}!&*%@`|>,?:][^:\n]{0,80}?|-[^\s:]{1,80}))[ \t]*:(?=[ \t]|$)/;

/** After that many faults the rest is read loosely and no more are reported: nobody mends them one by one. */
const maximumFaults = 50;

/** A quoted text is looked for in that many lines. */
const longestQuote = 200;

const remedy =
  'Put quotes around the value if it has `: `, ` #` or starts with `@`, `{`, `[`, `*` or `%`.';

/** The table that `text` holds as far as it can be told, with a fault for each value that is no YAML. Never throws. */
export function recoverYaml(text: string, parseYaml: ParseYaml): BlockReading {
  const values = createTable();
  const faults: Fault[] = [];
  const { chunks, strays } = splitChunks(text.split('\n'));
  for (const chunk of chunks) {
    const reading =
      faults.length < maximumFaults ? readChunk(chunk, parseYaml) : readLoosely(chunk);
    values[chunk.key] = Object.hasOwn(values, chunk.key)
      ? chooseRepeated(chunk, { first: values[chunk.key], last: reading.value }, faults)
      : reading.value;
    if (reading.fault !== undefined) {
      faults.push({ line: chunk.line, column: chunk.column, message: reading.fault, remedy });
    }
  }
  const sorted = [...strays, ...faults].toSorted((a, b) => a.line - b.line);
  return { values, faults: sorted.slice(0, maximumFaults) };
}

function splitChunks(lines: readonly string[]): {
  chunks: readonly Chunk[];
  strays: readonly Fault[];
} {
  const chunks: Chunk[] = [];
  const strays: Fault[] = [];
  for (let i = 0; i < lines.length;) {
    const line = lines[i] ?? '';
    const key = matchKey(line);
    if (key === undefined) {
      if (line.trim() !== '' && !line.trimStart().startsWith('#'))
        strays.push(describeStray(line, i));
      i++;
      continue;
    }
    const value = line.slice(key.end).trim();
    const column = line.length - line.slice(key.end).trimStart().length + 1;
    const count = countRest(lines, i + 1, value);
    chunks.push({
      key: key.name,
      line: i + 1,
      column,
      value,
      rest: lines.slice(i + 1, i + 1 + count),
    });
    i += count + 1;
  }
  return { chunks, strays };
}

function matchKey(line: string): { name: string; end: number } | undefined {
  const match = keyLine.exec(line);
  if (match === null) return undefined;
  const name = match[1] ?? match[2] ?? match[3] ?? '';
  return { name: name.trim(), end: match[0].length + 1 };
}

/** How many lines after the key's belong to its value. */
function countRest(lines: readonly string[], start: number, value: string): number {
  const close = findQuoteEnd(lines, start, value);
  if (close !== undefined) return close;
  const isScalar = value !== '' && !/^[|>[{&!]/.test(value);
  let count = 0;
  for (let i = start; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const isIndented = /^[ \t]/.test(line);
    const isKey = matchKey(line) !== undefined;
    // Below a scalar an indented key is a key of the table itself, one blank too far in.
    if (isKey && (!isIndented || isScalar)) break;
    if (!isIndented && line.trim() !== '' && !/^-(?:\s|$)/.test(line) && (isScalar || value === ''))
      break;
    count++;
  }
  return count;
}

/**
 * Lines up to that which ends with the quote that `value` opens; `undefined` if it opens none or none is
 * closed. A quote that would go over a setting is one that was forgotten: it must not swallow `draft`.
 */
function findQuoteEnd(lines: readonly string[], start: number, value: string): number | undefined {
  const quote = value.charAt(0);
  if (quote !== '"' && quote !== "'") return undefined;
  if (value.length > 1 && endsWithQuote(value, quote)) return 0;
  for (let i = start; i < Math.min(lines.length, start + longestQuote); i++) {
    const line = lines[i] ?? '';
    if (/^\S/.test(line) && isSettingName(matchKey(line)?.name ?? '')) return undefined;
    if (endsWithQuote(line.trimEnd(), quote)) return i - start + 1;
  }
  return undefined;
}

function endsWithQuote(text: string, quote: string): boolean {
  return text.endsWith(quote) && !text.endsWith(`\\${quote}`);
}

function readChunk(chunk: Chunk, parseYaml: ParseYaml): { value: unknown; fault?: string } {
  const lines = [`value: ${chunk.value}`, ...chunk.rest];
  const plain = readPlainYaml(lines.join('\n')) ?? parseYaml(lines.join('\n'))?.values;
  if (plain !== undefined && Object.keys(plain).length === 1) return { value: plain['value'] };
  // Ruby's YAML lets a quoted text go on without an indent, so that is no fault in a Jekyll blog.
  if (/^["']/.test(chunk.value)) {
    const indented = [lines[0] ?? '', ...chunk.rest.map((line) => `  ${line.trim()}`)].join('\n');
    const quoted = parseYaml(indented)?.values;
    if (quoted !== undefined) return { value: quoted['value'] };
  }
  return readLoosely(chunk);
}

function readLoosely(chunk: Chunk): { value: unknown; fault: string } {
  const value = readLoose(chunk);
  const form = Array.isArray(value) ? 'a list' : 'text';
  const shown = `${chunk.key}: ${chunk.value}`.slice(0, 80);
  return { value, fault: `\`${shown}\` is not valid YAML; it was read as ${form}.` };
}

/** The value of a chunk that YAML refuses: a list, a flat table, or all its lines as text. */
function readLoose({ value, rest }: Chunk): unknown {
  const lines = rest
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  if (value === '' && lines.length > 0 && lines.every((line) => line.startsWith('-'))) {
    return lines.map((line) => readLooseValue(line.slice(1)));
  }
  if (value === '' && lines.length > 0 && lines.every((line) => matchKey(line) !== undefined)) {
    const table = createTable();
    for (const line of lines) {
      const key = matchKey(line);
      if (key !== undefined) table[key.name] = readLooseValue(line.slice(key.end));
    }
    return table;
  }
  const text = [value.replace(/^[|>][-+\d]*$/, ''), ...lines].join(' ').trim();
  return /^["'“[]/.test(text) ? readLooseValue(text) : readScalar(text);
}

/** The value that counts of a key given twice; adds a fault. */
function chooseRepeated({ key, line }: Chunk, values: RepeatedValues, faults: Fault[]): unknown {
  const { value, message } = chooseValue(key, values, 'last');
  faults.push({ line, column: 1, message, remedy: 'Remove one of the two.', repeated: key });
  return value;
}

function describeStray(line: string, index: number): Fault {
  const message = `\`${line.trim().slice(0, 60)}\` is not a setting and was left out.`;
  const column = line.search(/\S/) + 1;
  return { line: index + 1, column, message, remedy: 'Write `name: value`, one setting a line.' };
}
