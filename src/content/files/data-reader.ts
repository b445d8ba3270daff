import { ContentError } from '../model/problem.ts';
import { parseNumbers } from './number-text.ts';

/**
 * Takes a published data file or a message apart field by field. Every method throws a
 * {@link ContentError} that names the file, the field, what was found and what was expected.
 */
export interface DataReader {
  /** Where the data is from, for messages: `data/v1/root.json`. */
  readonly place: string;
  /** Whether the field is there at all. */
  hasOwn(key: string): boolean;
  string(key: string): string;
  optionalString(key: string): string | undefined;
  boolean(key: string): boolean;
  /** A whole number from `least` on. */
  integer(key: string, least?: number): number;
  optionalInteger(key: string): number | undefined;
  strings(key: string): readonly string[];
  /** Numbers written by `formatNumbers`. */
  numbers(key: string): readonly number[];
  /** An object, opened. */
  record(key: string): DataReader;
  optionalRecord(key: string): DataReader | undefined;
  /** An array of objects, opened. */
  records(key: string): readonly DataReader[];
  /** The object itself for a map with free keys, each value checked by `isValue`. */
  map<Value>(isValue: (value: unknown) => value is Value, expected: string): Record<string, Value>;
  /** Whatever `isValue` takes. */
  value<Value>(key: string, isValue: (value: unknown) => value is Value, expected: string): Value;
  /** One of `values`. */
  choice<Value extends string>(key: string, values: readonly Value[]): Value;
  /** Throws with `expected` as what should have been at `key`. */
  fail(key: string, expected: string): never;
}

/** Opens `value`, which must be an object. With `schema`, its field `schema` must equal it. */
export function openData(value: unknown, place: string, schema?: number): DataReader {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return failData(place, `is ${describe(value)}; an object was expected`);
  }
  const data = value as Readonly<Record<string, unknown>>;
  const reader = createReader(data, place);
  if (schema !== undefined && data['schema'] !== schema) reader.fail('schema', String(schema));
  return reader;
}

function createReader(data: Readonly<Record<string, unknown>>, place: string): DataReader {
  // Only own fields: `constructor` and the like must not be found.
  const at = (key: string): unknown => (Object.hasOwn(data, key) ? data[key] : undefined);
  const isAbsent = (key: string): boolean => at(key) === undefined || at(key) === null;
  const reader: DataReader = {
    place,
    fail: (key, expected) =>
      failData(place, `\`${key}\` is ${describe(at(key))}; ${expected} was expected`),
    hasOwn: (key) => Object.hasOwn(data, key),
    string(key) {
      const value = at(key);
      return typeof value === 'string' ? value : reader.fail(key, 'text');
    },
    optionalString: (key) => (isAbsent(key) ? undefined : reader.string(key)),
    boolean(key) {
      const value = at(key);
      return typeof value === 'boolean' ? value : reader.fail(key, '`true` or `false`');
    },
    integer(key, least = 0) {
      const value = at(key);
      if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least) return value;
      return reader.fail(key, `a whole number from ${least} on`);
    },
    optionalInteger: (key) => (isAbsent(key) ? undefined : reader.integer(key)),
    strings(key) {
      const value = at(key);
      if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
      return reader.fail(key, 'an array of texts');
    },
    numbers: (key) => parseNumbers(reader.string(key)) ?? reader.fail(key, 'a row of numbers'),
    record: (key) => openData(at(key), `${place}: ${key}`),
    optionalRecord: (key) => (isAbsent(key) ? undefined : reader.record(key)),
    records(key) {
      const value = at(key);
      if (!Array.isArray(value)) return reader.fail(key, 'an array');
      return value.map((item: unknown, index) => openData(item, `${place}: ${key}[${index}]`));
    },
    map<Value>(isValue: (value: unknown) => value is Value, expected: string) {
      const entries = Object.keys(data).map((key): [string, Value] => {
        const value = at(key);
        return [key, isValue(value) ? value : reader.fail(key, expected)];
      });
      return Object.fromEntries(entries);
    },
    value(key, isValue, expected) {
      const found = at(key);
      return isValue(found) ? found : reader.fail(key, expected);
    },
    choice(key, values) {
      const value = reader.string(key);
      const found = values.find((candidate) => candidate === value);
      return found ?? reader.fail(key, values.map((candidate) => `\`${candidate}\``).join(' or '));
    },
  };
  return reader;
}

function failData(place: string, fault: string): never {
  throw new ContentError({
    kind: 'data',
    severity: 'error',
    file: place,
    message: `${fault.startsWith('is ') ? 'The data ' : ''}${fault}.`,
    remedy: 'Build the site again and publish all of its files.',
  });
}

/** Longest text quoted in a message. */
const quoteLength = 40;

function describe(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return '`null`';
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (typeof value === 'object') return 'an object';
  if (typeof value !== 'string') return `\`${String(value)}\``;
  return value.length > quoteLength ? `\`${value.slice(0, quoteLength)}…\`` : `\`${value}\``;
}
