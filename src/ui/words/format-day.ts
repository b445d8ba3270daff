/** Forms of a day: `4 March 2019`, `4 March` under a heading that has the year, `4 Mar` in narrow columns. */
export type DayForm = 'long' | 'day-month' | 'short';

const forms: Readonly<Record<DayForm, Intl.DateTimeFormatOptions>> = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  'day-month': { day: 'numeric', month: 'long' },
  short: { day: 'numeric', month: 'short' },
};

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
 * The name of a month in `language`; January is 1.
 *
 * @example
 * formatMonth(3, 'en')  // 'March'
 */
export function formatMonth(month: number, language: string): string {
  return formatter(language, 'month').format(new Date(Date.UTC(2000, month - 1, 1)));
}

function formatter(language: string, form: DayForm | 'month'): Intl.DateTimeFormat {
  const key = `${language} ${form}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const options = form === 'month' ? ({ month: 'long' } as const) : forms[form];
  const made = new Intl.DateTimeFormat(dateLanguage(language), { ...options, timeZone: 'UTC' });
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
