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

/** How many characters may still be read in vain, so that many unclosed tags in one text stay linear. */
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
  // A lone `=` starts a name, as in the HTML standard.
  const nameStop = Math.max(searchFrom(attributeNameEnd, html, at), at + 1);
  const name = html.slice(at, nameStop).toLowerCase();
  const equals = skipSpace(html, nameStop);
  if (html[equals] !== '=') return { name, value: undefined, end: nameStop };
  const valueAt = skipSpace(html, equals + 1);
  const quote = html[valueAt];
  if (quote === '"' || quote === "'") {
    const valueStop = html.indexOf(quote, valueAt + 1);
    if (valueStop === -1) return undefined;
    const value = decodeReferences(html.slice(valueAt + 1, valueStop));
    return { name, value, end: valueStop + 1 };
  }
  const valueStop = searchFrom(bareValueEnd, html, valueAt);
  return { name, value: decodeReferences(html.slice(valueAt, valueStop)), end: valueStop };
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

/** Named character references that blogs use; HTML knows 2,231, the rest stay as written. */
const namedReferences: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  copy: '©',
  reg: '®',
  trade: '™',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  sbquo: '‚',
  bdquo: '„',
  laquo: '«',
  raquo: '»',
  larr: '←',
  uarr: '↑',
  rarr: '→',
  darr: '↓',
  harr: '↔',
  rArr: '⇒',
  times: '×',
  divide: '÷',
  minus: '−',
  plusmn: '±',
  le: '≤',
  ge: '≥',
  ne: '≠',
  deg: '°',
  middot: '·',
  bull: '•',
  sect: '§',
  para: '¶',
  euro: '€',
  pound: '£',
  yen: '¥',
  cent: '¢',
  frac12: '½',
  frac14: '¼',
  frac34: '¾',
  shy: '\u00ad',
  zwj: '\u200d',
  zwnj: '\u200c',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  ntilde: 'ñ',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  aring: 'å',
  oslash: 'ø',
  check: '✓',
  hearts: '♥',
  star: '☆',
};

/** `text` with numeric and the common named character references decoded; unknown names stay as written. */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));/g,
    (whole: string, decimal?: string, hexadecimal?: string, name?: string) => {
      if (name !== undefined)
        return Object.hasOwn(namedReferences, name) ? (namedReferences[name] ?? whole) : whole;
      const code = decimal === undefined ? parseInt(hexadecimal ?? '', 16) : parseInt(decimal, 10);
      const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
      return isCharacter ? String.fromCodePoint(code) : '\ufffd';
    },
  );
}
