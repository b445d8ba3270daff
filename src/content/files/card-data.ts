import type { DataReader } from './data-reader.ts';
import { formatNumbers, fromDeltas, toDeltas } from './number-text.ts';
import type { Keyword, PostCard } from '../model/post.ts';
import { decodeRows, derived, deriveSlug, encodeRows } from './row-data.ts';
import type { RowData } from './row-data.ts';

/**
 * Post cards in columns, as the list files and the data block of a page hold them: like beside like
 * compresses better, and what follows from another field is not said twice. A card takes about 135
 * bytes of a gzipped page of 20.
 */
export interface CardData extends RowData {
  /** Differences of the ids. */
  readonly ids: string;
  /** The different {@link shapePath | shapes} of paths. */
  readonly shapes: readonly string[];
  /** Which shape each path has. */
  readonly paths: string;
  readonly minutes: string;
  /** The different keywords by name. */
  readonly names: readonly string[];
  /** Their slugs; `*` where it is the name as a slug. */
  readonly slugs: readonly string[];
  /** For each post how many keywords, then which. */
  readonly keywords: string;
  readonly summaries: readonly string[];
}

/** Puts `cards`, in any order, into columns. */
export function encodeCards(cards: readonly PostCard[]): CardData {
  const shapes = new Map<string, number>();
  const keywords = new Map<string, { place: number; keyword: Keyword }>();
  const sets = cards.flatMap((card) => [
    card.keywords.length,
    ...card.keywords.map((keyword) => placeOfKeyword(keywords, keyword)),
  ]);
  const used = [...keywords.values()].map(({ keyword }) => keyword);
  return {
    ids: formatNumbers(toDeltas(cards.map(({ id }) => id))),
    ...encodeRows(cards),
    paths: formatNumbers(cards.map((card) => placeIn(shapes, shapePath(card)))),
    shapes: [...shapes.keys()],
    minutes: formatNumbers(cards.map(({ minutes }) => minutes)),
    names: used.map(({ name }) => name),
    slugs: encodeSlugs(used),
    keywords: formatNumbers(sets),
    summaries: cards.map(({ summary }) => summary),
  };
}

/** The cards of a {@link CardData}; throws a `ContentError` when the columns do not fit together. */
export function decodeCards(data: DataReader): readonly PostCard[] {
  const ids = fromDeltas(data.numbers('ids'));
  const column = <Item>(key: string, items: readonly Item[]): readonly Item[] =>
    items.length === ids.length ? items : data.fail(key, `a column of ${ids.length}`);
  const rows = column('titles', decodeRows(data));
  const shapes = data.strings('shapes');
  const paths = column('paths', data.numbers('paths'));
  const minutes = column('minutes', data.numbers('minutes'));
  const sets = column('keywords', decodeSets(data));
  const summaries = column('summaries', data.strings('summaries'));

  return rows.map((row, at): PostCard => {
    const shape = shapes[paths[at] ?? -1] ?? data.fail('paths', `a place among ${shapes.length}`);
    return {
      id: ids[at] ?? 0,
      path: fillShape(shape, row.permalink, row.day),
      ...row,
      minutes: minutes[at] ?? 1,
      keywords: sets[at] ?? [],
      summary: summaries[at] ?? '',
    };
  });
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
