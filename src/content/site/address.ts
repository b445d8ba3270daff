// A post's address: what its front matter asks for by the rules of Zola, Hugo and Jekyll, else the site's pattern.

import type { Collection } from '../model/post.ts';
import type { Fields } from '../front-matter/fields.ts';
import { cleanPermalink, decodePath } from './permalink.ts';
import { findUnknownTokens, formatPermalink } from './permalink-pattern.ts';
import type { PermalinkParts } from './permalink-pattern.ts';
import type { PostPath } from './post-path.ts';
import { isReserved } from './reserved-address.ts';
import { cleanSlug, slugify } from '../text/slug.ts';

/** The facts that the address of a post depends on. */
export interface AddressFacts {
  readonly fields: Fields;
  readonly path: PostPath;
  readonly collection: Collection;
  readonly title: string;
  readonly day: string | undefined;
  readonly categories: readonly string[];
  /** The site's pattern. */
  readonly pattern: string;
  /** Language by file or folder name, when it is not the site's: the first part of the address. */
  readonly language: string | undefined;
}

/** An address, the old ones that lead to it, and what was wrong. */
export interface AddressReading {
  readonly permalink: string;
  readonly aliases: readonly string[];
  /** The setting at fault, a message and a remedy for each fault. */
  readonly faults: readonly {
    readonly field: string;
    readonly message: string;
    readonly remedy: string;
  }[];
}

type AddressFault = AddressReading['faults'][number];

/** Settings that give the whole address, the strongest first. */
const wholeNames = ['permalink', 'url', 'path'];

const maximumAliases = 200;

/** The address and aliases of a post. Never throws. */
export function readAddress(facts: AddressFacts): AddressReading {
  const faults: AddressFault[] = [];
  const parts = createParts(facts);
  const explicit = readWhole(facts, parts, faults);
  const permalink = explicit?.permalink ?? formatDefault(facts, parts, faults);
  const old = explicit?.file === undefined ? [] : [explicit.file];
  const aliases = new Set([...old, ...readAliases(facts.fields, faults)]);
  aliases.delete(permalink);
  return { permalink, aliases: [...aliases], faults };
}

function createParts({ fields, path, title, day, categories }: AddressFacts): PermalinkParts {
  const given = fields.findText('slug') ?? '';
  const explicit = cleanSlug((decodePath(given) ?? given).replace(/^\/+|\/+$/g, ''));
  return {
    slug: explicit || slugify(path.name) || 'post',
    title,
    filename: path.datedName,
    hasDatedName: path.hasDatedName,
    folders: path.folders,
    categories,
    day,
  };
}

function formatDefault(facts: AddressFacts, parts: PermalinkParts, faults: AddressFault[]): string {
  const pattern = facts.collection === 'pages' ? '/:path/' : facts.pattern;
  const permalink = addLanguage(formatPermalink(pattern, parts), facts.language);
  if (!isReserved(permalink)) return permalink;
  const other = `/${facts.collection}/${parts.slug}/`;
  const message = `The address \`${permalink}\` is the reader's own; this is at \`${other}\`.`;
  faults.push({ field: 'slug', message, remedy: 'Give it another `slug`.' });
  return other;
}

interface WholeAddress {
  readonly permalink: string;
  /** The address as a file, `/2010/x.html`, which then redirects. */
  readonly file: string | undefined;
}

function readWhole(
  facts: AddressFacts,
  parts: PermalinkParts,
  faults: AddressFault[],
): WholeAddress | undefined {
  const field = facts.fields.find(...wholeNames);
  if (field === undefined || typeof field.value !== 'string') return undefined;
  const { name, value } = field;
  const fail = (message: string, remedy: string): undefined => {
    faults.push({ field: name, message: `\`${name}\` is \`${value}\`: ${message}.`, remedy });
    return undefined;
  };
  const text = toPath(value.trim());
  if (text === undefined)
    return fail('it is not an address', 'Write a path such as `/2019/hello/`.');
  const [unknown] = findUnknownTokens(text);
  if (unknown !== undefined && name === 'permalink') {
    return fail(`there is no \`${unknown}\``, 'Use `:slug`, `:title`, `:year`.');
  }
  // Only Jekyll's permalink may be the name of a pattern; a colon in the others may be part of a name.
  const path =
    unknown === undefined
      ? formatPermalink(name === 'permalink' ? text : `/${text}`, parts)
      : cleanPermalink(text);
  // Jekyll's permalink and a Hugo url with a slash are whole; Zola's path is below the language.
  const isWhole = name === 'permalink' || (name === 'url' && text.startsWith('/'));
  const permalink = isWhole ? path : addLanguage(path, facts.language);
  if (isReserved(permalink) || cleanPermalink(text) === '/') {
    return fail('the reader has a page of its own there', 'Choose another path.');
  }
  const file =
    /\.html?$/i.test(text) && !text.includes(':') ? `${permalink.slice(0, -1)}.html` : undefined;
  return { permalink, file };
}

function addLanguage(permalink: string, language: string | undefined): string {
  return language === undefined ? permalink : `/${language.toLowerCase()}${permalink}`;
}

function readAliases(fields: Fields, faults: AddressFault[]): readonly string[] {
  const values = ['aliases', 'alias', 'redirectfrom', 'redirects'].flatMap((name) => {
    const value: unknown = fields.find(name)?.value;
    const items: unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
    return items.map((item) => ({ name, item }));
  });
  const aliases: string[] = [];
  if (values.length > maximumAliases) {
    const message = `There are ${values.length} aliases; the first ${maximumAliases} are redirected.`;
    const remedy = 'Keep those that are still linked to.';
    faults.push({ field: values.at(-1)?.name ?? 'aliases', message, remedy });
  }
  for (const { name, item } of values.slice(0, maximumAliases)) {
    const path = typeof item === 'string' ? toPath(item.trim()) : undefined;
    const alias = path === undefined || /[?#]/.test(path) ? undefined : cleanAlias(path);
    if (alias !== undefined) aliases.push(alias);
    else {
      const message = `The alias \`${String(item)}\` cannot be redirected.`;
      faults.push({ field: name, message, remedy: 'Write a path such as `/old/address/`.' });
    }
  }
  return aliases;
}

/** A clean path with `/` at the start, and at the end unless it names a file; `undefined` for home. */
function cleanAlias(path: string): string | undefined {
  const file = /\/?([^/]+\.html?)$/i.exec(path)?.[1];
  const isFile = file !== undefined && !/^index\.html?$/i.test(file);
  const clean = cleanPermalink(path);
  if (clean === '/') return undefined;
  return isFile ? clean.slice(0, -1) + file.slice(file.lastIndexOf('.')) : clean;
}

/** The decoded path of an address, absolute or not; `undefined` when it is none. */
function toPath(text: string): string | undefined {
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return decodePath(text) ?? text;
  try {
    return decodePath(new URL(text).pathname);
  } catch {
    // Not an address: the caller says so.
    return undefined;
  }
}
