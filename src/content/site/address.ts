// A post's address: what its front matter asks for by the rules of Zola, Hugo and Jekyll, else the site's pattern.

import type { Collection } from '../model/post.ts';
import { keepsDates } from '../address/generator.ts';
import type { Fields } from '../front-matter/fields.ts';
import { createAddressRules, findCommonPattern, findSectionPattern } from './address-rules.ts';
import type { AddressRules } from './address-rules.ts';
import { cleanPermalink, decodePath } from './permalink.ts';
import { findUnknownTokens, formatPermalink, hasFolders } from './permalink-pattern.ts';
import type { PermalinkParts } from './permalink-pattern.ts';
import type { PostPath } from './post-path.ts';
import { isReserved } from './reserved-address.ts';
import type { Site } from './site.ts';
import { findSpelling } from '../address/spelling.ts';
import type { Transliterate } from '../address/spelling.ts';
import { cleanSlug } from '../text/slug.ts';

/** The facts that the address of a post depends on. */
export interface AddressFacts {
  readonly fields: Fields;
  readonly path: PostPath;
  readonly collection: Collection;
  readonly title: string;
  readonly day: string | undefined;
  /** Of the front matter. */
  readonly categories: readonly string[];
  /** The settings of the blog. */
  readonly site: Site;
  /** Language by file or folder name, when it is not the site's: the first part of most addresses. */
  readonly language: string | undefined;
  /** Text of other scripts in Latin letters, at build. */
  readonly transliterate?: Transliterate | undefined;
  /** Whether aliases that do not look like addresses are further names of the post, as in a vault. */
  readonly hasNames?: boolean;
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

interface Facts extends AddressFacts {
  readonly rules: AddressRules;
}

/** The address and aliases of a post. Never throws. */
export function readAddress(given: AddressFacts): AddressReading {
  const rules = createAddressRules(given.site, given.collection, given.transliterate);
  const facts = { ...given, rules };
  const faults: AddressFault[] = [];
  const parts = createParts(facts);
  const explicit = readWhole(facts, parts, faults);
  const permalink = explicit ?? formatDefault(facts, parts, faults);
  const old = explicit === undefined ? listOldNames(facts, permalink) : [];
  const aliases = new Set([...old, ...readAliases(facts, faults)]);
  aliases.delete(permalink);
  return { permalink, aliases: [...aliases], faults };
}

function createParts({ fields, path, title, day, ...facts }: Facts): PermalinkParts {
  const { generator, speller, spelling, isStrict, above } = facts.rules;
  const given = cleanGiven(fields.findText('slug') ?? '');
  const explicit =
    speller === undefined ? given : given.split('/').map(spelling.slug).filter(Boolean).join('/');
  // Some take no date from a name; a pattern alone shows Hugo less surely than a setting.
  const name = keepsDates(generator) && isStrict ? path.datedName : path.name;
  return {
    slug: explicit || spelling.slug(name) || 'post',
    slugOrName: explicit || spelling.slug(path.datedName) || 'post',
    title,
    filename: path.datedName,
    hasDatedName: path.hasDatedName,
    casedName:
      given !== '' && speller === undefined ? given : spelling.casedName(given || path.name),
    folders: path.jekyllCollection === undefined ? [...above, ...path.folders] : path.folders,
    jekyllCollection: path.jekyllCollection,
    categories: [...path.categories, ...facts.categories],
    day,
    spelling,
  };
}

function cleanGiven(given: string): string {
  return cleanSlug((decodePath(given) ?? given).replace(/^\/+|\/+$/g, ''));
}

function formatDefault(facts: Facts, parts: PermalinkParts, faults: AddressFault[]): string {
  const { rules, path, fields } = facts;
  const own = findSectionPattern(rules, path);
  const pattern = own ?? findCommonPattern(rules, path);
  // In Hugo's own table of patterns `:slug` of a post without one is its title.
  const isTitle = own !== undefined && rules.generator === 'hugo' && !fields.findText('slug');
  const named = { ...parts, slugIsTitle: isTitle };
  const permalink = addLanguage(formatPermalink(pattern, named), findPrefix(facts, pattern));
  if (rules.generator === 'hugo' && path.datedName.includes('#') && !fields.findText('slug')) {
    const message = `Hugo keeps the \`#\` of the name in the address; here it is \`${permalink}\`.`;
    faults.push({ field: 'slug', message, remedy: 'Give the post a `slug`.' });
  }
  if (!isReserved(permalink)) return permalink;
  const other = `/${facts.collection}/${parts.slug}/`;
  const message = `The address \`${permalink}\` is the reader's own; this is at \`${other}\`.`;
  faults.push({ field: 'slug', message, remedy: 'Give it another `slug`.' });
  return other;
}

/**
 * The language at the start of an address that a pattern gives: that of a suffix, or of a folder that the pattern leaves
 * out. Jekyll knows no languages.
 */
function findPrefix({ language, path, rules }: Facts, pattern: string): string | undefined {
  if (language === undefined || rules.generator === 'jekyll') return undefined;
  if (path.isLanguageInFolders && hasFolders(pattern)) return undefined;
  return rules.speller === 'zola' ? language : language.toLowerCase();
}

/** The address that Zola gives a post, where the pattern alone shows that the blog may be Zola's. */
function listOldNames(facts: Facts, permalink: string): readonly string[] {
  const { generator, speller } = facts.rules;
  if (generator === speller || facts.transliterate === undefined) return [];
  const spelling = findSpelling(generator, facts.transliterate);
  const strict = { ...facts, rules: { ...facts.rules, speller: generator, spelling } };
  const old = formatDefault(strict, createParts(strict), []);
  return old === permalink ? [] : [old];
}

function readWhole(
  facts: Facts,
  parts: PermalinkParts,
  faults: AddressFault[],
): string | undefined {
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
  // Jekyll's permalink, Zola's path and a Hugo url with a slash are whole.
  const isBelow = name === 'url' && !text.startsWith('/');
  const permalink = isBelow ? addLanguage(path, facts.language?.toLowerCase()) : path;
  if (isReserved(permalink) || cleanPermalink(text) === '/') {
    return fail('the reader has a page of its own there', 'Choose another path.');
  }
  return permalink;
}

function addLanguage(permalink: string, language: string | undefined): string {
  return language === undefined ? permalink : `/${language}${permalink}`;
}

function readAliases(
  { fields, hasNames = false }: AddressFacts,
  faults: AddressFault[],
): readonly string[] {
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
    if (name.startsWith('alias') && isName(item, hasNames)) continue;
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

/**
 * Tells a further name of a note (`First note`) from an address (`older`, `/Old Post/`): it has a blank or a capital letter
 * and no `/`, or, in a vault, no `/` at all.
 */
function isName(item: unknown, hasNames: boolean): boolean {
  if (typeof item !== 'string' || /\/|\.html?$/i.test(item)) return false;
  return hasNames || /[\s\p{Lu}]/u.test(item.trim());
}

/** `path` as a permalink; `undefined` for home. */
function cleanAlias(path: string): string | undefined {
  const clean = cleanPermalink(path);
  return clean === '/' ? undefined : clean;
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
