import type { CatalogEntry } from '../model/catalog-entry.ts';
import type { SeriesView } from '../model/library.ts';
import type { PostLink } from '../model/post.ts';
import { identifyTranslations } from './translation.ts';

interface Series {
  readonly name: string;
  readonly parts: readonly PostLink[];
  readonly places: ReadonlyMap<CatalogEntry, number>;
}

/**
 * Groups `entries`, oldest first, into series by name without regard to case, and gives back the way
 * to look one up. Parts with a place come by it, then those without, by date. A series of one is none.
 *
 * A part that is there in several languages is one: that in the language of the post asked for, where there is one.
 */
export function groupSeries(
  entries: readonly CatalogEntry[],
): (entry: CatalogEntry) => SeriesView | undefined {
  const groups = new Map<string, CatalogEntry[]>();
  for (const entry of entries) {
    if (entry.meta.series === undefined) continue;
    const key = keyOf(entry.meta.series.name);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }
  const known = new Map<string, Series>();
  const find = (key: string, language: string | undefined): Series => {
    const name = `${language ?? ''}/${key}`;
    const found = known.get(name) ?? createSeries(selectParts(groups.get(key) ?? [], language));
    known.set(name, found);
    return found;
  };

  return (entry) => {
    if (entry.meta.series === undefined) return undefined;
    const series = find(keyOf(entry.meta.series.name), entry.card.language);
    const place = series.places.get(entry);
    if (place === undefined || series.parts.length < 2) return undefined;
    return { name: series.name, parts: series.parts, part: place + 1 };
  };
}

/** Of each part the one in `language`, else in the blog's own, else the first. */
function selectParts(
  group: readonly CatalogEntry[],
  language: string | undefined,
): readonly CatalogEntry[] {
  const inLanguage = group.filter(({ card }) => card.language === language);
  if (inLanguage.length === group.length) return group;
  const inOwn = group.filter(({ card }) => card.language === undefined);
  const parts = new Map<string, CatalogEntry>();
  for (const entry of [...inOwn, ...group]) {
    const key = identifyTranslations(entry);
    if (!parts.has(key)) parts.set(key, entry);
  }
  for (const entry of inLanguage) parts.delete(identifyTranslations(entry));
  return [...inLanguage, ...parts.values()];
}

function keyOf(name: string): string {
  return name.normalize('NFC').trim().toLowerCase();
}

function createSeries(group: readonly CatalogEntry[]): Series {
  const sorted = group.toSorted((a, b) => {
    const [first, second] = [orderOf(a), orderOf(b)];
    if (first !== second) return first < second ? -1 : 1;
    return a.card.id - b.card.id;
  });
  return {
    name: sorted[0]?.meta.series?.name.trim() ?? '',
    parts: sorted.map(({ card }) => ({ permalink: card.permalink, title: card.title })),
    places: new Map(sorted.map((entry, place) => [entry, place])),
  };
}

function orderOf(entry: CatalogEntry): number {
  return entry.meta.series?.order ?? Infinity;
}
