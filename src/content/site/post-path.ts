import { dropControls } from '../text/control-characters.ts';
import { findFolderLanguage, findSuffixLanguage, parseLanguage } from '../text/language.ts';

/** The facts that the path of a source file tells, without its text. */
export interface PostPath {
  /**
   * Folders above the post, outermost first, without the bundle's own, Jekyll's (`_posts`) and those that the settings
   * call folders of languages.
   */
  readonly folders: readonly string[];
  /** All folders above the post but its bundle's, for the sections of patterns: `_recipes` is `recipes`. */
  readonly sections: readonly string[];
  /** Folders above `_posts`, which are categories to Jekyll. */
  readonly categories: readonly string[];
  /** The collection of Jekyll that the post is in: `recipes` of `_recipes/x.md`. */
  readonly jekyllCollection: string | undefined;
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
  /** Whether the folder that names the language is among {@link PostPath.folders}. */
  readonly isLanguageInFolders: boolean;
  /** Equal for all translations of a post: the path without language and extension. */
  readonly translationKey: string;
}

const extension = /\.(?:md|markdown|mdown|mkd|mkdn|mdx)$/i;
/** Year, month and day at the start of a name, and what parts them from the rest. */
const nameDate =
  /^(\d{4})([-._])(\d{1,2})\2(\d{1,2})(?:[T ]\d{2}[-:.]?\d{2}(?:[-:.]?\d{2})?Z?)?(?:[-_. ]+|$)/;
const folderDate = /(?:^|\/)(\d{4})\/(\d{1,2})\/(\d{1,2})(?:\/|$)/;

/**
 * The facts of a post in `path`, its path within the folder of posts, `/` between parts. Never throws.
 *
 * @param languageFolders - outermost folders that are languages and no part of an address, as Hugo's `contentDir`
 */
export function parsePostPath(path: string, languageFolders: readonly string[] = []): PostPath {
  const parts = dropControls(path).normalize('NFC').split('/');
  const file = (parts.pop() ?? '').replace(extension, '');
  const suffix = splitSuffix(file);
  const [outer = ''] = parts;
  const isLanguage = languageFolders.includes(outer);
  const folderLanguage = isLanguage ? parseLanguage(outer) : findFolderLanguage(outer);
  const inner = folderLanguage === undefined ? parts : parts.slice(1);
  const isBundle = suffix.name.toLowerCase() === 'index' && inner.length > 0;
  const stem = [...inner, suffix.name].join('/');
  const own = isBundle ? (inner.at(-1) ?? '') : suffix.name;
  const dated = nameDate.exec(own);
  const isDated = dated !== null && isCalendarLike(dated[3], dated[4]);
  const [, year, , month, day] = dated ?? [];
  const folders = (isLanguage ? inner : parts).slice(0, isBundle ? -1 : undefined);
  return {
    ...readFolders(folders),
    name: isDated ? own.slice(dated[0].length) || own : own,
    datedName: own,
    dateText: isDated ? `${year}-${month}-${day}` : findFolderDate(stem),
    hasDatedName: isDated,
    language: suffix.language ?? folderLanguage,
    isLanguageInFolders:
      suffix.language === undefined && folderLanguage !== undefined && !isLanguage,
    translationKey: isBundle ? stem.slice(0, -'/index'.length) : stem,
  };
}

/** What the folders above a post mean to each generator. */
function readFolders(
  all: readonly string[],
): Pick<PostPath, 'folders' | 'sections' | 'categories' | 'jekyllCollection'> {
  const marked = all.findIndex((part) => part.startsWith('_'));
  const label = all[marked]?.slice(1);
  const isPosts = label === undefined || label === 'posts' || label === 'drafts';
  return {
    // A collection is not among the folders of its documents, nor is what lies above it.
    folders: (isPosts ? all : all.slice(marked + 1)).filter((part) => !part.startsWith('_')),
    sections: all.map((part) => part.replace(/^_/, '')),
    categories: isPosts && marked > 0 ? all.slice(0, marked) : [],
    jekyllCollection: isPosts ? undefined : label,
  };
}

function findFolderDate(stem: string): string | undefined {
  const found = folderDate.exec(stem);
  return found === null ? undefined : `${found[1]}-${found[2]}-${found[3]}`;
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
