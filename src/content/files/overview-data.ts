import { decodeCards, decodeSlugs, encodeCards, encodeSlugs } from './card-data.ts';
import type { DataReader } from './data-reader.ts';
import type { KeywordCount, Overview, YearCount } from '../model/library.ts';
import { formatNumbers, fromDeltas, toDeltas } from './number-text.ts';

/** Posts by keyword slug. Without a prototype: a keyword may be called `constructor`. */
export type Counts = Readonly<Record<string, number>>;

/** Counts without a prototype. */
export function createCounts(entries: Iterable<readonly [string, number]> = []): Counts {
  const counts = Object.create(null) as Record<string, number>;
  for (const [slug, count] of entries) counts[slug] = count;
  return counts;
}

/** The overview as plain data, for the root and for the data block of a page. */
export function toOverviewData(overview: Overview): object {
  const { buildId, total, undated, keywords, keywordTotal, years, pinned, blocks } = overview;
  return {
    buildId,
    total,
    undated,
    keywordTotal,
    ...toKeywordData(keywords),
    years: formatNumbers(toDeltas(years.map(({ year }) => year))),
    months: formatNumbers(years.flatMap(({ months }) => months)),
    pinned: pinned && encodeCards(pinned),
    blocks: blocks?.join(' '),
  };
}

/** The overview that {@link toOverviewData} made. */
export function readOverview(data: DataReader): Overview {
  return {
    buildId: data.string('buildId'),
    total: data.integer('total'),
    undated: data.integer('undated'),
    keywords: readKeywords(data),
    keywordTotal: data.integer('keywordTotal'),
    years: readYears(data),
    ...(data.hasOwn('pinned') && { pinned: decodeCards(data.record('pinned')) }),
    blocks: data.hasOwn('blocks') ? readStamps(data) : undefined,
  };
}

/** The stamps of blocks in the field `blocks`. */
export function readStamps(data: DataReader): readonly string[] {
  const stamps = data.string('blocks');
  return stamps === '' ? [] : stamps.split(' ');
}

/** Counts as plain data. */
export function toCountData(counts: Counts): object {
  const slugs = Object.keys(counts);
  return { slugs, counts: formatNumbers(slugs.map((slug) => counts[slug] ?? 0)) };
}

/** The counts that {@link toCountData} made. */
export function readCounts(data: DataReader): Counts {
  const slugs = data.strings('slugs');
  const numbers = data.numbers('counts');
  if (numbers.length !== slugs.length) data.fail('counts', `a column of ${slugs.length}`);
  return createCounts(slugs.map((slug, place) => [slug, numbers[place] ?? 0]));
}

/** Keywords and their counts in columns. */
export function toKeywordData(keywords: readonly KeywordCount[]): object {
  return {
    names: keywords.map(({ name }) => name),
    slugs: encodeSlugs(keywords),
    counts: formatNumbers(keywords.map(({ count }) => count)),
  };
}

/** The keywords that {@link toKeywordData} put into columns. */
export function readKeywords(data: DataReader): readonly KeywordCount[] {
  const names = data.strings('names');
  const slugs = decodeSlugs(data, names);
  const counts = data.numbers('counts');
  if (counts.length !== names.length) data.fail('counts', `a column of ${names.length}`);
  return names.map((name, row) => ({ name, slug: slugs[row] ?? '', count: counts[row] ?? 0 }));
}

const monthsInYear = 12;

function readYears(data: DataReader): readonly YearCount[] {
  const counts = data.numbers('months');
  const years = fromDeltas(data.numbers('years'));
  if (counts.length !== years.length * monthsInYear) {
    data.fail('months', `${years.length * monthsInYear} counts`);
  }
  return years.map((year, row) => {
    const months = counts.slice(row * monthsInYear, (row + 1) * monthsInYear);
    return { year, count: months.reduce((total, count) => total + count, 0), months };
  });
}
