import type { Tag } from './tag.ts';

/** The place of a closing mark. */
export interface Closing {
  /** Offset of its first character. */
  readonly to: number;
  /** Offset behind its last character. */
  readonly closeTo: number;
}

interface Lookup {
  readonly from: number;
  readonly found: Closing | undefined;
}

/**
 * Looks for closing marks in one text. Answers are kept while they hold, so that any number of look-ups
 * with growing offsets is linear, also when a mark is missing.
 */
export class ClosingMarks {
  readonly #text: string;
  readonly #lookups = new Map<string, Lookup>();
  #backticks: Map<number, number[]> | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** First place of `mark` at or behind `from`; -1 if none. */
  find(mark: string, from: number): number {
    const find = (): Closing | undefined => {
      const at = this.#text.indexOf(mark, from);
      return at === -1 ? undefined : { to: at, closeTo: at + mark.length };
    };
    return this.#lookUp(mark, from, find)?.to ?? -1;
  }

  /** First match of a global `pattern` at or behind `from`. */
  findPattern(pattern: RegExp, from: number): Closing | undefined {
    return this.#lookUp(`/${pattern.source}`, from, () => {
      pattern.lastIndex = from;
      const match = pattern.exec(this.#text);
      return match === null
        ? undefined
        : { to: match.index, closeTo: match.index + match[0].length };
    });
  }

  /** First run of exactly `length` backticks behind `from`; -1 if none. */
  findBackticks(from: number, length: number): number {
    this.#backticks ??= collectBackticks(this.#text);
    const runs = this.#backticks.get(length) ?? [];
    let low = 0;
    let high = runs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((runs[middle] ?? 0) < from) low = middle + 1;
      else high = middle;
    }
    return runs[low] ?? -1;
  }

  #lookUp(key: string, from: number, find: () => Closing | undefined): Closing | undefined {
    const known = this.#lookups.get(key);
    if (known !== undefined && known.from <= from && (known.found?.to ?? Infinity) >= from) {
      return known.found;
    }
    const found = find();
    this.#lookups.set(key, { from, found });
    return found;
  }
}

/** A global pattern for the tag that ends the body of `tag`. */
export function closingPattern(tag: Tag): RegExp {
  const name = tag.name.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
  switch (tag.dialect) {
    case 'zola':
      return /\{%-?\s*end\s*-?%\}/g;
    case 'hugo':
      return new RegExp(`\\{\\{[<%]\\s*\\/\\s*${name}\\s*[>%]\\}\\}`, 'g');
    case 'liquid':
      return new RegExp(`\\{%[-~]?\\s*end_?${name}\\s*[-~]?%\\}`, 'g');
  }
}

/** Where runs of backticks start, by the length of the run. */
function collectBackticks(text: string): Map<number, number[]> {
  const runs = new Map<number, number[]>();
  for (let from = text.indexOf('`'); from !== -1;) {
    let to = from;
    while (text[to] === '`') to++;
    const sameLength = runs.get(to - from);
    if (sameLength === undefined) runs.set(to - from, [from]);
    else sameLength.push(from);
    from = text.indexOf('`', to);
  }
  return runs;
}
