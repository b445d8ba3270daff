/** A value given to a shortcode; numbers and booleans are kept as they are written. */
export type Argument = string | readonly string[];

/** The arguments of a shortcode. */
export interface Arguments {
  readonly positional: readonly Argument[];
  readonly named: ReadonlyMap<string, Argument>;
  /** What could not be read, and at which offset in the text; `undefined` when all was well. */
  readonly fault: { readonly offset: number; readonly message: string } | undefined;
}

const namedStart = /([A-Za-z_][\w.-]*)\s*(?:=|:(?!\/|\w+\/\/))\s*/y;
const bareWord = /[^\s,]+/y;
/** What may follow the quote that ends a string. */
const afterString = /[\s,)\]|/]|$/y;
const maximumArguments = 200;

/**
 * Reads the arguments of a tag in any dialect: `"a" b='c' d=3, e=[1, 2]`.
 *
 * Strings stand in any of the three quotes; an inner quote with a letter behind it does not end the
 * string, as in `"He said "no" twice"`. A bare word is given to `lookUp` first, for Liquid's variables.
 */
export function parseArguments(
  text: string,
  lookUp: (word: string) => string | undefined = () => undefined,
): Arguments {
  return new ArgumentReader(text, lookUp).read();
}

class ArgumentReader {
  readonly #text: string;
  readonly #lookUp: (word: string) => string | undefined;
  #at = 0;
  #fault: Arguments['fault'];

  constructor(text: string, lookUp: (word: string) => string | undefined) {
    this.#text = text;
    this.#lookUp = lookUp;
  }

  read(): Arguments {
    const positional: Argument[] = [];
    const named = new Map<string, Argument>();
    while (this.#skipSeparators() < this.#text.length) {
      if (positional.length + named.size >= maximumArguments) {
        this.#fail(this.#at, `There are more than ${maximumArguments} arguments.`);
        break;
      }
      namedStart.lastIndex = this.#at;
      const name = namedStart.exec(this.#text);
      if (name === null) {
        positional.push(this.#readValue());
      } else {
        this.#at += name[0].length;
        named.set(name[1] ?? '', this.#readValue());
      }
    }
    return { positional, named, fault: this.#fault };
  }

  #skipSeparators(): number {
    while (/[\s,]/.test(this.#text[this.#at] ?? '')) this.#at++;
    return this.#at;
  }

  #readValue(): Argument {
    const character = this.#text[this.#at];
    if (character === '"' || character === "'" || character === '`')
      return this.#readString(character);
    if (character === '[') return this.#readArray();
    bareWord.lastIndex = this.#at;
    const word = bareWord.exec(this.#text)?.[0] ?? '';
    this.#at += word.length;
    return this.#lookUp(word) ?? word;
  }

  #readString(quote: string): string {
    const from = this.#at + 1;
    const end = this.#findStringEnd(from, quote);
    if (end === -1) {
      this.#fail(from - 1, `The quote \`${quote}\` is not closed.`);
      this.#at = this.#text.length;
      return this.#text.slice(from);
    }
    this.#at = end + 1;
    const content = this.#text.slice(from, end);
    return quote === '`' ? content : content.replace(/\\(["'\\])/g, '$1');
  }

  /** The quote that ends the string: quotes within quotes, told by the spaces around them, are passed. */
  #findStringEnd(from: number, quote: string): number {
    let first = -1;
    let depth = 0;
    for (let at = from; at < this.#text.length; at++) {
      if (this.#text[at] === '\\' && quote !== '`') {
        at++;
      } else if (this.#text[at] === quote) {
        if (first === -1) first = at;
        afterString.lastIndex = at + 1;
        const isEnd = afterString.test(this.#text);
        if (isEnd && depth === 0) return at;
        if (!isEnd && /\s/.test(this.#text[at - 1] ?? '') && at > from) depth++;
        else if (depth > 0) depth--;
      }
    }
    return first;
  }

  #readArray(): readonly string[] {
    const from = this.#at++;
    const items: string[] = [];
    for (;;) {
      const at = this.#skipSeparators();
      const character = this.#text[at];
      if (character === undefined || items.length > maximumArguments) {
        this.#fail(from, 'The bracket `[` is not closed.');
        this.#at = this.#text.length;
        return items;
      }
      if (character === ']') {
        this.#at++;
        return items;
      }
      items.push(this.#readItem(character));
    }
  }

  #readItem(character: string): string {
    if (character === '"' || character === "'" || character === '`')
      return this.#readString(character);
    const item = /[^\s,\]]+/y;
    item.lastIndex = this.#at;
    const word = item.exec(this.#text)?.[0] ?? '';
    this.#at += Math.max(1, word.length);
    return word;
  }

  #fail(offset: number, message: string): void {
    this.#fault ??= { offset, message };
  }
}
