// Wall clocks of IANA time zones by `Intl`; nothing else knows when summer time begins.

const formats = new Map<string, Intl.DateTimeFormat>();

/** Tells a time zone that the platform knows from other names. */
export function isTimeZone(name: string): boolean {
  try {
    getFormat(name);
    return true;
  } catch {
    // `Intl` throws a RangeError for an unknown name, which is the answer.
    return false;
  }
}

/** The calendar day it is in `timeZone` at the UTC time `ms`, as `YYYY-MM-DD`. */
export function zonedDay(ms: number, timeZone: string): string {
  return new Date(ms + offsetAt(ms, timeZone)).toISOString().slice(0, 10);
}

/**
 * The UTC time at which the clocks of `timeZone` show `local`, a wall-clock time written as if it were UTC.
 * A time that clocks skip in spring is read by the clock before the change.
 */
export function toUtc(local: number, timeZone: string): number {
  const first = local - offsetAt(local, timeZone);
  const second = local - offsetAt(first, timeZone);
  // In the skipped hour the two never agree; the later one is by the clock before the change.
  return first === second ? first : local - offsetAt(Math.min(first, second), timeZone);
}

/** Milliseconds that the clocks of `timeZone` are ahead of UTC at `ms`. */
function offsetAt(ms: number, timeZone: string): number {
  if (timeZone === 'UTC') return 0;
  const clock: Record<string, number> = {};
  for (const part of getFormat(timeZone).formatToParts(ms)) clock[part.type] = Number(part.value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = clock;
  const shown = Date.UTC(year, month - 1, day, hour, minute, second);
  return shown - Math.floor(ms / 1000) * 1000;
}

function getFormat(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, format);
  return format;
}
