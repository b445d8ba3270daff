const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
/** What each letter of a pattern stands for. */
const parts: Readonly<Record<string, (moment: Date) => string>> = {
  Y: (moment) => String(moment.getUTCFullYear()),
  y: (moment) => pad(moment.getUTCFullYear() % 100),
  m: (moment) => pad(moment.getUTCMonth() + 1),
  d: (moment) => pad(moment.getUTCDate()),
  e: (moment) => String(moment.getUTCDate()).padStart(2),
  B: (moment) => months[moment.getUTCMonth()] ?? '',
  b: (moment) => (months[moment.getUTCMonth()] ?? '').slice(0, 3),
  h: (moment) => (months[moment.getUTCMonth()] ?? '').slice(0, 3),
  A: (moment) => days[moment.getUTCDay()] ?? '',
  a: (moment) => (days[moment.getUTCDay()] ?? '').slice(0, 3),
  H: (moment) => pad(moment.getUTCHours()),
  I: (moment) => pad(moment.getUTCHours() % 12 || 12),
  M: (moment) => pad(moment.getUTCMinutes()),
  S: (moment) => pad(moment.getUTCSeconds()),
  p: (moment) => (moment.getUTCHours() < 12 ? 'AM' : 'PM'),
  j: (moment) => String(dayOfYear(moment)).padStart(3, '0'),
  F: (moment) => moment.toISOString().slice(0, 10),
  T: (moment) => moment.toISOString().slice(11, 19),
  s: (moment) => String(moment.getTime() / 1000),
};
const written = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?/;
const directive = /%([-^]?)([a-zA-Z%])/g;

/**
 * `date` written by `pattern` (strftime, as in Liquid's `date` filter), in English and without moving
 * it to another time zone. A value that is no date is given back as it is, as Liquid does.
 */
export function formatLiquidDate(date: string, pattern: string): string {
  const match = written.exec(date.trim());
  if (match === null || pattern === '') return date;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const moment = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  return pattern.replace(directive, (whole, flag: string, letter: string) => {
    if (letter === '%') return '%';
    const text = Object.hasOwn(parts, letter) ? parts[letter]?.(moment) : undefined;
    if (text === undefined) return whole;
    if (flag === '-') return text.replace(/^[0\s]+(?=\d)/, '');
    return flag === '^' ? text.toUpperCase() : text;
  });
}

function dayOfYear(moment: Date): number {
  const start = Date.UTC(moment.getUTCFullYear(), 0, 1);
  return Math.floor((moment.getTime() - start) / 86_400_000) + 1;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
