// Where a setting may stand and how it may be written: `lastmod`, `last_modified_at`, `extra.image`.

import { toFlag } from './base/flag.ts';
import { chooseValue } from './base/hiding-rule.ts';

/** A setting that was found, and the name by which the author wrote it. */
export interface Field {
  readonly name: string;
  readonly value: unknown;
}

/** Looks up settings of one front matter. */
export interface Fields {
  /**
   * The first of `names` that has a value; `undefined` if none has. `_`, `-` and blanks in names do not
   * count at any depth; `cover.image` looks into a table. Searched at the top, then in the tables themes and
   * taxonomies use.
   */
  readonly find: (...names: readonly string[]) => Field | undefined;
  /** As `find`, for text: numbers as written, of a list the first, of a table its `name`; trimmed, never empty. */
  readonly findText: (...names: readonly string[]) => string | undefined;
  /** As `find` with one name, at the top only. */
  readonly findAtTop: (name: string) => Field | undefined;
  /** As `find`, for yes and no, by {@link toFlag}: of a list, a table or several words `undefined`. */
  readonly findFlag: (...names: readonly string[]) => boolean | undefined;
}

/** Tables in which Zola (`extra`, `taxonomies`) and Hugo (`params`) keep what is not theirs. */
const innerTables = ['extra', 'params', 'taxonomies'];

type Table = Readonly<Record<string, unknown>>;

/** Look-ups in a front matter whose keys are in lower case. */
export function createFields(values: Table): Fields {
  const tables = [values, ...innerTables.map((name) => values[name]).filter(isTable)].map(
    indexTable,
  );
  const find = (...names: readonly string[]): Field | undefined => {
    for (const table of tables) {
      for (const name of names) {
        const value = lookUp(table, name);
        if (hasValue(value)) return { name, value };
      }
    }
    return undefined;
  };
  return {
    find,
    findAtTop: (name) => {
      const value = tables[0]?.get(name);
      return hasValue(value) ? { name, value } : undefined;
    },
    findText: (...names) => toText(find(...names)?.value),
    findFlag: (...names) => toFlag(find(...names)?.value),
  };
}

/** `value` as text: see {@link Fields.findText}. */
export function toText(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(toText).find((text) => text !== undefined);
  if (isTable(value))
    return toText(value['name'] ?? value['title'] ?? value['url'] ?? value['src']);
  return undefined;
}

/** Tells an object that is not a list from other values. */
export function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasValue(value: unknown): boolean {
  return (
    value !== undefined &&
    value !== null &&
    value !== '' &&
    !(Array.isArray(value) && value.length === 0)
  );
}

function indexTable(table: Table): ReadonlyMap<string, unknown> {
  const index = new Map<string, unknown>();
  for (const [key, value] of Object.entries(table)) {
    const name = toPlainName(key);
    const first = index.get(name);
    index.set(
      name,
      first === undefined ? value : chooseValue(name, { first, last: value }, 'last').value,
    );
  }
  return index;
}

function lookUp(table: ReadonlyMap<string, unknown>, name: string): unknown {
  const [first = '', ...rest] = name.split('.');
  let value = table.get(first);
  for (const part of rest) value = isTable(value) ? indexTable(value).get(part) : undefined;
  return value;
}

function toPlainName(key: string): string {
  return /[-_ ]/.test(key) ? key.replace(/[-_ ]/g, '') : key;
}
