import type { DataReader } from './data-reader.ts';
import { formatNumbers, fromDeltas, toDeltas } from './number-text.ts';
import type { Keyword, PostCard } from './post.ts';

/**
 * Post cards in columns, as the list files and the data block of a page hold them: like beside like
 * compresses better, and what follows from another field is not said twice. A card takes about 135
 * bytes of a gzipped page of 20.
 */
export interface CardData {
  /** Differences of the ids. */
  readonly ids: string;
  readonly titles: readonly string[];
  /** What all permalinks begin with, up to a `/`. */
  readonly prefix: string;
  /** The permalinks after the prefix; {@link derived} at the end stands for the title as a slug and `/`. */
  readonly links: readonly string[];
  /** The different {@link shapePath | shapes} of paths. */
  readonly shapes: readonly string[];
  /** Which shape each path has. */
  readonly paths: string;
  /** 0 for an undated post, else 1 + difference in days to the dated post before. */
  readonly days: string;
  readonly minutes: string;
  /** The different keywords by name. */
  readonly names: readonly string[];
  /** Their slugs; {@link derived} where it is the name as a slug. */
  readonly slugs: readonly string[];
  /** For each post how many keywords, then which. */
  readonly keywords: string;
  readonly summaries: readonly string[];
  /** Languages, empty where none; left out when all are. */
  readonly languages?: readonly string[];
}

/** Stands for what {@link deriveSlug} makes. */
const derived = '*';

/** Puts `cards`, in any order, into columns. */
export function encodeCards(cards: readonly PostCard[]): CardData {
  const prefix = commonFolder(cards.map(({ permalink }) => permalink));
  const shapes = new Map<string, number>();
  const keywords = new Map<string, { place: number; keyword: Keyword }>();
  const sets = cards.flatMap((card) => [
    card.keywords.length,
    ...card.keywords.map((keyword) => placeOfKeyword(keywords, keyword)),
  ]);
  const used = [...keywords.values()].map(({ keyword }) => keyword);
  return {
    ids: formatNumbers(toDeltas(cards.map(({ id }) => id))),
    titles: cards.map(({ title }) => title),
    prefix,
    links: cards.map(({ permalink, title }) => encodeLink(permalink.slice(prefix.length), title)),
    paths: formatNumbers(cards.map((card) => placeIn(shapes, shapePath(card)))),
    shapes: [...shapes.keys()],
    days: formatNumbers(encodeDays(cards.map(({ day }) => day))),
    minutes: formatNumbers(cards.map(({ minutes }) => minutes)),
    names: used.map(({ name }) => name),
    slugs: encodeSlugs(used),
    keywords: formatNumbers(sets),
    summaries: cards.map(({ summary }) => summary),
    ...(cards.some(({ language }) => language !== undefined)
      ? { languages: cards.map(({ language }) => language ?? '') }
      : {}),
  };
}

/** The cards of a {@link CardData}; throws a `ContentError` when the columns do not fit together. */
export function decodeCards(data: DataReader): readonly PostCard[] {
  const ids = fromDeltas(data.numbers('ids'));
  const column = <Item>(key: string, items: readonly Item[]): readonly Item[] =>
    items.length === ids.length ? items : data.fail(key, `a column of ${ids.length}`);
  const titles = column('titles', data.strings('titles'));
  const links = column('links', data.strings('links'));
  const shapes = data.strings('shapes');
  const paths = column('paths', data.numbers('paths'));
  const days = column('days', decodeDays(data));
  const minutes = column('minutes', data.numbers('minutes'));
  const sets = column('keywords', decodeSets(data));
  const summaries = column('summaries', data.strings('summaries'));
  const languages = data.hasOwn('languages')
    ? column('languages', data.strings('languages'))
    : undefined;
  const prefix = data.string('prefix');

  return ids.map((id, row): PostCard => {
    const title = titles[row] ?? '';
    const permalink = prefix + decodeLink(links[row] ?? '', title);
    const day = days[row];
    const shape = shapes[paths[row] ?? -1] ?? data.fail('paths', `a place among ${shapes.length}`);
    return {
      id,
      path: fillShape(shape, permalink, day),
      permalink,
      title,
      day,
      minutes: minutes[row] ?? 1,
      keywords: sets[row] ?? [],
      summary: summaries[row] ?? '',
      language: languages?.[row] || undefined,
    };
  });
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

/** The slugs of `keywords`, said only where they do not follow from the name. */
export function encodeSlugs(keywords: readonly Keyword[]): readonly string[] {
  return keywords.map(({ name, slug }) => {
    if (slug === deriveSlug(name)) return derived;
    return /^[*=]/.test(slug) ? `=${slug}` : slug;
  });
}

/** The slugs in the field `slugs` of `data`, one for each of `names`. */
export function decodeSlugs(data: DataReader, names: readonly string[]): readonly string[] {
  const slugs = data.strings('slugs');
  if (slugs.length !== names.length) data.fail('slugs', `a column of ${names.length}`);
  return slugs.map((slug, place) => {
    if (slug === derived) return deriveSlug(names[place] ?? '');
    return slug.startsWith('=') ? slug.slice(1) : slug;
  });
}

function placeIn<Key>(places: Map<Key, number>, key: Key): number {
  const place = places.get(key) ?? places.size;
  places.set(key, place);
  return place;
}

function placeOfKeyword(
  places: Map<string, { place: number; keyword: Keyword }>,
  keyword: Keyword,
): number {
  const key = `${keyword.slug}\n${keyword.name}`;
  const entry = places.get(key) ?? { place: places.size, keyword };
  places.set(key, entry);
  return entry.place;
}

function decodeSets(data: DataReader): readonly (readonly Keyword[])[] {
  const names = data.strings('names');
  const slugs = decodeSlugs(data, names);
  const known = names.map((name, place): Keyword => ({ name, slug: slugs[place] ?? '' }));
  return splitRuns(data.numbers('keywords'), data, 'keywords').map((run) =>
    run.map((place) => known[place] ?? data.fail('keywords', `places among ${known.length}`)),
  );
}

/** Runs of numbers, each led by its length. */
export function splitRuns(
  numbers: readonly number[],
  data: DataReader,
  key: string,
): readonly (readonly number[])[] {
  const runs: number[][] = [];
  for (let place = 0; place < numbers.length;) {
    const end = place + 1 + (numbers[place] ?? 0);
    if (end > numbers.length) data.fail(key, 'complete runs');
    runs.push(numbers.slice(place + 1, end));
    place = end;
  }
  return runs;
}

function encodeLink(rest: string, title: string): string {
  const ending = `${deriveSlug(title)}/`;
  const isDerived = rest.endsWith(`/${ending}`) || rest === ending;
  return isDerived ? rest.slice(0, rest.length - ending.length) + derived : rest;
}

function decodeLink(link: string, title: string): string {
  return link.endsWith(derived) ? `${link.slice(0, -1)}${deriveSlug(title)}/` : link;
}

/** `path` with `*` for the last part of the permalink and `@` for the day; after `=` as it is. */
function shapePath({ path, permalink, day }: PostCard): string {
  const slug = lastPart(permalink);
  const shape = path.replace(slug, () => '*').replace(day ?? '@', () => '@');
  const isPlain = !shape.startsWith('=') && fillShape(shape, permalink, day) === path;
  return isPlain ? shape : `=${path}`;
}

function fillShape(shape: string, permalink: string, day: string | undefined): string {
  if (shape.startsWith('=')) return shape.slice(1);
  return shape.replace('@', () => day ?? '').replace('*', () => lastPart(permalink));
}

function lastPart(permalink: string): string {
  return permalink.slice(permalink.lastIndexOf('/', permalink.length - 2) + 1, -1);
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
