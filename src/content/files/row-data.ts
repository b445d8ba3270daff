import type { DataReader } from './data-reader.ts';
import type { ArchiveRow } from '../model/library.ts';
import { formatNumbers, fromDeltas, toDeltas } from './number-text.ts';

/** The facts that a line of the archive and a card share, in columns: about 26 bytes a row, gzipped by the hundred. */
export interface RowData {
  readonly titles: readonly string[];
  /** What all permalinks begin with, up to a `/`. */
  readonly prefix: string;
  /** The permalinks after the prefix; {@link derived} at the end stands for the title as a slug and `/`. */
  readonly links: readonly string[];
  /** 0 for an undated post, else 1 + difference in days to the dated post before. */
  readonly days: string;
  /** Languages, empty where none; left out when all are. */
  readonly languages?: readonly string[];
}

/** Stands for what {@link deriveSlug} makes. */
export const derived = '*';

/** Puts `rows`, in any order, into columns. */
export function encodeRows(rows: readonly ArchiveRow[]): RowData {
  const prefix = commonFolder(rows.map(({ permalink }) => permalink));
  return {
    titles: rows.map(({ title }) => title),
    prefix,
    links: rows.map(({ permalink, title }) => encodeLink(permalink.slice(prefix.length), title)),
    days: formatNumbers(encodeDays(rows.map(({ day }) => day))),
    ...(rows.some(({ language }) => language !== undefined)
      ? { languages: rows.map(({ language }) => language ?? '') }
      : {}),
  };
}

/** The rows of a {@link RowData}; throws a `ContentError` when the columns do not fit together. */
export function decodeRows(data: DataReader): readonly ArchiveRow[] {
  const titles = data.strings('titles');
  const column = <Item>(key: string, items: readonly Item[]): readonly Item[] =>
    items.length === titles.length ? items : data.fail(key, `a column of ${titles.length}`);
  const links = column('links', data.strings('links'));
  const days = column('days', decodeDays(data));
  const languages = data.hasOwn('languages')
    ? column('languages', data.strings('languages'))
    : undefined;
  const prefix = data.string('prefix');
  return titles.map((title, at): ArchiveRow => ({
    permalink: prefix + decodeLink(links[at] ?? '', title),
    title,
    day: days[at],
    language: languages?.[at] || undefined,
  }));
}

/**
 * A slug as most are made of their text. Only a guess that saves bytes, and part of the format: the
 * blog's own rule may change, this one changes with the schema number. It looks at ASCII alone, since
 * a browser and the build may know different editions of Unicode.
 */
export function deriveSlug(text: string): string {
  return text
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    .replace(/[^a-z0-9\u0080-\uffff]+/g, '-')
    .replace(/^-|-$/g, '');
}

function encodeLink(rest: string, title: string): string {
  const ending = `${deriveSlug(title)}/`;
  const isDerived = rest.endsWith(`/${ending}`) || rest === ending;
  return isDerived ? rest.slice(0, rest.length - ending.length) + derived : rest;
}

function decodeLink(link: string, title: string): string {
  return link.endsWith(derived) ? `${link.slice(0, -1)}${deriveSlug(title)}/` : link;
}

/** The longest start of all `permalinks` that ends with `/` and leaves something of each. */
function commonFolder(permalinks: readonly string[]): string {
  let folder = permalinks[0] ?? '';
  for (const permalink of permalinks) {
    while (!permalink.startsWith(folder) || permalink.length === folder.length) {
      const end = folder.lastIndexOf('/', folder.length - 2);
      if (end < 0 || folder === '/') return '';
      folder = folder.slice(0, end + 1);
    }
  }
  return folder;
}

const dayMs = 86_400_000;
const firstDay = Date.parse('0000-01-01T00:00Z') / dayMs;
const lastDay = Date.parse('9999-12-31T00:00Z') / dayMs;

function encodeDays(days: readonly (string | undefined)[]): readonly number[] {
  const numbers = days.flatMap((day) =>
    day === undefined ? [] : Date.parse(`${day}T00:00Z`) / dayMs,
  );
  const deltas = toDeltas(numbers).values();
  return days.map((day) => (day === undefined ? 0 : 1 + (deltas.next().value ?? 0)));
}

function decodeDays(data: DataReader): readonly (string | undefined)[] {
  const codes = data.numbers('days');
  const dated = codes.filter((code) => code > 0).map((code) => code - 1);
  const days = fromDeltas(dated).map((number) => {
    const isDay = number >= firstDay && number <= lastDay;
    return isDay ? new Date(number * dayMs).toISOString().slice(0, 10) : data.fail('days', 'days');
  });
  const rest = days.values();
  return codes.map((code) => (code === 0 ? undefined : rest.next().value));
}
