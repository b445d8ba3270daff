import { isTable, toText } from './fields.ts';
import type { Fields } from './fields.ts';
import type { SeriesEntry } from './post.ts';

const orderNames = ['order', 'part', 'index', 'number', 'weight', 'position'];

/**
 * The series a front matter names: `series` as text, list or table (`{ name, order }`), with its place from
 * the table or from `series_order`, `series_part`, `series_weight`, `part`.
 */
export function readSeries(fields: Fields): SeriesEntry | undefined {
  const value = fields.find('series', 'seriesname', 'seriestitle')?.value;
  const name = toText(value);
  if (name === undefined || value === true || value === false) return undefined;
  const inTable = isTable(value) ? orderNames.map((key) => value[key]).find(isNumber) : undefined;
  const beside = fields.findText(...orderNames.map((key) => `series${key}`), 'part');
  const order = Number(inTable ?? beside ?? NaN);
  return { name, order: Number.isFinite(order) ? order : undefined };
}

function isNumber(value: unknown): boolean {
  return toText(value) !== undefined && Number.isFinite(Number(toText(value)));
}
