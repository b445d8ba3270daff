/** What must be on a page for a selector to match anything as the page comes. */
export interface CssNeeds {
  readonly classes: readonly string[];
  readonly tags: readonly string[];
  /** Attributes of state: `data-kind`, or `data-kind=tip` where the value counts too; and ids: `#fn-1`. */
  readonly attributes: readonly string[];
  /** Of each group at least one: the arguments of `:is()`, `:where()` and `:has()`. */
  readonly oneOf: readonly (readonly CssNeeds[])[];
  /** Whether it matches only once the reader does something: no page needs it at first. */
  readonly isLate: boolean;
}

/** Stands among the classes of a page for an element that is written from right to left. */
export const rightToLeft = ':dir(rtl)';

/** What is on a page. */
export interface PageNames {
  readonly classes: ReadonlySet<string>;
  readonly tags: ReadonlySet<string>;
  /** Names of `data-` and `aria-` attributes, and each with its value: `data-kind`, `data-kind=tip`; ids: `#fn-1`. */
  readonly attributes: ReadonlySet<string>;
}

/** An attribute of state by which a selector asks: its name, and its value where all of it counts. */
const stateAttribute = /^\[((?:data|aria)-[\w-]+)(?:=["']?([\w-]+)["']?)?\]$/;

/** Set by the script in the head, before the first paint. */
const setAtOnce = /^data-theme/;

const latePseudo =
  /:(?:hover|active|focus(?:-visible|-within)?|:selection|:backdrop|:highlight)(?![\w-])/;

/** What each selector of a list needs. What `:not()` and the brackets of other attributes hold is not looked at. */
export function parseSelectors(list: string): readonly CssNeeds[] {
  return splitList(list).map(parseSelector);
}

/** Whether a selector with these needs can match something on `page`. */
export function isMet(needs: CssNeeds, page: PageNames): boolean {
  return (
    !needs.isLate &&
    needs.classes.every((name) => page.classes.has(name)) &&
    needs.tags.every((name) => page.tags.has(name)) &&
    needs.attributes.every((name) => page.attributes.has(name)) &&
    needs.oneOf.every((group) => group.some((inner) => isMet(inner, page)))
  );
}

function parseSelector(selector: string): CssNeeds {
  const { bare, oneOf, attributes } = takeBrackets(selector);
  const names = bare.replace(/::?[a-z-]+/gi, '');
  const classes = [...names.matchAll(/\.([\w-]+)/g)].map((match) => match[1] ?? '');
  if (/:dir\(rtl\)/.test(selector)) classes.push(rightToLeft);
  attributes.push(...(names.match(/#[\w-]+/g) ?? []));
  const tags = [...names.matchAll(/(?:^|[\s>+~&])([a-z][a-z0-9-]*)/gi)].map((match) =>
    (match[1] ?? '').toLowerCase(),
  );
  return { classes, tags, attributes, oneOf, isLate: latePseudo.test(bare) };
}

/** A selector without its brackets, the alternatives that some of them hold, and attributes of state. */
function takeBrackets(selector: string): {
  bare: string;
  oneOf: CssNeeds[][];
  attributes: string[];
} {
  const oneOf: CssNeeds[][] = [];
  const attributes: string[] = [];
  let bare = '';
  for (let at = 0; at < selector.length; at++) {
    const character = selector[at];
    if (character !== '(' && character !== '[') {
      bare += character;
      continue;
    }
    const end = findClosing(selector, at);
    if (/:(?:is|where|has)$/.test(bare)) {
      oneOf.push(splitList(selector.slice(at + 1, end)).map(parseSelector));
    }
    const [, name = '', value] = stateAttribute.exec(selector.slice(at, end + 1)) ?? [];
    if (name !== '' && !setAtOnce.test(name)) {
      attributes.push(value === undefined ? name : `${name}=${value}`);
    }
    at = end;
  }
  return { bare, oneOf, attributes };
}

/** A selector list cut at its outermost commas. */
function splitList(list: string): string[] {
  const selectors: string[] = [];
  let start = 0;
  for (let at = 0; at < list.length; at++) {
    const character = list[at];
    if (character === '\\') at++;
    else if (character === '(' || character === '[') at = findClosing(list, at);
    else if (character === ',') {
      selectors.push(list.slice(start, at));
      start = at + 1;
    }
  }
  return [...selectors, list.slice(start)].map((part) => part.trim());
}

/** Index of the bracket that closes the one at `start`. */
function findClosing(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === '(' || text[at] === '[') depth++;
    else if (text[at] === ')' || text[at] === ']') depth--;
    if (depth === 0) return at;
  }
  return text.length;
}
