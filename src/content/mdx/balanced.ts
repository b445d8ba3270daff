// Code of JavaScript skipped, without being read: where a brace or a statement ends.

/** Longer code than this is not looked through, in UTF-16 code units. */
const longestCode = 20_000;

/** What is left to be looked through in one text, so that no text costs more than linear time. */
export interface Budget {
  left: number;
}

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/**
 * The offset after the bracket that closes the one at `at`; -1 where there is none. Strings, templates and comments may
 * hold any sign.
 */
export function findClose(source: string, at: number, budget: Budget): number {
  const open: string[] = [];
  const end = Math.min(source.length, at + Math.min(longestCode, budget.left));
  for (let index = at; index < end;) {
    const sign = source.charAt(index);
    const close = closing[sign];
    const next = skipText(source, index, end);
    if (close !== undefined) open.push(close);
    else if (sign === open.at(-1)) open.pop();
    index = next ?? index + 1;
    if (open.length === 0) {
      budget.left -= index - at;
      return index;
    }
  }
  budget.left -= end - at;
  return -1;
}

/** The offset after the string, the template or the comment at `at`; `undefined` where none begins. */
function skipText(source: string, at: number, end: number): number | undefined {
  const sign = source.charAt(at);
  if (sign === '/') {
    const mark = source.charAt(at + 1);
    if (mark === '*') return endOf(source, '*/', at + 2, end);
    return mark === '/' ? endOf(source, '\n', at + 2, end) : undefined;
  }
  if (sign !== '"' && sign !== "'" && sign !== '`') return undefined;
  for (let index = at + 1; index < end; index++) {
    const each = source.charAt(index);
    if (each === '\\') index++;
    else if (each === sign) return index + 1;
    // A quote that is not closed in its line is an apostrophe.
    else if (each === '\n' && sign !== '`') return at + 1;
  }
  return at + 1;
}

function endOf(source: string, mark: string, from: number, end: number): number {
  const at = source.indexOf(mark, from);
  return at === -1 ? end : Math.min(end, at + mark.length);
}
