// Front matter in every form it is met in. Imported by `import()` only: a chunk of its own, which posts with plain TOML
// or YAML do without.

import { formatFrame } from '../model/problem.ts';
import type { PartName } from '../model/part.ts';
import type { Problem } from '../model/problem.ts';
import { findBlock } from './block.ts';
import type { BlockReading, Fault } from './block.ts';
import { findPattern, findPlace } from './find-place.ts';
import type { FrontMatter } from './front-matter.ts';
import { readHeaders } from './headers.ts';
import { findHidingSetting } from './lost-hiding-setting.ts';
import type { HidingSetting } from './lost-hiding-setting.ts';
import { readJson } from './json.ts';
import { loadToml, loadYaml } from './load-formats.ts';
import { maximumBlockLength } from './plain-block.ts';
import type { Block } from './plain-block.ts';
import { findDisagreements } from './base/hiding-rule.ts';
import { readPlainYaml } from './base/plain-yaml.ts';
import { createTable, normalizeValues } from './base/values.ts';

/** More faults of one file are not reported: nobody mends them one by one. */
const maximumFaults = 50;

const fences = { toml: '+++', yaml: '---', json: '}', headers: '', none: '' } as const;

/**
 * The front matter at the head of `source` in any format. What its format refuses is recovered as far as possible and reported.
 *
 * @param file - path to name in problems
 */
export async function readAnyFrontMatter(source: string, file: string): Promise<FrontMatter> {
  const block = findBlock(source);
  const { reading, needs } = await readBlock(block);
  const { values, isCut, controlled } = normalizeValues(reading.values);
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
      ...describeControls(controlled, block, file),
      ...describeLost(lost, file),
      ...describeDisagreements(reading, block, file),
      ...faults,
    ],
    needs: ['front-matter', ...needs],
    block,
  };
}

/** The values of a block, and the parts that it took. */
interface WholeReading {
  readonly reading: BlockReading;
  readonly needs: readonly PartName[];
}

async function readBlock({ kind, text }: Block): Promise<WholeReading> {
  switch (kind) {
    case 'toml':
      return { reading: (await loadToml()).readToml(text), needs: ['toml'] };
    case 'yaml':
      return readYaml(text);
    case 'json':
      return { reading: await readJson(text), needs: [] };
    case 'headers':
      return { reading: readHeaders(text), needs: [] };
    case 'none':
      return { reading: { values: createTable(), faults: [] }, needs: [] };
    default:
      return kind satisfies never;
  }
}

async function readYaml(text: string): Promise<WholeReading> {
  const plain = readPlainYaml(text);
  if (plain !== undefined) return { reading: { values: plain, faults: [] }, needs: [] };
  if (/^\s*(?:#.*\n\s*)*[\w-]+[ \t]*=/.test(text)) {
    const toml = (await loadToml()).readToml(text);
    const message = 'The front matter is TOML between the fences of YAML.';
    const fault = { line: 1, column: 1, message, remedy: 'Write `+++` instead of `---`.' };
    const reading = { values: toml.values, faults: [fault] };
    if (toml.faults.length === 0) return { reading, needs: ['toml'] };
  }
  return { reading: (await loadYaml()).readYaml(text), needs: ['yaml'] };
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

function describeControls(
  names: readonly string[],
  block: Block,
  file: string,
): readonly Problem[] {
  return names.slice(0, maximumFaults).map((name) => {
    const place = findPlace(name, block, file);
    const message = `\`${name}\` holds control characters; they were left out.`;
    const remedy = 'Remove the escape that writes them.';
    return { kind: 'front-matter', severity: 'warning', ...place, subject: name, message, remedy };
  });
}
