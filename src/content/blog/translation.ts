import type { CatalogEntry } from '../model/catalog-entry.ts';
import type { Translation } from '../model/library.ts';
import { parsePostPath } from '../site/post-path.ts';

/**
 * Groups files that are one post in several languages, and gives back the way to look them up: those with
 * one translation key, by the usual names `x.md` with `x.fr.md`, `x/index.md` with `x/index.fr.md`.
 */
export function groupTranslations(
  entries: readonly CatalogEntry[],
  siteLanguage: string,
): (entry: CatalogEntry) => readonly Translation[] {
  const groups = new Map<string, CatalogEntry[]>();
  for (const entry of entries) {
    const key = identifyTranslations(entry);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }

  return (entry) => {
    const own = languageOf(entry, siteLanguage);
    return (groups.get(identifyTranslations(entry)) ?? [])
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

/** The key that all translations of a post have in common. */
export function identifyTranslations({ meta }: CatalogEntry): string {
  return `${meta.collection}/${meta.translationKey ?? parsePostPath(meta.path).translationKey}`;
}
