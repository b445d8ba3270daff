// Over 250 lines because it is one table of settings: each with its meaning, its default and its reader.

import { findNearest } from '../text/edit-distance.ts';
import { parseLanguage } from '../text/language.ts';
import type { Generator } from '../address/generator.ts';
import type { Comfort } from '../model/comfort.ts';
import type { CommentService, CounterService } from '../settings/services.ts';
import type { OwnMessages } from '../messages/merge-messages.ts';
import { parseMessages } from './own-messages.ts';
import { parseBoolean, parseLine, parseText } from '../settings/setting.ts';
import type { Setting } from '../settings/setting.ts';
import {
  parseAddress,
  parseAddresses,
  parseComments,
  parseCounter,
  parseEdit,
} from '../settings/service-fields.ts';
import { createFault, readTable } from './settings-file.ts';

import {
  parseAssets,
  parseComforts,
  parseFeedLength,
  parseFont,
  parseGenerator,
  parseFrameHosts,
  parseHosts,
  parseImage,
  parseLanguageFolders,
  parseLanguageSetting,
  parseNavigation,
  parsePermalink,
  parsePermalinks,
  parseRemote,
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
  /** Sentences for the reader in place of ours, by language. Left out: none. The app has them from modules of their own. */
  readonly messages?: Readonly<Record<string, OwnMessages>> | undefined;
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
  /** The blogger's own style sheet, relative to the settings file; `undefined`: none. */
  readonly styles?: string | undefined;
  /** Whether formulas are read in every post. Default false. */
  readonly math: boolean;
  /** Whether straight quotes, dashes and dots become typographic ones. Default false. */
  readonly smartPunctuation: boolean;
  /** Entries in each feed. Default 20. */
  readonly feedLength: number;
  /** Default image for link previews: path under the base or absolute URL. */
  readonly image: string | undefined;
  /** Whether pictures for link previews are drawn from titles; `undefined`: where there is no `image`, and for few posts each. */
  readonly linkPictures?: boolean | undefined;
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
  /** Hosts of frames beside the known ones. Default none. */
  readonly frameHosts: readonly string[];
  /** `ask` has all that posts load from other sites wait for the reader's yes. Default `load`. */
  readonly remote: 'load' | 'ask';
  /** Whether what was read can be read again without a network. Default true. */
  readonly offline: boolean;
  /** Whether there is a draft desk at `/preview/`; `undefined`: there is. */
  readonly draftDesk?: boolean | undefined;
  /** Comforts of reading that readers have; `undefined`: all. */
  readonly comforts?: readonly Comfort[] | undefined;
  /** Comments under posts; `undefined`: none. */
  readonly comments?: CommentService | undefined;
  /** A counter of views; `undefined`: none. */
  readonly counter?: CounterService | undefined;
  /** Pattern of the address at which a post can be edited, with `{path}` or `{file}`; `undefined`: posts have no such link. */
  readonly edit?: string | undefined;
  /** Addresses elsewhere that are the author's: `rel=me` on home. */
  readonly relMe?: readonly string[] | undefined;
  /** Address that takes webmentions. */
  readonly webmention?: string | undefined;
  /** Address of the WebSub hub that tells readers of new posts. */
  readonly hub?: string | undefined;
}

/** The settings of a blog without a settings file. */
export const defaultSite: Site = {
  title: 'Rubric',
  description: '',
  url: undefined,
  language: 'en',
  messages: undefined,
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
  styles: undefined,
  math: false,
  smartPunctuation: false,
  feedLength: 20,
  image: undefined,
  linkPictures: undefined,
  future: false,
  vault: undefined,
  textTags: undefined,
  splitKeywords: true,
  imageHosts: [],
  mediaHosts: [],
  frameHosts: [],
  remote: 'load',
  offline: true,
  draftDesk: undefined,
  comforts: undefined,
  comments: undefined,
  counter: undefined,
  edit: undefined,
  relMe: undefined,
  webmention: undefined,
  hub: undefined,
};

type SettingParsers = { readonly [Name in keyof Site]-?: (setting: Setting) => Site[Name] };

const parsers: SettingParsers = {
  title: parseText,
  description: parseLine,
  url: parseUrl,
  language: parseLanguageSetting,
  messages: parseMessages,
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
  styles: parseText,
  math: parseBoolean,
  smartPunctuation: parseBoolean,
  feedLength: parseFeedLength,
  image: parseImage,
  linkPictures: parseBoolean,
  future: parseBoolean,
  vault: parseBoolean,
  textTags: parseBoolean,
  splitKeywords: parseBoolean,
  imageHosts: parseHosts,
  mediaHosts: parseHosts,
  frameHosts: parseFrameHosts,
  remote: parseRemote,
  offline: parseBoolean,
  draftDesk: parseBoolean,
  comforts: parseComforts,
  comments: parseComments,
  counter: parseCounter,
  edit: parseEdit,
  relMe: parseAddresses,
  webmention: parseAddress,
  hub: parseAddress,
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
    const fail: Setting['fail'] = (message, remedy, inner) =>
      createFault({ source, file, key, inner, message, remedy, isName: name === undefined });
    if (name === undefined) throw fail(`\`${key}\` is not a setting.`, suggestName(key));
    if (given.has(name)) throw fail(`\`${key}\` is given twice.`, 'Keep one of the two.');
    given.add(name);
    readSetting(site, name, { name: key, value, fail, language: readLanguage(table) });
  }
  return given.has('footer') ? site : { ...site, footer: site.title };
}

/** The language that `table` sets, as far as other settings must know it; a wrong one is reported by itself. */
function readLanguage(table: Readonly<Record<string, unknown>>): string {
  const key = Object.keys(table).find((name) => findName(name) === 'language');
  const value = key === undefined ? undefined : table[key];
  return (typeof value === 'string' ? parseLanguage(value) : undefined) ?? defaultSite.language;
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
