// Imported by `import()` only, so that the YAML package is a chunk of its own in the browser.

import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Document, ParsedNode } from 'yaml';
import { positionAt } from '../model/problem.ts';
import type { BlockReading, Fault } from './block.ts';
import { recoverYaml } from './recover-yaml.ts';
import { chooseValue } from './base/hiding-rule.ts';
import type { RepeatedValues } from './base/hiding-rule.ts';
import { createTable, maximumDepth, readScalar } from './base/values.ts';

/** `yaml` needs minutes for 60 kB of `{` or of `? `: deeper nesting than this is not given to it. */
const maximumNesting = 24;

/** It also takes seconds for 60 kB of `?` lines or commas: a longer text is given to it key by key. */
const maximumLength = 16_384;

const runOfIndicators = /(?:[-?:!&][^\s-?:]{0,20}[ \t]+){24}/;

/**
 * The table that `text` holds. What YAML refuses is read key by key: values with an unquoted colon, tabs,
 * wrong indents, quotes over several lines or never closed. Never throws.
 */
export function readYaml(text: string): BlockReading {
  return parseYaml(text) ?? recoverYaml(text, parseYaml);
}

/** The table that `text` holds by YAML's own rules, anchors left out; `undefined` if it is not such a table. */
export function parseYaml(text: string): BlockReading | undefined {
  if (text.length > maximumLength || isTooDeep(text)) return undefined;
  const document = composeDocument(text);
  if (document === undefined) return undefined;
  const { contents, errors } = document;
  if (errors.length > 0 || (contents !== null && !isMap(contents))) return undefined;
  const faults: Fault[] = [];
  const values = contents === null ? createTable() : toPlain(contents, { text, faults, depth: 0 });
  return { values: values as Record<string, unknown>, faults };
}

function composeDocument(text: string): Document.Parsed | undefined {
  try {
    return parseDocument(text, {
      schema: 'core',
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
    });
  } catch {
    // A fault of the package itself, on text it should refuse: the text is read key by key instead.
    return undefined;
  }
}

/** Whether brackets or indicators on one line nest deeper than any front matter does. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth = Math.max(0, depth + (bracket === '[' || bracket === '{' ? 1 : -1));
    if (depth > maximumNesting) return true;
  }
  return runOfIndicators.test(text);
}

interface Walk {
  readonly text: string;
  readonly faults: Fault[];
  readonly depth: number;
}

/** A node as plain data. Numbers by `readScalar`, since `1.10` and `007` are names more often than numbers. */
function toPlain(node: ParsedNode | null, walk: Walk): unknown {
  if (node === null || walk.depth > maximumDepth) return null;
  const below = { ...walk, depth: walk.depth + 1 };
  if (isScalar(node)) {
    return typeof node.value === 'number' ? readScalar(node.source) : node.value;
  }
  if (isSeq(node)) return node.items.map((item) => toPlain(item, below));
  if (isMap(node)) {
    const table = createTable();
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? (key.source ?? String(key.value)) : 'key';
      table[name] = Object.hasOwn(table, name)
        ? chooseRepeated(name, { first: table[name], last: toPlain(value, below) }, key, walk)
        : toPlain(value, below);
    }
    return table;
  }
  if (isAlias(node)) walk.faults.push(describeAlias(node.source, node.range[0], walk.text));
  return null;
}

/** The value that counts of a key given twice; adds a fault at `key`. */
function chooseRepeated(
  name: string,
  values: RepeatedValues,
  key: ParsedNode,
  { text, faults }: Walk,
): unknown {
  const { value, message } = chooseValue(name, values, 'last');
  faults.push({
    ...positionAt(text, key.range[0]),
    message,
    remedy: 'Remove one of the two.',
    repeated: name,
  });
  return value;
}

function describeAlias(name: string, offset: number, text: string): Fault {
  return {
    ...positionAt(text, offset),
    message: `\`*${name}\` repeats a value by reference, which is not read.`,
    remedy: 'Write the value out.',
  };
}
