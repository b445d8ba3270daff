const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
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
    const text = formatPart(moment, letter);
    if (text === undefined) return whole;
    if (flag === '-') return text.replace(/^[0\s]+(?=\d)/, '');
    return flag === '^' ? text.toUpperCase() : text;
  });
}

function formatPart(moment: Date, letter: string): string | undefined {
  const weekday = days[moment.getUTCDay()] ?? '';
  const month = months[moment.getUTCMonth()] ?? '';
  const hour = moment.getUTCHours();
  switch (letter) {
    case 'Y':
      return String(moment.getUTCFullYear());
    case 'y':
      return pad(moment.getUTCFullYear() % 100);
    case 'm':
      return pad(moment.getUTCMonth() + 1);
    case 'd':
      return pad(moment.getUTCDate());
    case 'e':
      return String(moment.getUTCDate()).padStart(2);
    case 'B':
      return month;
    case 'b':
    case 'h':
      return month.slice(0, 3);
    case 'A':
      return weekday;
    case 'a':
      return weekday.slice(0, 3);
    case 'H':
      return pad(hour);
    case 'I':
      return pad(hour % 12 === 0 ? 12 : hour % 12);
    case 'M':
      return pad(moment.getUTCMinutes());
    case 'S':
      return pad(moment.getUTCSeconds());
    case 'p':
      return hour < 12 ? 'AM' : 'PM';
    case 'j':
      return String(dayOfYear(moment)).padStart(3, '0');
    case 'F':
      return moment.toISOString().slice(0, 10);
    case 'T':
      return moment.toISOString().slice(11, 19);
    case 's':
      return String(moment.getTime() / 1000);
    case '%':
      return '%';
    default:
      return undefined;
  }
}

function dayOfYear(moment: Date): number {
  const start = Date.UTC(moment.getUTCFullYear(), 0, 1);
  return Math.floor((moment.getTime() - start) / 86_400_000) + 1;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
