/** What must be on a page for a selector to match anything as the page comes. */
export interface CssNeeds {
  readonly classes: readonly string[];
  readonly tags: readonly string[];
  /** Of each group at least one: the arguments of `:is()` and `:where()`. */
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
}

const latePseudo =
  /:(?:hover|active|focus(?:-visible|-within)?|:selection|:backdrop|:highlight)(?![\w-])/;

/** What each selector of a list needs. What other brackets hold (`:not()`, `[…]`) is not looked at. */
export function parseSelectors(list: string): readonly CssNeeds[] {
  return splitList(list).map(parseSelector);
}

/** Whether a selector with these needs can match something on `page`. */
export function isMet(needs: CssNeeds, page: PageNames): boolean {
  return (
    !needs.isLate &&
    needs.classes.every((name) => page.classes.has(name)) &&
    needs.tags.every((name) => page.tags.has(name)) &&
    needs.oneOf.every((group) => group.some((inner) => isMet(inner, page)))
  );
}

function parseSelector(selector: string): CssNeeds {
  const { bare, oneOf } = takeBrackets(selector);
  const names = bare.replace(/::?[a-z-]+/gi, '');
  const classes = [...names.matchAll(/\.([\w-]+)/g)].map((match) => match[1] ?? '');
  if (/:dir\(rtl\)/.test(selector)) classes.push(rightToLeft);
  const tags = [...names.matchAll(/(?:^|[\s>+~&])([a-z][a-z0-9-]*)/gi)].map((match) =>
    (match[1] ?? '').toLowerCase(),
  );
  return { classes, tags, oneOf, isLate: latePseudo.test(bare) };
}

/** A selector without its brackets, and the alternatives that some of them hold. */
function takeBrackets(selector: string): { bare: string; oneOf: CssNeeds[][] } {
  const oneOf: CssNeeds[][] = [];
  let bare = '';
  for (let at = 0; at < selector.length; at++) {
    const character = selector[at];
    if (character !== '(' && character !== '[') {
      bare += character;
      continue;
    }
    const end = findClosing(selector, at);
    if (/:(?:is|where)$/.test(bare)) {
      oneOf.push(splitList(selector.slice(at + 1, end)).map(parseSelector));
    }
    at = end;
  }
  return { bare, oneOf };
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
