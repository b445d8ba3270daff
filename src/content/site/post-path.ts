import { dropControls } from '../text/control-characters.ts';
import { findFolderLanguage, findSuffixLanguage } from '../text/language.ts';

/** The facts that the path of a source file tells, without its text. */
export interface PostPath {
  /** Folders above the post, outermost first, without the language's, the bundle's own and Jekyll's (`_posts`). */
  readonly folders: readonly string[];
  /** The post's own name: of the file, or of the folder of a bundle (`x/index.md`); no extension, date or language. */
  readonly name: string;
  /** As `name`, with the date that starts it. */
  readonly datedName: string;
  /** The date in the file or bundle name, else in the folders (`2019/03/04/x.md`), as `2019-3-4`; not checked. */
  readonly dateText: string | undefined;
  /** Whether the date starts the file or bundle name, as Jekyll has it. */
  readonly hasDatedName: boolean;
  /** BCP 47 tag by suffix (`x.fr.md`) or outermost folder (`fr/x.md`). */
  readonly language: string | undefined;
  /** Equal for all translations of a post: the path without language and extension. */
  readonly translationKey: string;
}

const extension = /\.(?:md|markdown|mdown|mkd|mkdn|mdx)$/i;
/** Year, month and day at the start of a name, and what parts them from the rest. */
const nameDate =
  /^(\d{4})([-._])(\d{1,2})\2(\d{1,2})(?:[T ]\d{2}[-:.]?\d{2}(?:[-:.]?\d{2})?Z?)?(?:[-_. ]+|$)/;
const folderDate = /(?:^|\/)(\d{4})\/(\d{1,2})\/(\d{1,2})(?:\/|$)/;

/** The facts of a post in `path`, its path within the folder of posts, `/` between parts. Never throws. */
export function parsePostPath(path: string): PostPath {
  const parts = dropControls(path).normalize('NFC').split('/');
  const file = (parts.pop() ?? '').replace(extension, '');
  const suffix = splitSuffix(file);
  const folderLanguage = parts.length > 0 ? findFolderLanguage(parts[0] ?? '') : undefined;
  if (folderLanguage !== undefined) parts.shift();
  const stem = [...parts, suffix.name].join('/');
  const isBundle = suffix.name.toLowerCase() === 'index' && parts.length > 0;
  const own = isBundle ? (parts.pop() ?? '') : suffix.name;
  const dated = nameDate.exec(own);
  const isDated = dated !== null && isCalendarLike(dated[3], dated[4]);
  const inFolders = folderDate.exec(isDated ? '' : stem);
  const [, year, , month, day] = dated ?? [];
  return {
    folders: parts.filter((part) => !part.startsWith('_')),
    name: isDated ? own.slice(dated[0].length) || own : own,
    datedName: own,
    dateText: isDated
      ? `${year}-${month}-${day}`
      : inFolders === null
        ? undefined
        : `${inFolders[1]}-${inFolders[2]}-${inFolders[3]}`,
    hasDatedName: isDated,
    language: suffix.language ?? folderLanguage,
    translationKey: isBundle ? stem.slice(0, -'/index'.length) : stem,
  };
}

/** The name and the language after its last dot, if that is one. */
function splitSuffix(file: string): { name: string; language: string | undefined } {
  const dot = file.lastIndexOf('.');
  const language = dot > 0 ? findSuffixLanguage(file.slice(dot + 1)) : undefined;
  return { name: language === undefined ? file : file.slice(0, dot), language };
}

/** `2019-31-12` and `1.2.3-release` are no dates; `2019-02-31` is a wrong one, which is reported. */
function isCalendarLike(month: string | undefined, day: string | undefined): boolean {
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
}
