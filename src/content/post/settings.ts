// Settings of a post that stand for themselves: author, cover image, series, switches, search engines, places.

import { toFlag } from '../front-matter/base/flag.ts';
import { isTable, toText } from '../front-matter/fields.ts';
import { wordList } from '../text/word-list.ts';
import { readSwitch } from './math-setting.ts';
import type { Fields } from '../front-matter/fields.ts';
import type { PostMeta, SeriesEntry } from '../model/post.ts';

const imageNames = wordList(
  'image images cover featuredimage featureimage featured coverimage thumbnail header.image ' +
    'header.teaser header.overlayimage banner ogimage socialimage heroimage hero',
);
/** Names of the address in a table that describes an image. */
const imageKeys = wordList('image src url path feature relative');
const orderNames = wordList('order part index number weight position');
const canonicalNames = wordList('canonicalurl canonical canonicallink originalurl');
const tocOffNames = wordList('hidetoc disabletoc notoc');
const tocNames = wordList('toc showtoc tableofcontents enabletoc');

/** The authors' names, with commas between them. */
export function readAuthor(fields: Fields): string | undefined {
  const value = fields.find('author', 'authors')?.value;
  const authors = Array.isArray(value) ? value.map(toText) : [toText(value)];
  return authors.filter((author) => author !== undefined).join(', ') || undefined;
}

/** The address of the cover image: text, the first of a list, or in a table (`cover: { image: x }`). */
export function readImage(fields: Fields): string | undefined {
  for (const name of imageNames) {
    const value = fields.find(name)?.value;
    const keys = imageKeys.map((key) => `${name}.${key}`);
    const image = isTable(value) ? fields.find(...keys)?.value : value;
    // `featured: true` is no picture.
    const text = toFlag(image) === undefined ? toText(image) : undefined;
    if (text !== undefined) return text;
  }
  return undefined;
}

/** The setting of a post that turns its table of contents on or off; `undefined`: it has none. */
export function readToc(fields: Fields): boolean | undefined {
  const isOff = fields.findFlag(...tocOffNames);
  return isOff === undefined ? readSwitch(fields, tocNames) : !isOff;
}

/** The address of the text's first place: `canonicalURL` and its other names, as written. */
export function readCanonical(fields: Fields): string | undefined {
  return fields.findText(...canonicalNames);
}

/** The address that a post has moved to: `redirect_to` of jekyll-redirect-from, as written. */
export function readMove(fields: Fields): string | undefined {
  return fields.findText('redirectto');
}

/** An address of a setting that leads somewhere: a whole one, or a path under the base with `/` at the start. */
export function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s/]+\S*$/i.test(text) || /^\/(?!\/)\S*$/.test(text);
}

/** The wishes of a post about search engines: out of their index, or out of the sitemap alone. */
export function readIndexing(fields: Fields): Pick<PostMeta, 'isUnindexed' | 'isOffSitemap'> {
  const robots = toText(fields.find('robots')?.value)?.toLowerCase() ?? '';
  const isUnindexed =
    fields.findFlag('noindex', 'robotsnoindex') === true ||
    fields.findFlag('seo.noindex') === true ||
    /\bno(?:index|ne)\b/.test(robots);
  const isOffSitemap =
    fields.findFlag('sitemap') === false ||
    fields.findFlag(
      'sitemap.disable',
      'sitemap.exclude',
      'sitemapexclude',
      'excludefromsitemap',
    ) === true;
  return { ...(isUnindexed && { isUnindexed }), ...(isOffSitemap && { isOffSitemap }) };
}

/**
 * The place of a post among those that come first on home: `pin`, `pinned`, `featured`, `sticky` and `top` by yes, or by a
 * number of which the greatest comes first; `weight` of Hugo, of which the least does.
 */
export function readPin(fields: Fields): Pick<PostMeta, 'pin' | 'weight'> {
  const field = pinNames
    .map((name) => fields.find(name))
    .find((each) => pinOf(each?.value) !== undefined);
  const pin = pinOf(field?.value);
  const weight = toNumber(fields.findAtTop('weight')?.value);
  return {
    ...(pin !== undefined && { pin }),
    ...(weight !== undefined && weight !== 0 && { weight }),
  };
}

const pinNames = wordList('pin pinned featured sticky top');

function pinOf(value: unknown): number | undefined {
  const number = toNumber(value);
  if (number !== undefined) return number > 0 ? -number : undefined;
  return toFlag(value) === true ? 0 : undefined;
}

function toNumber(value: unknown): number | undefined {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : '';
  return /^-?\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/**
 * The series a front matter names: `series` as text, list or table (`{ name, order }`), with its place from
 * the table or from `series_order`, `series_part`, `series_weight`, `part`, `weight`.
 */
export function readSeries(fields: Fields): SeriesEntry | undefined {
  const value = fields.find('series', 'seriesname', 'seriestitle')?.value;
  const name = toText(value);
  if (name === undefined || value === true || value === false) return undefined;
  const inTable = isTable(value) ? orderNames.map((key) => value[key]).find(isNumber) : undefined;
  const beside = fields.findText(...orderNames.map((key) => `series${key}`), 'part');
  const order = Number(inTable ?? beside ?? toNumber(fields.findAtTop('weight')?.value) ?? NaN);
  return { name, order: Number.isFinite(order) ? order : undefined };
}

function isNumber(value: unknown): boolean {
  return toText(value) !== undefined && Number.isFinite(Number(toText(value)));
}
