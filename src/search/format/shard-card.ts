import { readCount } from './ascending.ts';
import type { ByteReader, ByteWriter } from './bytes.ts';

/** A post as a shard shows it: a card without summary. */
export interface ShardCard {
  readonly id: number;
  readonly title: string;
  readonly permalink: string;
  readonly path: string;
  /** Empty for an undated post. */
  readonly day: string;
  readonly minutes: number;
  /** Empty when it is the site's. */
  readonly language: string;
  /** Numbers of its keywords, in the post's order. */
  readonly keywords: readonly number[];
}

/** A card as bytes. What its texts share is written once. */
export function writeShardCard(bytes: ByteWriter, card: ShardCard): void {
  bytes.writeNumber(card.id);
  bytes.writeText(card.title);
  bytes.writeText(shorten(card.permalink, [plainSlug(card.title)]));
  bytes.writeText(shorten(card.path, [lastPart(card.permalink), card.day]));
  writeDay(bytes, card.day);
  bytes.writeNumber(card.minutes);
  bytes.writeText(card.language);
  bytes.writeNumber(card.keywords.length);
  for (const keyword of card.keywords) bytes.writeNumber(keyword);
}

/** The inverse of {@link writeShardCard}. */
export function readShardCard(reader: ByteReader): ShardCard {
  const id = reader.readNumber();
  const title = reader.readText();
  const permalink = lengthen(reader.readText(), [plainSlug(title)]);
  const shortPath = reader.readText();
  const day = readDay(reader);
  return {
    id,
    title,
    permalink,
    path: lengthen(shortPath, [lastPart(permalink), day]),
    day,
    minutes: reader.readNumber(),
    language: reader.readText(),
    keywords: Array.from({ length: readCount(reader) }, () => reader.readNumber()),
  };
}

/** A section of a post as a result links to it. */
export interface SectionLink {
  readonly id: string;
  readonly title: string;
}

/** A section as bytes: most ids follow from the title. */
export function writeSection(bytes: ByteWriter, { id, title }: SectionLink): void {
  bytes.writeText(title);
  bytes.writeText(shorten(id, [plainSlug(title)]));
}

/** The inverse of {@link writeSection}. */
export function readSection(reader: ByteReader): SectionLink {
  const title = reader.readText();
  return { title, id: lengthen(reader.readText(), [plainSlug(title)]) };
}

/**
 * A text as most addresses have it. It need not be that of any address: those that differ are written out.
 *
 * @example
 * plainSlug('It’s a Test')  // 'its-a-test'
 */
function plainSlug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}_\- ]/gu, '')
    .replace(/ /g, '-');
}

/** `permalink` from the last slash but one to the last. */
function lastPart(permalink: string): string {
  return permalink.split('/').findLast((part) => part !== '') ?? '';
}

/** Characters that stand for texts known already: the first for that at place 0. No address has them. */
const signs = ['\u0001', '\u0002'];
/** Goes before a text that is written as it is, since it has a sign itself. */
const literal = '\u0000';

function shorten(text: string, known: readonly string[]): string {
  let short = text;
  for (const [at, part] of known.entries()) {
    if (part !== '') short = short.replace(part, () => signs[at] ?? '');
  }
  return lengthen(short, known) === text ? short : literal + text;
}

function lengthen(short: string, known: readonly string[]): string {
  if (short.startsWith(literal)) return short.slice(literal.length);
  let text = short;
  for (const [at, part] of known.entries()) text = text.replace(signs[at] ?? '', () => part);
  return text;
}

/** Days in every year and month, of which not all exist. */
const yearDays = 372;
const monthDays = 31;

/** A day as one number from 1 on; 0 and the text for what is none. */
function writeDay(bytes: ByteWriter, day: string): void {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const number = year * yearDays + (month - 1) * monthDays + date;
  const isDay = Number.isSafeInteger(number) && number > 0 && formatDay(number) === day;
  bytes.writeNumber(isDay ? number : 0);
  if (!isDay) bytes.writeText(day);
}

function readDay(reader: ByteReader): string {
  const number = reader.readNumber();
  return number === 0 ? reader.readText() : formatDay(number);
}

function formatDay(number: number): string {
  const place = number - 1;
  const year = Math.floor(place / yearDays);
  const month = Math.floor((place % yearDays) / monthDays) + 1;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad((place % monthDays) + 1, 2)}`;
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
