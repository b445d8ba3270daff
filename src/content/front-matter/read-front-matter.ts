import { formatFrame } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import { findBlock, maximumBlockLength } from './block.ts';
import type { Block, BlockReading, Fault, FrontMatterKind } from './block.ts';
import { readHeaders } from './headers.ts';
import { findHidingSetting } from './hiding-setting.ts';
import type { HidingSetting } from './hiding-setting.ts';
import { readJson } from './json.ts';
import { readPlainYaml } from './plain-yaml.ts';
import { findDisagreements } from './hiding-rule.ts';
import { readToml } from './toml.ts';
import { createTable, normalizeValues } from './values.ts';

/** The place of a setting. */
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
  const isSound = block.kind !== 'none' && block.isClosed && !isCut && reading.faults.length === 0;
  const lost = isSound ? undefined : findHidingSetting(block, values);
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
      ...describeDisagreements(reading, block, file),
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

/**
 * Adds the line that keeps the post from the public, where the front matter is damaged or is none for a slip in its
 * first fence: whatever swallowed `draft: true`, the draft must not be published for it.
 */
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

function describeDisagreements(
  { values }: BlockReading,
  block: Block,
  file: string,
): readonly Problem[] {
  return findDisagreements(values).map(({ hiding, other }) => {
    const name = hiding.replace(/[^a-z0-9]/gi, '\\$&');
    const place = findPattern(
      new RegExp(`(?:^|[{,])[ \\t]*["']?${name}["']?[ \\t]*[:=]`, 'm'),
      block,
    );
    const message = `\`${hiding}\` and \`${other}\` disagree; the one that hides the post counts.`;
    const remedy = 'Remove one of the two.';
    return { kind: 'front-matter', severity: 'warning', file, ...place, message, remedy };
  });
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
  return { file, ...findPattern(atKey, block) };
}

/** The place behind the first match of `pattern`. */
function findPattern(pattern: RegExp, block: Block): Omit<Place, 'file'> {
  const match = pattern.exec(block.text);
  if (match === null) return {};
  const before = block.text.slice(0, match.index).split('\n').length;
  const column = match[0].length + 1;
  const frame = formatFrame(block.text, before, column);
  return { line: before + block.line - 1, column, frame };
}
