// Which file and folder names mark a language. A closed list: `Intl` would differ between browsers, and
// every two letters are some language's code, so that `node.js.md` or `x.io.md` would change languages.

/** Codes that mark a translation as a suffix: `about.fr.md`. Endings of files (`.sh`, `.ts`, `.io`) are not among them. */
const suffixLanguages = new Set(
  (
    'af ar az be bg bn br ca cs cy da de el en eo es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka ' +
    'kk km kn ko ku lb lt lv mk ml mn mr ms my nb ne nl nn no oc pa pl pt ro ru sa si sk sl sq sr sv sw ta ' +
    'te th tl tr uk ur uz vi zh zu'
  ).split(' '),
);

/** Codes that are words or topics too: a folder `it`, `cs` or `ml` may be anything. */
const wordCodes = new Set('be cs id is it ml ms my no'.split(' '));

/** What may follow a code: a region (`pt-BR`, `zh_TW`, `es-419`) or a script (`zh-Hans`). */
const tag = /^([a-z]{2})(?:[-_]([a-z]{2}|[0-9]{3}|[a-z]{4}))?$/i;

/** The language a file's suffix names (`fr` of `about.fr.md`), as a BCP 47 tag; `undefined` for any other. */
export function findSuffixLanguage(suffix: string): string | undefined {
  const parts = tag.exec(suffix);
  if (parts === null || !suffixLanguages.has((parts[1] ?? '').toLowerCase())) return undefined;
  return formatTag(parts[1] ?? '', parts[2]);
}

/** The language a folder names (`fr/x.md`), as a BCP 47 tag; `undefined` for any other, and for codes that are words. */
export function findFolderLanguage(folder: string): string | undefined {
  const language = findSuffixLanguage(folder);
  return language !== undefined && wordCodes.has(language) ? undefined : language;
}

/** `tag` in the usual spelling (`pt_br` → `pt-BR`); `undefined` when it is not a language tag. */
export function parseLanguage(tagText: string): string | undefined {
  const text = tagText.trim().replaceAll('_', '-');
  try {
    return Intl.getCanonicalLocales(text)[0];
  } catch {
    // Not a tag at all, `Français` say: the caller reports it.
    return undefined;
  }
}

function formatTag(code: string, rest: string | undefined): string {
  const language = code.toLowerCase();
  if (rest === undefined) return language;
  if (rest.length === 4)
    return `${language}-${rest[0]?.toUpperCase() ?? ''}${rest.slice(1).toLowerCase()}`;
  return `${language}-${rest.toUpperCase()}`;
}

/** Tells that a text in language `a` needs no mark on a site in `b`: equal tags, or one without the other's region. */
export function isSameLanguage(a: string, b: string): boolean {
  const [first, second] = [a.toLowerCase(), b.toLowerCase()];
  return first === second || first.startsWith(`${second}-`) || second.startsWith(`${first}-`);
}
