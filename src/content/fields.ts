// Where a setting may stand and how it may be written: `lastmod`, `last_modified_at`, `extra.image`.

/** A setting that was found, and the name by which the author wrote it. */
export interface Field {
  readonly name: string;
  readonly value: unknown;
}

/** Looks up settings of one front matter. */
export interface Fields {
  /**
   * The first of `names` that has a value; `undefined` if none has. `_`, `-` and blanks in names do not
   * count; `cover.image` looks into a table. Searched at the top, then in the tables themes and
   * taxonomies use.
   */
  readonly find: (...names: readonly string[]) => Field | undefined;
  /** As `find`, for text: numbers as written, of a list the first, of a table its `name`; trimmed, never empty. */
  readonly findText: (...names: readonly string[]) => string | undefined;
  /** As `find`, for yes and no, also as text: `"false"`, `no`, `off`, `0,`. `undefined` for anything else. */
  readonly findFlag: (...names: readonly string[]) => boolean | undefined;
}

/** Tables in which Zola (`extra`, `taxonomies`) and Hugo (`params`) keep what is not theirs. */
const innerTables = ['extra', 'params', 'taxonomies'];

/** Yes (the first group) or no, and what is left around it by mistake: quotes, a comma, a remark. */
const flag =
  /^["'“‘]?\s*(?:(true|yes|y|on|1)|false|no|n|off|0)\s*["'”’]?\s*[,;]?\s*(?:(?:#|\/\/).*)?$/i;

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
    findText: (...names) => toText(find(...names)?.value),
    findFlag: (...names) => toFlag(find(...names)?.value),
  };
}

/** The words of `list`, for a short way to write many names. */
export function wordList(list: string): readonly string[] {
  return list.split(' ');
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

/** `value` as yes or no: see {@link Fields.findFlag}. */
export function toFlag(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (value === 1 || value === 0) return value === 1;
  if (typeof value !== 'string') return undefined;
  const match = flag.exec(value.trim());
  return match === null ? undefined : match[1] !== undefined;
}

/** Whether `value` is an object that is not a list. */
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
  return new Map(Object.entries(table).map(([key, value]) => [toPlainName(key), value]));
}

function lookUp(table: ReadonlyMap<string, unknown>, name: string): unknown {
  const [first = '', ...rest] = name.split('.');
  let value = table.get(first);
  for (const part of rest) value = isTable(value) ? value[part] : undefined;
  return value;
}

function toPlainName(key: string): string {
  return /[-_ ]/.test(key) ? key.replace(/[-_ ]/g, '') : key;
}
