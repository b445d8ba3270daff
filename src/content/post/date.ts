// Dates as 22 blogs write them. A post's date is a calendar day, not a `Date`: see PostDate.

import type { PostDate } from '../model/post.ts';
import { toUtc, zonedDay } from '../text/time-zone.ts';

/** The reason why a text is not a date, as the end of a sentence: `month 13 does not exist`. */
export interface DateFault {
  readonly fault: string;
  /** The day, where it can be read all the same. */
  readonly day?: string;
}

/** A date, or why there is none. */
export type DateReading = PostDate | DateFault;

interface Parts {
  year: number;
  month: number;
  day: number;
  /** Time of day and zone as written; `undefined` when there was none. */
  time: Time | DateFault | undefined;
}

interface Time {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Minutes east of UTC; `undefined`: the blog's zone. */
  readonly offset: number | undefined;
}

/** No blog is older than the web by much; a later year is a typing error. */
const years = { first: 1900, last: 2200 };

/** Numbers of at least this size are Unix seconds (3 March 1973); smaller ones are days such as 20190304. */
const smallestTimestamp = 100_000_000;
const smallestMilliseconds = 100_000_000_000;

/** `2019-03-04`, `2019/3/4`, `2019.03.04`, `2019年3月4日`, and the rest of the text. */
const yearFirst = /^(\d{4})([-/.]|年\s?)(\d{1,2})(?:\2|月\s?)(\d{1,2})日?(?![\d])/;
const compact = /^(\d{4})(\d{2})(\d{2})(?!\d)/;
const compactTime = /^(\d{2})(\d{2})(\d{2})?(?=Z|[+-]|$)/i;
const timeOfDay = /^(\d{1,2})(?::(\d{1,2}))?(?::(\d{1,2})(?:[.,]\d+)?)?\s*(am|pm|a\.m\.|p\.m\.)?/i;
const numericOffset = /^(?:utc|gmt)?\s*([+-])(\d{1,2})(?::?(\d{2}))?$/i;

/** Zones of RFC 2822 and a few that blogs write, in minutes east of UTC. */
const namedOffsets: ReadonlyMap<string, number> = new Map(
  Object.entries({
    '-480': 'pst',
    '-420': 'mst pdt',
    '-360': 'cst mdt',
    '-300': 'est cdt',
    '-240': 'edt',
    '0': 'z ut utc gmt wet',
    '60': 'bst cet',
    '120': 'cest eet',
    '180': 'eest msk',
    '330': 'ist',
    '540': 'jst kst',
    '600': 'aest',
    '660': 'aedt',
    '720': 'nzst',
    '780': 'nzdt',
  }).flatMap(([offset, names]) => names.split(' ').map((name) => [name, Number(offset)] as const)),
);

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The date that `value` of a front matter gives. A date without a zone is that day in `timeZone`; one with
 * a zone is the day that instant falls on there, or the day as written where the blog has no zone. Midnight UTC sharp
 * counts as a day without a time, since that is what tools write who know none. Never throws.
 *
 * @param value - text, or a number of Unix seconds or milliseconds, or of the form 20190304
 * @param timeZone - of the blog; `undefined` when none is set
 * @example
 * readDate('2014-11-13 23:30 +0000', 'Asia/Tokyo')  // { day: '2014-11-14', instant: '2014-11-13T23:30:00Z' }
 */
export function readDate(value: unknown, timeZone: string | undefined): DateReading {
  if (typeof value === 'number') return readNumber(value, timeZone);
  if (typeof value !== 'string') return { fault: `it is ${describeType(value)}, not a date` };
  const text = value.trim().replace(/\s+/g, ' ');
  // The commonest form by far.
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return toDate(splitDay(text), timeZone);
  if (/^\d{8,14}$/.test(text) && !compact.test(text)) return readNumber(Number(text), timeZone);
  if (text.length > 80) return { fault: 'it is too long for a date' };
  const parts = readYearFirst(text) ?? readWords(text) ?? readDayFirst(text);
  if (parts === undefined) return { fault: 'it is not a date' };
  return 'fault' in parts ? parts : toDate(parts, timeZone);
}

/** Tells a date from a fault. */
export function isDate(reading: DateReading): reading is PostDate {
  return !('fault' in reading);
}

function splitDay(text: string): Parts {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return { year, month, day, time: undefined };
}

function readNumber(value: number, timeZone: string | undefined): DateReading {
  if (Number.isInteger(value) && value >= 19_000_101 && value <= 22_001_231) {
    const parts = { year: Math.floor(value / 10_000), month: Math.floor(value / 100) % 100 };
    return toDate({ ...parts, day: value % 100, time: undefined }, timeZone);
  }
  if (Number.isInteger(value) && value >= years.first && value <= years.last) {
    return { fault: 'it has no month and day' };
  }
  const ms = value >= smallestMilliseconds ? value : value * 1000;
  const last = Date.UTC(years.last, 11, 31);
  if (!(value >= smallestTimestamp) || ms > last) return { fault: 'it is not a date' };
  return { day: zonedDay(ms, timeZone ?? 'UTC'), instant: formatInstant(ms) };
}

/** ISO 8601 and what comes near it. */
function readYearFirst(text: string): Parts | DateFault | undefined {
  const match = yearFirst.exec(text) ?? compact.exec(text);
  if (match === null) return /^\d{4}([-/.]\d{1,2})?$/.test(text) ? noDay(text) : undefined;
  const isCompact = match.length === 4;
  const [year = 0, month = 0, day = 0] = [1, isCompact ? 2 : 3, isCompact ? 3 : 4].map((n) =>
    Number(match[n]),
  );
  const rest = text
    .slice(match[0].length)
    .replace(/^(?:T|,? ?at |[ ,_]+)/i, '')
    .trim();
  return { year, month, day, time: rest === '' ? undefined : readTime(rest) };
}

function noDay(text: string): DateFault {
  return { fault: text.length > 4 ? 'it has no day' : 'it has no month and day' };
}

/** Dates with the month's English name, in any order: RFC 2822, `March 4, 2019`, `4th Mar 2019 10pm`. */
function readWords(text: string): Parts | DateFault | undefined {
  const word = text.match(/[a-z]+/gi)?.find((each) => findMonth(each) > 0);
  if (word === undefined) return undefined;
  let [year, day] = [0, 0];
  const rest: string[] = [];
  for (const token of text
    .replaceAll(/[,()]|(?<=\d)-(?=[a-z])|(?<=[a-z])-(?=\d)/gi, ' ')
    .split(' ')) {
    const number = /^(\d{1,4})(?:st|nd|rd|th)?\.?$/i.exec(token);
    if (number === null) {
      if (token !== '' && findMonth(token) === 0 && !isNoise(token)) rest.push(token);
    } else if (token.length >= 4 && /^\d{4}$/.test(token) && year === 0) year = Number(token);
    else if (day === 0) day = Number(number[1]);
    else rest.push(token);
  }
  if (year === 0) return { fault: 'it has no year' };
  if (day === 0) return { fault: 'it has no day' };
  return { year, month: findMonth(word), day, time: readTime(rest.join(' ')) };
}

/** `4.3.2019` as Germans write; `25/12/2019` where only one reading is possible. */
function readDayFirst(text: string): Parts | DateFault | undefined {
  const match = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?: (.*))?$/.exec(text);
  if (match === null) return undefined;
  const [first, second, year] = [Number(match[1]), Number(match[3]), Number(match[4])];
  const isDotted = match[2] === '.';
  if (!isDotted && first <= 12 && second <= 12 && first !== second) {
    return { fault: 'day and month cannot be told apart' };
  }
  const [day, month] = isDotted || first > 12 ? [first, second] : [second, first];
  return { year, month, day, time: readTime(match[5] ?? '') };
}

function readTime(text: string): Time | DateFault | undefined {
  if (text === '') return undefined;
  const match = compactTime.exec(text) ?? timeOfDay.exec(text);
  if (match === null) return { fault: `\`${text}\` is not a time of day` };
  const [hours, minute, second] = [Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)];
  const half = match[4]?.[0]?.toLowerCase();
  const hour = half === undefined ? hours : (hours % 12) + (half === 'p' ? 12 : 0);
  if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && minute + second > 0)) {
    return { fault: `the time of day \`${match[0].trim()}\` does not exist` };
  }
  const offset = readOffset(text.slice(match[0].length).trim());
  if (typeof offset === 'object') return offset;
  return { hour, minute, second: Math.min(second, 59), offset };
}

function readOffset(text: string): number | undefined | DateFault {
  // A name in brackets after the offset, as Temporal and mail programs add, says nothing more.
  const zone = text.replace(/\s*[[(].*$/, '').trim();
  if (zone === '') return undefined;
  const named = namedOffsets.get(zone.toLowerCase());
  if (named !== undefined) return named;
  const match = numericOffset.exec(zone);
  const minutes = match === null ? NaN : Number(match[2]) * 60 + Number(match[3] ?? 0);
  if (!(minutes <= 15 * 60)) return { fault: `\`${zone}\` is not a time zone` };
  return match?.[1] === '-' ? -minutes : minutes;
}

function toDate(parts: Parts, timeZone: string | undefined): DateReading {
  const fault = findFault(parts);
  if (fault !== undefined) return { fault };
  const { year, month, day, time } = parts;
  const plain = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (time === undefined) return { day: plain, instant: undefined };
  if ('fault' in time) return { ...time, day: plain };
  const local = Date.UTC(year, month - 1, day, time.hour, time.minute, time.second);
  const isMidnight = time.hour === 0 && time.minute === 0 && time.second === 0;
  if (isMidnight && (time.offset === undefined || time.offset === 0)) {
    return { day: plain, instant: undefined };
  }
  const ms =
    time.offset === undefined ? toUtc(local, timeZone ?? 'UTC') : local - time.offset * 60_000;
  return {
    day: timeZone === undefined ? plain : zonedDay(ms, timeZone),
    instant: formatInstant(ms),
  };
}

function findFault({ year, month, day }: Parts): string | undefined {
  if (year < years.first || year > years.last) return `year ${year} cannot be meant`;
  if (month < 1 || month > 12) return `month ${month} does not exist`;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day < 1 || day > days) return `day ${day} does not exist in month ${month} of ${year}`;
  return undefined;
}

/** 1 to 12 for a month's English name or its first three letters; 0 for any other word. */
function findMonth(word: string): number {
  const name = word.toLowerCase().replace(/\.$/, '');
  const full =
    /^(?:january|february|march|april|june|july|august|sept(?:ember)?|october|november|december)$/;
  return name.length === 3 || full.test(name) ? months.indexOf(name.slice(0, 3)) + 1 : 0;
}

/** Names of days, which nobody checks, and small words. */
function isNoise(word: string): boolean {
  return /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?|the|of|on|at)$/i.test(
    word,
  );
}

function formatInstant(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

function describeType(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a table' : `\`${String(value)}\``;
}
