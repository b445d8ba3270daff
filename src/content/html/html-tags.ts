import { dropControls } from '../text/control-characters.ts';
import { decodeEntities } from './entity.ts';

/**
 * Reads tags out of HTML text: enough to rewrite attributes and to count, with none of a tree builder. It is not a
 * security boundary (the sanitizer is). Linear; no backtracking.
 */

/** An attribute as written: the name in lower case, the value with character references decoded. */
export interface HtmlAttribute {
  readonly name: string;
  /** `undefined`: written without a value. */
  readonly value: string | undefined;
}

/** A tag of HTML text. */
export interface HtmlTag {
  /** In lower case. */
  readonly name: string;
  /** As written. */
  readonly writtenName: string;
  readonly isClosing: boolean;
  readonly isSelfClosing: boolean;
  readonly attributes: readonly HtmlAttribute[];
  /** Offset after `>`. */
  readonly end: number;
}

const nameStart = /[A-Za-z]/;
const nameEnd = /[\s/>]/g;
const attributeNameEnd = /[\s/>=]/g;
const space = /\s*/y;

/** The number of characters that may still be read in vain, so that many unclosed tags in one text stay linear. */
export interface ReadBudget {
  left: number;
}

/** The budget for reading all tags of a text of `length` characters. */
export function createReadBudget(length: number): ReadBudget {
  return { left: 8 * length + 4096 };
}

/**
 * The tag that begins at `html[at]`, which must be `<`; `undefined` when no whole tag is there, or when `budget` is
 * used up.
 */
export function readTag(html: string, at: number, budget: ReadBudget): HtmlTag | undefined {
  if (budget.left <= 0) return undefined;
  const isClosing = html[at + 1] === '/';
  const nameAt = at + (isClosing ? 2 : 1);
  if (!nameStart.test(html[nameAt] ?? '')) return undefined;
  const nameStop = searchFrom(nameEnd, html, nameAt);
  const writtenName = html.slice(nameAt, nameStop);
  const attributes: HtmlAttribute[] = [];
  let position = nameStop;
  let isSelfClosing = false;
  for (;;) {
    position = skipSpace(html, position);
    if (position >= html.length) return giveUp(html, at, budget);
    if (html[position] === '>') break;
    if (html[position] === '/') {
      isSelfClosing = html[position + 1] === '>';
      position++;
      continue;
    }
    const attribute = readAttribute(html, position);
    if (attribute === undefined) return giveUp(html, at, budget);
    attributes.push(attribute);
    position = attribute.end;
  }
  const name = writtenName.toLowerCase();
  return { name, writtenName, isClosing, isSelfClosing, attributes, end: position + 1 };
}

function giveUp(html: string, at: number, budget: ReadBudget): undefined {
  budget.left -= html.length - at;
}

/** The value of the attribute `name` of `tag`; the empty string when it has none; `undefined` when it is absent. */
export function attributeOf(tag: HtmlTag, name: string): string | undefined {
  const attribute = tag.attributes.find((candidate) => candidate.name === name);
  return attribute === undefined ? undefined : (attribute.value ?? '');
}

function readAttribute(html: string, at: number): (HtmlAttribute & { end: number }) | undefined {
  // The first character belongs to the name even when it is `=`, as in the HTML standard.
  const nameStop = searchFrom(attributeNameEnd, html, at + 1);
  const name = html.slice(at, nameStop).toLowerCase();
  const equals = skipSpace(html, nameStop);
  if (html[equals] !== '=') return { name, value: undefined, end: nameStop };
  const valueAt = skipSpace(html, equals + 1);
  const quote = html[valueAt];
  if (quote === '"' || quote === "'") {
    const valueStop = html.indexOf(quote, valueAt + 1);
    if (valueStop === -1) return undefined;
    const value = dropControls(decodeEntities(html.slice(valueAt + 1, valueStop)));
    return { name, value, end: valueStop + 1 };
  }
  const valueStop = searchFrom(bareValueEnd, html, valueAt);
  return {
    name,
    value: dropControls(decodeEntities(html.slice(valueAt, valueStop))),
    end: valueStop,
  };
}

const bareValueEnd = /[\s>]/g;

function searchFrom(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.index ?? text.length;
}

function skipSpace(text: string, at: number): number {
  space.lastIndex = at;
  return at + (space.exec(text)?.[0].length ?? 0);
}
