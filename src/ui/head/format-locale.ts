/**
 * The language of `tag` with a territory, `fr` → `fr_FR`: its own, else where most read it; `undefined` for one of no
 * country, for `eo` and `es-419` are no locales there.
 *
 * @see ogp.me, `og:locale`: "of the format language_TERRITORY"
 */
export function formatLocale(tag: string): string | undefined {
  try {
    const { language, region = '' } = new Intl.Locale(tag).maximize();
    return /^[A-Z]{2}$/.test(region) ? `${language}_${region}` : undefined;
  } catch {
    // Not a language tag: of no country either.
    return undefined;
  }
}
