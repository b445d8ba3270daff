// Settings of a post that stand for themselves: author, cover image, series, switches.

import { toFlag } from '../front-matter/base/flag.ts';
import { isTable, toText } from '../front-matter/fields.ts';
import { readInline } from '../plain/inline-text.ts';
import type { InlineOptions } from '../plain/inline-text.ts';
import { wordList } from '../text/word-list.ts';
import { readSwitch } from './math-setting.ts';
import type { Fields } from '../front-matter/fields.ts';
import type { SeriesEntry } from '../model/post.ts';

const imageNames = wordList(
  'image images cover featuredimage featureimage featured coverimage thumbnail header.image ' +
    'header.teaser header.overlayimage banner ogimage socialimage heroimage hero',
);
/** Names of the address in a table that describes an image. */
const imageKeys = wordList('image src url path feature relative');
const orderNames = wordList('order part index number weight position');
const tocOffNames = wordList('hidetoc disabletoc notoc');
const tocNames = wordList('toc showtoc tableofcontents enabletoc');

/** The authors' names as plain text, Markdown read, with commas between them. */
export function readAuthor(fields: Fields, options: InlineOptions = {}): string | undefined {
  const value = fields.find('author', 'authors')?.value;
  const authors = Array.isArray(value) ? value.map(toText) : [toText(value)];
  const names = authors.map((author) => readInline(author ?? '', options));
  return names.filter((name) => name !== '').join(', ') || undefined;
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
  const order = Number(inTable ?? beside ?? fields.findText('weight') ?? NaN);
  return { name, order: Number.isFinite(order) ? order : undefined };
}

function isNumber(value: unknown): boolean {
  return toText(value) !== undefined && Number.isFinite(Number(toText(value)));
}
