/** Forms of a day: `4 March 2019`, `4 March` under a heading that has the year, `4 Mar` in narrow columns. */
export type DayForm = 'long' | 'day-month' | 'short';

const forms = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  'day-month': { day: 'numeric', month: 'long' },
  short: { day: 'numeric', month: 'short' },
  month: { month: 'long' },
  'month-year': { month: 'long', year: 'numeric' },
  year: { year: 'numeric' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;

const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * A day `YYYY-MM-DD` in words of `language`: the same for every reader, as no time zone comes in.
 * Plain `en` is written day first.
 *
 * @example
 * formatDay('2019-03-04', 'en', 'long')  // '4 March 2019'
 * formatDay('2019-03-04', 'de', 'short')  // '4. März'
 */
export function formatDay(day: string, language: string, form: DayForm): string {
  const date = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? day : formatter(language, form).format(date);
}

/**
 * The name of a month in `language`, with its year where one is given; January is 1.
 *
 * @example
 * formatMonth(3, 'en')  // 'March'
 * formatMonth(3, 'ja', 2019)  // '2019年3月'
 */
export function formatMonth(month: number, language: string, year?: number): string {
  const form = year === undefined ? 'month' : 'month-year';
  return formatter(language, form).format(dateIn(year ?? 2000, month));
}

/**
 * A year as `language` writes it.
 *
 * @example
 * formatYear(2019, 'ja')  // '2019年'
 */
export function formatYear(year: number, language: string): string {
  return formatter(language, 'year').format(dateIn(year, 1));
}

/** The first day of a month. Not by `Date.UTC`, which takes the years up to 99 for those of the last century. */
function dateIn(year: number, month: number): Date {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, 1);
  return date;
}

function formatter(language: string, form: keyof typeof forms): Intl.DateTimeFormat {
  const key = `${language} ${form}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(dateLanguage(language), {
    ...forms[form],
    // The years of archive, lists and addresses are these: a Persian page would count others beside them.
    calendar: 'gregory',
    timeZone: 'UTC',
  });
  formatters.set(key, made);
  return made;
}

/** A tag `Intl` accepts; a wrong one in the settings must not stop a page. */
function dateLanguage(language: string): string {
  if (language === 'en') return 'en-GB';
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en-GB';
  } catch {
    // Not a language tag: dates are then written in English.
    return 'en-GB';
  }
}
