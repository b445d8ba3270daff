import type { Message, Values } from './languages/messages.ts';

interface Tools {
  readonly plural: Intl.PluralRules;
  readonly number: Intl.NumberFormat;
}

/** One of each for all: making them takes longer than a chip may. */
const known = new Map<string, Tools>();

const rightToLeft =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * `message` with `values` in place of the names in braces, as `language` writes numbers; `count` chooses the form. A text
 * of the other direction is isolated, so that it does not turn its surroundings. A name without a value stays.
 *
 * @example
 * fillMessage({ one: '{count} post', other: '{count} posts' }, { count: 2304 }, 'en')  // '2,304 posts'
 */
export function fillMessage(message: Message, values: Values, language: string): string {
  const { plural, number } = findTools(language);
  const { count } = values;
  const text =
    typeof message === 'string'
      ? message
      : ((typeof count === 'number' ? message[plural.select(count)] : undefined) ?? message.other);
  return text.replace(/\{(\w+)\}/g, (name, key: string) => {
    const value = values[key];
    if (value === undefined) return name;
    if (typeof value === 'number') return number.format(value);
    const isAlike = rightToLeft.test(value) === rightToLeft.test(text) || value.includes('\u2068');
    return isAlike ? value : `\u2068${value}\u2069`;
  });
}

function findTools(language: string): Tools {
  const found = known.get(language);
  if (found !== undefined) return found;
  const made = { plural: new Intl.PluralRules(language), number: new Intl.NumberFormat(language) };
  known.set(language, made);
  return made;
}
