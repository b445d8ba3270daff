import { dropControls, findControl } from '../../text/control-characters.ts';
import { chooseValue } from './hiding-rule.ts';

/** Deeper values of a front matter are left out. */
export const maximumDepth = 12;

/** Values beyond that many are left out. */
const maximumValues = 4096;

/** A front matter in one form, whatever it was written in. */
export interface NormalizedValues {
  readonly values: Readonly<Record<string, unknown>>;
  /** Whether something was left out because there was too much of it or too deep. */
  readonly isCut: boolean;
  /** Names of settings that held control characters. */
  readonly controlled: readonly string[];
}

/**
 * `raw` as plain data: keys in lower case and trimmed, objects without a prototype, dates as text in ISO
 * form, other values as in JSON. Escapes of all formats can write control characters: none stays.
 */
export function normalizeValues(raw: Readonly<Record<string, unknown>>): NormalizedValues {
  const state: State = { left: maximumValues, isCut: false, name: '', controlled: new Set() };
  const values = normalizeTable(raw, 0, state);
  return { values, isCut: state.isCut, controlled: [...state.controlled] };
}

interface State {
  left: number;
  isCut: boolean;
  /** The setting that is read. */
  name: string;
  readonly controlled: Set<string>;
}

function normalizeTable(
  raw: Readonly<Record<string, unknown>>,
  depth: number,
  state: State,
): Record<string, unknown> {
  const table = createTable();
  for (const key of Object.keys(raw)) {
    const name = dropControls(key).trim().toLowerCase();
    state.name = name;
    if (findControl(key) !== -1) state.controlled.add(name);
    const value = normalizeValue(raw[key], depth + 1, state);
    if (value === undefined) continue;
    table[name] = Object.hasOwn(table, name)
      ? chooseValue(name, { first: table[name], last: value }, 'last').value
      : value;
  }
  return table;
}

/** A table that has no keys but its own: `constructor` is not in it. */
export function createTable(): Record<string, unknown> {
  return Object.create(null) as Record<string, unknown>;
}

/** `undefined` for what is left out. */
function normalizeValue(value: unknown, depth: number, state: State): unknown {
  if (--state.left < 0 || depth > maximumDepth) {
    state.isCut = true;
    return undefined;
  }
  if (typeof value === 'string') return cleanText(value, state);
  if (typeof value === 'bigint') return String(value);
  if (value instanceof Date) return formatDate(value);
  if (Array.isArray(value)) {
    return value
      .map((item) => normalizeValue(item, depth + 1, state))
      .filter((item) => item !== undefined);
  }
  if (typeof value === 'object' && value !== null) {
    return normalizeTable({ ...value }, depth, state);
  }
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}

function cleanText(text: string, state: State): string {
  if (findControl(text) === -1) return text;
  state.controlled.add(state.name);
  return dropControls(text);
}

/** A date of TOML, which is a `Date` that writes itself as in the source; here without the fraction of a second. */
function formatDate(date: Date): string {
  return !Number.isNaN(date.getTime()) ? date.toISOString().replace(/\.\d+/, '') : '';
}

/**
 * The value of a scalar written without quotes. A number that is not written as JavaScript would (`1.10`,
 * `007`, `1e3`) stays text: it is a version or a name, and as text nothing of it is lost.
 */
export function readScalar(text: string): unknown {
  if (text === '' || /^(?:~|null|Null|NULL)$/.test(text)) return null;
  if (/^(?:true|True|TRUE)$/.test(text)) return true;
  if (/^(?:false|False|FALSE)$/.test(text)) return false;
  if (/^-?\d/.test(text) && String(Number(text)) === text) return Number(text);
  return text;
}
