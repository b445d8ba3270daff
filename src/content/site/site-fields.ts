// One function for each kind of setting: what it reads, or a ContentError that says what was expected.
// Over 250 lines because it is one list of small readers.

import { type Comfort, comforts } from '../model/comfort.ts';
import { parseLanguage } from '../text/language.ts';
import { generators } from '../address/generator.ts';
import type { Generator } from '../address/generator.ts';
import { describeValue, parseText } from '../settings/setting.ts';
import type { Setting } from '../settings/setting.ts';
import { isPlainPath } from './permalink.ts';
import { findUnknownTokens, isIdentifying, tokenNames } from './permalink-pattern.ts';
import { isTimeZone } from '../text/time-zone.ts';

/** One link of `navigation`. */
export interface LinkSetting {
  readonly title: string;
  readonly url: string;
}

const longestFeed = 1000;

/** Folders by the names that posts give them: `"@assets" = "../src/assets"`, also with the stars of a tsconfig. */
export function parseAssets({ name, value, fail }: Setting): Readonly<Record<string, string>> {
  const remedy = `Write \`${name} = { "@assets" = "../src/assets" }\`.`;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw fail(`\`${name}\` is ${describeValue(value)}, not a table of folders.`, remedy);
  const folders = Object.entries(value).map(([alias, folder]: [string, unknown]) => {
    const [from, to] = [trimStar(alias), typeof folder === 'string' ? trimStar(folder) : ''];
    if (from === '' || to === '' || /^[./]/.test(from))
      throw fail(`\`${alias}\` in \`${name}\` is no name of a folder.`, remedy);
    return [from, to] as const;
  });
  return Object.fromEntries(folders);
}

function trimStar(path: string): string {
  return path.trim().replace(/\/?\*?$/, '');
}

/** A number of feed entries. */
export function parseFeedLength({ name, value, fail }: Setting): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= longestFeed) {
    return value;
  }
  const message = `\`${name}\` is ${describeValue(value)}, not a whole number from 1 to ${longestFeed}.`;
  throw fail(message, `Write \`${name} = 20\`.`);
}

const hostName =
  /^(?:\*\.)?[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+(?::\d{1,5})?$/;

/** Names of hosts: of one, of all below one (`*.example.org`), or `*`. */
export function parseHosts({ name, value, fail }: Setting): readonly string[] {
  if (!Array.isArray(value)) {
    const message = `\`${name}\` is ${describeValue(value)}, not a list of hosts.`;
    throw fail(message, `Write \`${name} = ["pictures.example"]\`.`);
  }
  return value.map((host: unknown) => {
    const text = typeof host === 'string' ? host.trim().toLowerCase() : '';
    if (text === '*' || hostName.test(text)) return text;
    const message = `\`${name}\` has ${describeValue(host)}, which is no host.`;
    throw fail(message, 'Write the name alone, such as `pictures.example`, without `https://`.');
  });
}

/** Hosts of frames. Not any: a frame may look like a part of the page. */
export function parseFrameHosts(setting: Setting): readonly string[] {
  const hosts = parseHosts(setting);
  if (!hosts.includes('*')) return hosts;
  const message = `\`${setting.name}\` has \`*\`, which would let posts show any site as a part of the page.`;
  throw setting.fail(message, 'Name the hosts, such as `video.example` or `*.video.example`.');
}

/** Does with other sites' content as the name says. */
export function parseRemote({ name, value, fail }: Setting): 'load' | 'ask' {
  if (value === 'load' || value === 'ask') return value;
  const message = `\`${name}\` is ${describeValue(value)}, which does not exist.`;
  throw fail(message, 'Write `"load"` or `"ask"`.');
}

/** Comforts of reading by their names. */
export function parseComforts({ name, value, fail }: Setting): readonly Comfort[] {
  const names = comforts.map((comfort) => `"${comfort}"`).join(', ');
  if (!Array.isArray(value)) {
    const message = `\`${name}\` is ${describeValue(value)}, not a list of names.`;
    throw fail(
      message,
      `Write \`${name} = [${names}]\`, without those that readers are not to have.`,
    );
  }
  return value.map((given: unknown) => {
    const comfort = comforts.find((known) => known === given);
    if (comfort !== undefined) return comfort;
    throw fail(
      `\`${name}\` has ${describeValue(given)}, which does not exist.`,
      `The names are ${names}.`,
    );
  });
}

/** The name of a font. */
export function parseFont({ name, value, fail }: Setting): 'book' | 'system' {
  if (value === 'book' || value === 'system') return value;
  const message = `\`${name}\` is ${describeValue(value)}, which does not exist.`;
  throw fail(message, 'Write `"book"` or `"system"`.');
}

/** A picture of the blog as a path with `/` at the start, or one elsewhere as a whole address. */
export function parseImage(setting: Setting): string {
  const text = parseText(setting);
  if (parseHttpUrl(text) !== undefined) return text;
  if (!/^[a-z][a-z0-9+.-]*:|^\/\//i.test(text)) return text.replace(/^(?:\.?\/)*/, '/');
  const message = `\`${setting.name}\` is \`${text}\`, which is no picture of the blog.`;
  throw setting.fail(message, 'Write its path, such as `/preview.png`, or a whole address.');
}

/** An absolute address of a folder, with `/` at the end. */
export function parseUrl(setting: Setting): string {
  const text = parseText(setting);
  const url = parseHttpUrl(text);
  if (url !== undefined && !isPlainPath(url.pathname)) {
    const message = `\`${setting.name}\` is \`${text}\`, which has a \`%\` that stands for no letter.`;
    throw setting.fail(message, 'Name the folder of the blog without it.');
  }
  if (url !== undefined && url.search === '' && url.hash === '') {
    return url.href.endsWith('/') ? url.href : `${url.href}/`;
  }
  const message = `\`${setting.name}\` is \`${text}\`, which is not an address of a site.`;
  throw setting.fail(message, 'Write it in full, for example `https://example.org/blog/`.');
}

function parseHttpUrl(text: string): URL | undefined {
  try {
    const url = new URL(text);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined;
  } catch {
    // Not an absolute address: the caller says so.
    return undefined;
  }
}

/** A BCP 47 tag in its usual spelling. */
export function parseLanguageSetting(setting: Setting): string {
  const text = parseText(setting);
  const language = parseLanguage(text);
  if (language !== undefined) return language;
  const message = `\`${setting.name}\` is \`${text}\`, which is not a language tag.`;
  throw setting.fail(message, 'Write a code such as `en`, `fr` or `pt-BR`.');
}

/** An IANA time zone. */
export function parseTimeZone(setting: Setting): string {
  const text = parseText(setting);
  if (isTimeZone(text)) return text;
  const message = `\`${setting.name}\` is \`${text}\`, which is not a time zone.`;
  throw setting.fail(message, 'Write a name such as `Europe/Zurich` or `UTC`.');
}

/** A pattern that gives each post an address of its own. */
export function parsePermalink(setting: Setting): string {
  const pattern = parseText(setting);
  const [unknown] = findUnknownTokens(pattern);
  const known = tokenNames.slice(0, 12).map((name) => `\`:${name}\``);
  if (unknown !== undefined) {
    const message = `\`${setting.name}\` has \`${unknown}\`, which is not a part of an address.`;
    throw setting.fail(message, `There are ${known.join(', ')} and others.`);
  }
  if (isIdentifying(pattern)) return pattern;
  const message = `\`${setting.name}\` is \`${pattern}\`: all posts would share an address.`;
  throw setting.fail(message, 'Use `:slug`, `:path`, `:title` or `:filename` in it.');
}

/** Hugo's tables of patterns for lists, which have addresses of their own here. */
const listTables = new Set(['section', 'taxonomy', 'term']);

/**
 * Patterns by section: a table of the folder's name and the pattern of the posts below it. Hugo's newer form has that
 * table below `page`.
 */
export function parsePermalinks(setting: Setting): Readonly<Record<string, string>> {
  const { name, value, fail } = setting;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const message = `\`${name}\` is ${describeValue(value)}, not a table of patterns.`;
    throw fail(message, 'Write `[permalinks]`, and below it `notes = "/notes/:slug/"`.');
  }
  const entries = Object.entries(value).flatMap(
    ([section, pattern]: readonly [string, unknown]) => {
      const inner = { name: `${name}.${section}`, value: pattern, fail };
      if (typeof pattern !== 'object') {
        return [[section.replace(/^\/+|\/+$/g, ''), parsePermalink(inner)] as const];
      }
      return listTables.has(section) ? [] : Object.entries(parsePermalinks(inner));
    },
  );
  return Object.fromEntries(entries);
}

/** The name of a generator. */
export function parseGenerator(setting: Setting): Generator {
  const text = parseText(setting).toLowerCase();
  const known = generators.find((generator) => generator === text);
  if (known !== undefined) return known;
  const message = `\`${setting.name}\` is \`${text}\`, whose rules for addresses are not known.`;
  throw setting.fail(
    message,
    `Write one of ${generators.map((name) => `"${name}"`).join(', ')}, or leave it out.`,
  );
}

/** Names of folders that are language tags. */
export function parseLanguageFolders(setting: Setting): readonly string[] {
  const { name, value, fail } = setting;
  const remedy = `Write \`${name} = ["en", "fr"]\`.`;
  if (!Array.isArray(value)) {
    throw fail(`\`${name}\` is ${describeValue(value)}, not a list of folders.`, remedy);
  }
  return value.map((folder: unknown) => {
    if (typeof folder === 'string' && parseLanguage(folder) !== undefined) return folder;
    throw fail(`\`${name}\` has ${describeValue(folder)}, which is no language tag.`, remedy);
  });
}

/** Links of the navigation. */
export function parseNavigation(setting: Setting): readonly LinkSetting[] {
  if (!Array.isArray(setting.value)) {
    const message = `\`${setting.name}\` is ${describeValue(setting.value)}, not a list of links.`;
    throw setting.fail(message, 'Write `[[navigation]]` with `title` and `url` below it.');
  }
  return setting.value.map((link, index) => parseLink(link, index, setting));
}

function parseLink(link: unknown, index: number, { name, fail }: Setting): LinkSetting {
  const which = `Link ${index + 1} of \`${name}\``;
  const fields: Record<string, unknown> =
    typeof link === 'object' && link !== null ? { ...link } : {};
  const { title, url, ...others } = fields;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) {
    throw fail(`${which} has \`${unknown}\`, which is not known.`, 'Give it `title` and `url`.');
  }
  if (typeof title !== 'string' || title.trim() === '' || typeof url !== 'string') {
    throw fail(
      `${which} needs \`title\` and \`url\`, both text.`,
      'Write `title = "About"` and `url = "/about/"`.',
    );
  }
  if (!/^(?:\/(?!\/)|https?:\/\/|mailto:)/.test(url)) {
    const message = `${which} leads to \`${url}\`, which is not an address.`;
    throw fail(message, 'Begin it with `/`, `https://` or `mailto:`.');
  }
  return { title: title.trim(), url };
}
