// Over 250 lines because it is one table of settings: each with its meaning, its default and its reader.

import { parse as parseToml, TomlError } from 'smol-toml';
import { ContentError, formatFrame } from '../model/problem.ts';
import { findNearest } from '../text/edit-distance.ts';
import type { Generator } from '../address/generator.ts';
import { explainTomlFault } from './explain-toml.ts';
import type { Setting } from './site-fields.ts';
import {
  parseAssets,
  parseBoolean,
  parseFeedLength,
  parseFont,
  parseGenerator,
  parseHosts,
  parseImage,
  parseLanguageFolders,
  parseLanguageSetting,
  parseLine,
  parseNavigation,
  parsePermalink,
  parsePermalinks,
  parseText,
  parseTimeZone,
  parseUrl,
} from './site-fields.ts';

/** One link of the main navigation, or of the footer. */
export interface NavigationLink {
  readonly title: string;
  /** Path under the base with `/` at the start, or an absolute URL. */
  readonly url: string;
}

/** The blog's settings, from `site.toml`; every field has a value. Serializable. */
export interface Site {
  readonly title: string;
  /** One sentence; the `h1` of home. Empty when not given. */
  readonly description: string;
  /** Absolute address of the blog's root with `/` at the end; `undefined` until the blogger sets it. */
  readonly url: string | undefined;
  /** BCP 47. Default `en`. */
  readonly language: string;
  /** IANA name; `undefined` when none is set: then the day that a post has in its file counts. */
  readonly timeZone: string | undefined;
  readonly author: string | undefined;
  /** Pattern of a post's address; see `permalink-pattern.ts`. Default `/posts/:slug/`. */
  readonly permalink: string;
  /** Patterns by section: of the posts in a folder and below it. Default none. */
  readonly permalinks: Readonly<Record<string, string>>;
  /** The generator whose rules names and patterns follow; `undefined`: as `findGenerator` tells. */
  readonly generator: Generator | undefined;
  /** Outermost folders that hold a language each and are no part of an address. Default none. */
  readonly languageFolders: readonly string[];
  /** Folder of posts relative to the settings file. Default `public/posts`; `posts` where that is not there. */
  readonly posts: string;
  /** Folder of free pages relative to the settings file. Default `public/pages`; `pages` where that is not there. */
  readonly pages: string;
  /** Folder of files copied as they are. Default `public`. */
  readonly static: string;
  /** Folder of the blogger's own shortcode templates. Default `shortcodes`. */
  readonly shortcodes: string;
  /** Folders of pictures elsewhere, relative to the settings file, by the name that posts give them. Default none. */
  readonly assets: Readonly<Record<string, string>>;
  /** Links beside Posts, Archive and Keywords. Default none. */
  readonly navigation: readonly NavigationLink[];
  /** Text at the left of the footer. Default: the title. */
  readonly footer: string;
  /** `book` loads the display face, `system` loads nothing. Default `book`. */
  readonly font: 'book' | 'system';
  /** Whether formulas are read in every post. Default false. */
  readonly math: boolean;
  /** Whether straight quotes, dashes and dots become typographic ones. Default false. */
  readonly smartPunctuation: boolean;
  /** Entries in each feed. Default 20. */
  readonly feedLength: number;
  /** Default image for link previews: path under the base or absolute URL. */
  readonly image: string | undefined;
  /** Whether posts dated after the build day are published. Default false. */
  readonly future: boolean;
  /** Whether the folder of posts is a vault; `undefined`: told from the folder. */
  readonly vault?: boolean | undefined;
  /** Whether `#tags` in the text of a post are keywords. Default false. */
  readonly textTags?: boolean | undefined;
  /** Whether tags in one text are parted at blanks in posts named as Jekyll names them. Default true. */
  readonly splitKeywords: boolean;
  /** Hosts of pictures beside those that the addresses in posts name; `*` is any. Default none. */
  readonly imageHosts: readonly string[];
  /** As `imageHosts`, of sound and films. */
  readonly mediaHosts: readonly string[];
  /** Whether what was read can be read again without a network. Default true. */
  readonly offline: boolean;
}

/** The settings of a blog without a settings file. */
export const defaultSite: Site = {
  title: 'Rubric',
  description: '',
  url: undefined,
  language: 'en',
  timeZone: undefined,
  author: undefined,
  permalink: '/posts/:slug/',
  permalinks: {},
  generator: undefined,
  languageFolders: [],
  posts: 'public/posts',
  pages: 'public/pages',
  static: 'public',
  shortcodes: 'shortcodes',
  assets: {},
  navigation: [],
  footer: 'Rubric',
  font: 'book',
  math: false,
  smartPunctuation: false,
  feedLength: 20,
  image: undefined,
  future: false,
  vault: undefined,
  textTags: undefined,
  splitKeywords: true,
  imageHosts: [],
  mediaHosts: [],
  offline: true,
};

type SettingParsers = { readonly [Name in keyof Site]-?: (setting: Setting) => Site[Name] };

const parsers: SettingParsers = {
  title: parseText,
  description: parseLine,
  url: parseUrl,
  language: parseLanguageSetting,
  timeZone: parseTimeZone,
  author: parseText,
  permalink: parsePermalink,
  permalinks: parsePermalinks,
  generator: parseGenerator,
  languageFolders: parseLanguageFolders,
  posts: parseText,
  pages: parseText,
  static: parseText,
  shortcodes: parseText,
  assets: parseAssets,
  navigation: parseNavigation,
  footer: parseLine,
  font: parseFont,
  math: parseBoolean,
  smartPunctuation: parseBoolean,
  feedLength: parseFeedLength,
  image: parseImage,
  future: parseBoolean,
  vault: parseBoolean,
  textTags: parseBoolean,
  splitKeywords: parseBoolean,
  imageHosts: parseHosts,
  mediaHosts: parseHosts,
  offline: parseBoolean,
};

/** Names that other generators use for our settings. */
const foreignNames: Readonly<Record<string, keyof Site>> = {
  baseurl: 'url',
  siteurl: 'url',
  name: 'title',
  sitename: 'title',
  lang: 'language',
  locale: 'language',
  defaultlanguage: 'language',
  languagecode: 'language',
  tz: 'timeZone',
  alias: 'assets',
  menu: 'navigation',
  nav: 'navigation',
  subtitle: 'description',
  tagline: 'description',
};

/**
 * The settings in `toml`, the text of a settings file; what it leaves out has its default. Names may be
 * written `feed_length`, `feed-length` or `feedLength`.
 *
 * @param file - path to name in messages
 * @throws ContentError for the first setting that is wrong: its name, its line, what was expected
 */
export function parseSite(toml: string, file: string): Site {
  const source = toml.replace(/^\ufeff/, '');
  const table = readTable(source, file);
  const site: WritableSite = { ...defaultSite };
  const given = new Set<keyof Site>();
  for (const [key, value] of Object.entries(table)) {
    const name = findName(key);
    const fail = (message: string, remedy: string): ContentError =>
      new ContentError(describe({ source, file, key, message, remedy }));
    if (name === undefined) throw fail(`\`${key}\` is not a setting.`, suggestName(key));
    if (given.has(name)) throw fail(`\`${key}\` is given twice.`, 'Keep one of the two.');
    given.add(name);
    readSetting(site, name, { name: key, value, fail });
  }
  return given.has('footer') ? site : { ...site, footer: site.title };
}

type WritableSite = { -readonly [Name in keyof Site]: Site[Name] };

function readSetting<Name extends keyof Site>(
  site: WritableSite,
  name: Name,
  setting: Setting,
): void {
  Object.assign(site, { [name]: parsers[name](setting) });
}

/** `siteFieldName` as it is written in a settings file: `feedLength` → `feed_length`. */
function toSettingName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function readTable(source: string, file: string): Record<string, unknown> {
  try {
    return parseToml(source.replaceAll('\r\n', '\n'));
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    // The first line of smol-toml's message is the reason, the others repeat the place.
    const reason = error.message.split('\n', 1)[0]?.replace(/^Invalid TOML document: /, '') ?? '';
    const { line } = error;
    const text = source.split('\n')[line - 1]?.replace(/\r$/, '') ?? '';
    const { message, remedy, column = error.column } = explainTomlFault(reason, text);
    const problem = {
      kind: 'site' as const,
      severity: 'error' as const,
      file,
      line,
      column,
      message,
      remedy,
      frame: formatFrame(source, line, column),
    };
    throw new ContentError(problem, { cause: error });
  }
}

function findName(key: string): keyof Site | undefined {
  const plain = plainName(key);
  return siteNames.find((name) => plainName(name) === plain);
}

const siteNames = Object.keys(defaultSite).filter(isSiteName);

function isSiteName(name: string): name is keyof Site {
  return Object.hasOwn(defaultSite, name);
}

function plainName(key: string): string {
  return key.replace(/[-_]/g, '').toLowerCase();
}

function suggestName(key: string): string {
  const plain = plainName(key);
  const near = foreignNames[plain] ?? findNearest(plain, siteNames.map(plainName), 3);
  const name = near === undefined ? undefined : findName(near);
  if (name !== undefined) return `Did you mean \`${toSettingName(name)}\`?`;
  return `The settings are ${siteNames.map((each) => `\`${toSettingName(each)}\``).join(', ')}.`;
}

interface Fault {
  readonly source: string;
  readonly file: string;
  readonly key: string;
  readonly message: string;
  readonly remedy: string;
}

function describe({ source, file, key, message, remedy }: Fault): ContentError['problem'] {
  const problem = { kind: 'site', severity: 'error', file, message, remedy } as const;
  const quoted = key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const atKey = new RegExp(`^[ \\t]*(?:\\[+[ \\t]*)?["']?${quoted}["']?[ \\t]*[=.\\]]`, 'm');
  const index = source.search(atKey);
  if (index === -1) return problem;
  const line = source.slice(0, index).split('\n').length;
  const text = source.split('\n')[line - 1] ?? '';
  // The caret stands under the value, or under the name where the name is wrong or a table's.
  const beforeValue = /^[^=]*=[ \t]*/.exec(text)?.[0].length;
  const isName = beforeValue === undefined || findName(key) === undefined;
  const column = 1 + (isName ? Math.max(0, text.search(/[^\s[]/)) : beforeValue);
  return { ...problem, line, column, frame: formatFrame(source, line, column) };
}
