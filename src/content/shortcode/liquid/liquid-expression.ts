import { applyFilter } from './liquid-filters.ts';

/** Names a Liquid expression may use. A value is JSON-like. */
export interface LiquidScope {
  /** The value of a name, with `isKnown` telling an empty value from a name nobody has given. */
  find(name: string): { readonly isKnown: boolean; readonly value: unknown };
}

/** A value and what was not understood on the way to it. */
export interface Evaluated {
  readonly value: unknown;
  /** First name that is not known here, as written; `undefined` if all are. */
  readonly unknownName: string | undefined;
  /** First filter that is not known here. */
  readonly unknownFilter: string | undefined;
}

const string = /"([^"]*)"|'([^']*)'/y;
const number = /-?\d+(?:\.\d+)?(?![\w.])/y;
const range = /\(\s*(-?\d{1,6}|[\w.]+)\s*\.\.\s*(-?\d{1,6}|[\w.]+)\s*\)/y;
const path = /[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*\??|\[(?:\d+|"[^"\]]*"|'[^'\]]*')\])*/y;
const pathPart = /([A-Za-z_][\w-]*)|\[(?:(\d+)|"([^"\]]*)"|'([^'\]]*)')\]/g;
const operator = /\s*(==|!=|<>|<=|>=|<|>|contains\b)\s*/y;
const constants: Readonly<Record<string, unknown>> = {
  true: true,
  false: false,
  nil: undefined,
  null: undefined,
  empty: '',
  blank: '',
};
/** Most numbers a range may hold. */
const maximumRange = 1001;
/** Longest text a filter may give. */
const maximumLength = 100_000;

/** The value of `value | filter: argument | …`; `undefined` when the text is no Liquid expression. */
export function evaluateOutput(text: string, scope: LiquidScope): Evaluated | undefined {
  const reader = new Reader(text, scope);
  let value = reader.readValue();
  if (value === notValue) return undefined;
  let unknownFilter: string | undefined;
  while (reader.skip(/\s*\|\s*/y)) {
    const name = reader.match(/[A-Za-z_]\w*/y);
    if (name === undefined) return undefined;
    const parameters = reader.readParameters();
    if (parameters === undefined) return undefined;
    const result = applyFilter(name, value, parameters);
    if (result === undefined) unknownFilter ??= name;
    else value = limit(result.value);
  }
  if (!reader.isAtEnd()) return undefined;
  return { value, unknownName: reader.unknownName, unknownFilter };
}

/** The truth of a condition such as `a == b and c`, read from the right as in Liquid; `undefined`: none. */
export function evaluateCondition(text: string, scope: LiquidScope): Evaluated | undefined {
  const reader = new Reader(text, scope);
  const results: boolean[] = [];
  const joints: string[] = [];
  do {
    const result = reader.readComparison();
    if (result === undefined) return undefined;
    results.push(result);
    const joint = reader.match(/\s*\b(?:and|or)\b\s*/y)?.trim();
    if (joint === undefined) break;
    joints.push(joint);
  } while (results.length < 100);
  if (!reader.isAtEnd()) return undefined;
  let value = results.at(-1) ?? false;
  for (let index = joints.length - 1; index >= 0; index--) {
    const left = results[index] ?? false;
    value = joints[index] === 'and' ? left && value : left || value;
  }
  return { value, unknownName: reader.unknownName, unknownFilter: undefined };
}

/** Everything but `nil` and `false` is true in Liquid. */
export function isTruthy(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false;
}

/** Compares two values as Liquid does; `empty` is any empty string or list. */
export function isEqual(left: unknown, right: unknown): boolean {
  if (left === '' && Array.isArray(right)) return right.length === 0;
  if (right === '' && Array.isArray(left)) return left.length === 0;
  return left === right || (isTruthy(left) && isTruthy(right) && String(left) === String(right));
}

/** What is not a value at all, as opposed to `nil`. */
const notValue = Symbol('not a value');

class Reader {
  readonly #text: string;
  readonly #scope: LiquidScope;
  #at = 0;
  unknownName: string | undefined;

  constructor(text: string, scope: LiquidScope) {
    this.#text = text;
    this.#scope = scope;
    this.skip(/\s*/y);
  }

  isAtEnd(): boolean {
    this.skip(/\s*/y);
    return this.#at === this.#text.length;
  }

  skip(pattern: RegExp): boolean {
    return this.match(pattern) !== undefined;
  }

  match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  readValue(): unknown {
    const quoted = this.match(string);
    if (quoted !== undefined) return quoted.slice(1, -1);
    const digits = this.match(number);
    if (digits !== undefined) return Number(digits);
    const bounds = this.match(range);
    if (bounds !== undefined) return this.#readRange(bounds);
    const name = this.match(path);
    if (name === undefined) return notValue;
    return Object.hasOwn(constants, name) ? constants[name] : this.#lookUp(name);
  }

  /** `: a, b, name: c`, of which names are dropped; `undefined` if malformed. */
  readParameters(): unknown[] | undefined {
    const parameters: unknown[] = [];
    if (!this.skip(/\s*:\s*/y)) return parameters;
    do {
      this.skip(/[A-Za-z_]\w*\s*:\s*/y);
      const value = this.readValue();
      if (value === notValue) return undefined;
      parameters.push(value);
    } while (this.skip(/\s*,\s*/y));
    return parameters;
  }

  readComparison(): boolean | undefined {
    const left = this.readValue();
    if (left === notValue) return undefined;
    const comparison = this.match(operator)?.trim();
    if (comparison === undefined) return isTruthy(left);
    const right = this.readValue();
    return right === notValue ? undefined : compare(left, comparison, right);
  }

  #readRange(bounds: string): readonly number[] {
    const [first = 0, last = 0] = bounds
      .slice(1, -1)
      .split('..')
      .map((bound) => Number(/^\s*[A-Za-z_]/.test(bound) ? this.#lookUp(bound.trim()) : bound));
    const length = Number.isInteger(last - first) ? Math.max(0, last - first + 1) : 0;
    return Array.from({ length: Math.min(length, maximumRange) }, (_, index) => first + index);
  }

  #lookUp(name: string): unknown {
    let value: unknown;
    let isFirst = true;
    for (const [part, word, index, double, single] of name.matchAll(pathPart)) {
      if (isFirst) {
        const found = this.#scope.find(part);
        if (!found.isKnown) this.unknownName ??= name;
        value = found.value;
      } else {
        value = member(value, word ?? index ?? double ?? single ?? '');
        if (value === undefined) this.unknownName ??= name;
      }
      isFirst = false;
    }
    return value;
  }
}

/** `value.key`, own properties only, with Liquid's `size`, `first` and `last`. */
function member(value: unknown, key: string): unknown {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    if (key === 'size') return items.length;
    if (key === 'first') return items[0];
    return key === 'last' ? items.at(-1) : items[Number(key)];
  }
  if (typeof value === 'string') return key === 'size' ? value.length : undefined;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}

function compare(left: unknown, comparison: string, right: unknown): boolean {
  switch (comparison) {
    case '==':
      return isEqual(left, right);
    case '!=':
    case '<>':
      return !isEqual(left, right);
    case 'contains':
      if (Array.isArray(left)) return left.some((item) => isEqual(item, right));
      return typeof left === 'string' && left.includes(String(right));
    case '<':
      return Number(left) < Number(right);
    case '>':
      return Number(left) > Number(right);
    case '<=':
      return Number(left) <= Number(right);
    default:
      return Number(left) >= Number(right);
  }
}

/** Filters that repeat text must not fill the memory. */
function limit(value: unknown): unknown {
  return typeof value === 'string' ? value.slice(0, maximumLength) : value;
}
