import { formatFrame } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import { findBlock, maximumBlockLength } from './block.ts';
import type { Block, FrontMatterKind } from './block.ts';
import type { BlockReading, Fault } from './fault.ts';
import { readHeaders } from './headers.ts';
import { findHidingSetting } from './hiding-setting.ts';
import type { HidingSetting } from './hiding-setting.ts';
import { readPlainYaml } from './plain-yaml.ts';
import { readToml } from './toml.ts';
import { createTable, normalizeValues } from './values.ts';

/** Where a setting is. */
export type Place = Pick<Problem, 'file' | 'line' | 'column' | 'frame'>;

/** A front matter as read, and the text after it. */
export interface FrontMatter {
  readonly kind: FrontMatterKind;
  /** Keys in lower case; JSON-like values; dates as text. Objects without a prototype. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly body: string;
  /** 1-based line of the source on which `body` starts. */
  readonly bodyLine: number;
  readonly problems: readonly Problem[];
  /** The place of a key's value, for a message; of the whole file when the key is not found. */
  readonly placeOf: (key: string) => Place;
}

/** More faults of one file are not reported: nobody mends them one by one. */
const maximumFaults = 50;

const fences = { toml: '+++', yaml: '---', json: '}', headers: '', none: '' } as const;

/**
 * Reads the front matter at the head of `source`: TOML, YAML, JSON or header lines. What its format refuses
 * is recovered as far as possible and reported. Never throws; YAML beyond the plain is read by a package
 * loaded for it.
 *
 * @param file - path to name in problems
 */
export async function readFrontMatter(source: string, file: string): Promise<FrontMatter> {
  const block = findBlock(source);
  const reading = await readBlock(block);
  const { values, isCut } = normalizeValues(reading.values);
  const lost = findLost(block, reading, values);
  const faults = reading.faults
    .slice(0, maximumFaults)
    .map((fault) => toProblem(fault, block, file));
  return {
    kind: block.kind,
    values: addLost(values, lost),
    body: block.body,
    bodyLine: block.bodyLine,
    problems: [
      ...describeFence(block, file),
      ...describeCut(isCut, file),
      ...describeLost(lost, file),
      ...faults,
    ],
    placeOf: (key) => findPlace(key, block, file),
  };
}

async function readBlock({ kind, text }: Block): Promise<BlockReading> {
  switch (kind) {
    case 'toml':
      return readToml(text);
    case 'yaml':
      return readYaml(text);
    case 'json':
      return readJson(text);
    case 'headers':
      return readHeaders(text);
    case 'none':
      return { values: createTable(), faults: [] };
    default:
      return kind satisfies never;
  }
}

async function readYaml(text: string): Promise<BlockReading> {
  const plain = readPlainYaml(text);
  if (plain !== undefined) return { values: plain, faults: [] };
  if (/^\s*(?:#.*\n\s*)*[\w-]+[ \t]*=/.test(text)) {
    const toml = readToml(text);
    const message = 'The front matter is TOML between the fences of YAML.';
    const fault = { line: 1, column: 1, message, remedy: 'Write `+++` instead of `---`.' };
    if (toml.faults.length === 0) return { values: toml.values, faults: [fault] };
  }
  const yaml = await import('./yaml.ts');
  return yaml.readYaml(text);
}

async function readJson(text: string): Promise<BlockReading> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return { values: { ...value }, faults: [] };
  } catch {
    // Not JSON. YAML takes what people add to it: comments, single quotes, a comma too many.
  }
  const yaml = await import('./yaml.ts');
  const inner = text.trim().replace(/^\{/, '').replace(/\}$/, '');
  const reading = yaml.parseYaml(text) ?? yaml.readYaml(looseJsonToYaml(inner));
  const message = 'The front matter is not valid JSON; it was read loosely.';
  const remedy = 'Write `"name": "value"` with a comma between settings.';
  return { ...reading, faults: [{ line: 1, column: 1, message, remedy }] };
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

/**
 * The line that keeps the post from the public, where the front matter is damaged or is none for a slip in its
 * first fence: whatever swallowed `draft: true`, the draft must not be published for it.
 */
function findLost(
  block: Block,
  { faults }: BlockReading,
  values: FrontMatter['values'],
): HidingSetting | undefined {
  const isSound = block.kind !== 'none' && block.isClosed && faults.length === 0;
  return isSound ? undefined : findHidingSetting(block, values);
}

function addLost(
  values: FrontMatter['values'],
  lost: HidingSetting | undefined,
): FrontMatter['values'] {
  if (lost === undefined) return values;
  return Object.assign(createTable(), values, { [lost.name]: lost.value });
}

function describeLost(lost: HidingSetting | undefined, file: string): readonly Problem[] {
  if (lost === undefined) return [];
  const { name, value, line, text } = lost;
  const message = `\`${name}: ${value}\` is not in a sound front matter; it counts all the same.`;
  const remedy = 'Mend the front matter: `---` alone in a line above and below, a setting a line.';
  const place = { file, line, column: 1, frame: formatFrame(text, 1) };
  return [{ kind: 'front-matter', severity: 'warning', ...place, message, remedy }];
}

function toProblem(fault: Fault, block: Block, file: string): Problem {
  const { line, column, message, remedy } = fault;
  const frame = formatFrame(block.text, line, column);
  const place = { file, line: line + block.line - 1, column, frame };
  return { kind: 'front-matter', severity: 'warning', ...place, message, remedy };
}

function describeFence(block: Block, file: string): readonly Problem[] {
  if (block.isClosed) return [];
  const fence = fences[block.kind];
  const line = Math.max(1, block.bodyLine - 1);
  const message = `The front matter is not closed; what looks like settings was read.`;
  const within = `within the first ${maximumBlockLength / 1024} kB`;
  const remedy = `Write \`${fence}\` below the last setting, ${within}.`;
  return [{ kind: 'front-matter', severity: 'warning', file, line, column: 1, message, remedy }];
}

function describeCut(isCut: boolean, file: string): readonly Problem[] {
  if (!isCut) return [];
  const message = 'The front matter is too large or nested too deeply; part of it was left out.';
  const remedy = 'Keep it to settings of the post.';
  return [{ kind: 'limit', severity: 'warning', file, message, remedy }];
}

/** Searches the text for the key: only done where something is wrong with its value. */
function findPlace(key: string, block: Block, file: string): Place {
  // Settings are looked up without `_`, `-` and blanks: `last_modified_at` is found as `lastmodifiedat`.
  const quoted = Array.from(key, (sign) => sign.replace(/[^a-z0-9]/i, '\\$&')).join('[-_ ]?');
  const atKey = new RegExp(`^[ \\t{]*["']?${quoted}["']?[ \\t]*[:=][ \\t]*`, 'im');
  const match = atKey.exec(block.text);
  if (match === null) return { file };
  const before = block.text.slice(0, match.index).split('\n').length;
  const column = match[0].length + 1;
  const frame = formatFrame(block.text, before, column);
  return { file, line: before + block.line - 1, column, frame };
}
