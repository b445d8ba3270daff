import type { CatalogEntry } from './catalog-entry.ts';
import type { Translation } from './library.ts';

/**
 * Groups files that are one post in several languages, and gives back the way to look them up.
 *
 * By the usual names: `x.md` with `x.fr.md`, `x/index.md` with `x/index.fr.md`. The part before
 * `.md` counts as a language only where the post says so too, or it is the site's.
 */
export function groupTranslations(
  entries: readonly CatalogEntry[],
  siteLanguage: string,
): (entry: CatalogEntry) => readonly Translation[] {
  const groups = new Map<string, CatalogEntry[]>();
  for (const entry of entries) {
    const key = keyOf(entry, siteLanguage);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }

  return (entry) => {
    const own = languageOf(entry, siteLanguage);
    return (groups.get(keyOf(entry, siteLanguage)) ?? [])
      .map((other) => ({
        permalink: other.card.permalink,
        title: other.card.title,
        language: languageOf(other, siteLanguage),
      }))
      .filter(({ language }) => language !== own)
      .toSorted((a, b) => (a.language < b.language ? -1 : 1));
  };
}

function languageOf(entry: CatalogEntry, siteLanguage: string): string {
  return entry.card.language ?? siteLanguage;
}

function keyOf(entry: CatalogEntry, siteLanguage: string): string {
  const { collection, path } = entry.meta;
  const stem = path.replace(/\.(?:md|markdown)$/i, '');
  const language = languageOf(entry, siteLanguage).toLowerCase();
  const suffix = stem.slice(stem.lastIndexOf('.') + 1).toLowerCase();
  // `x.pt.md` may declare the finer `pt-BR`.
  const isSuffix = suffix !== stem && (suffix === language || language.startsWith(`${suffix}-`));
  return `${collection}/${isSuffix ? stem.slice(0, -suffix.length - 1) : stem}`;
}
