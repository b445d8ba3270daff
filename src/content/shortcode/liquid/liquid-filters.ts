/**
 * The filters of Liquid and Jekyll that posts use. Filters that need the whole site (`where`, `group_by`), the
 * clock or a template engine are left out and reported.
 */

import { escapeHtml } from '../../model/html.ts';
import { formatValue } from '../base/format-value.ts';
import { formatLiquidDate } from './liquid-date.ts';

/** Repeating text further than this is refused; the value stays as it was. */
const maximumLength = 1_000_000;

type Filter = (value: unknown, parameters: readonly unknown[]) => unknown;

const filters: ReadonlyMap<string, Filter> = new Map<string, Filter>([
  // Addresses: the renderer puts the base path before root-relative ones.
  ['relative_url', (value) => toRootPath(value)],
  ['url', (value) => toRootPath(value)],
  ['absolute_url', (value) => toRootPath(value)],
  ['asset_path', (value) => value],
  ['asset_url', (value) => value],
  ['uri_escape', (value) => encodeURI(wellFormed(value))],
  ['url_encode', (value) => encodeURIComponent(wellFormed(value)).replace(/%20/g, '+')],
  ['cgi_escape', (value) => encodeURIComponent(wellFormed(value)).replace(/%20/g, '+')],
  ['embed', (value, [title]) => formatFrame(formatValue(value), formatValue(title))],
  // Letters and words.
  ['escape', (value) => escapeHtml(formatValue(value))],
  ['xml_escape', (value) => escapeHtml(formatValue(value))],
  ['escape_once', (value) => escapeHtml(formatValue(value)).replace(/&amp;(#?\w{1,8};)/g, '&$1')],
  ['upcase', (value) => formatValue(value).toUpperCase()],
  ['downcase', (value) => formatValue(value).toLowerCase()],
  ['capitalize', (value) => capitalize(formatValue(value))],
  ['strip', (value) => formatValue(value).trim()],
  ['lstrip', (value) => formatValue(value).trimStart()],
  ['rstrip', (value) => formatValue(value).trimEnd()],
  ['strip_newlines', (value) => formatValue(value).replace(/\r?\n/g, '')],
  ['newline_to_br', (value) => formatValue(value).replace(/\r?\n/g, '<br>\n')],
  ['strip_html', (value) => formatValue(value).replace(/<[^<>]*>/g, '')],
  ['normalize_whitespace', (value) => formatValue(value).trim().replace(/\s+/g, ' ')],
  ['slugify', (value) => slugify(formatValue(value))],
  ['markdownify', (value) => value],
  ['smartify', (value) => value],
  ['append', (value, [text]) => formatValue(value) + formatValue(text)],
  ['prepend', (value, [text]) => formatValue(text) + formatValue(value)],
  [
    'replace',
    (value, [from, to]) => replaceAll(formatValue(value), formatValue(from), formatValue(to)),
  ],
  [
    'replace_first',
    (value, [from, to]) => formatValue(value).replace(formatValue(from), () => formatValue(to)),
  ],
  ['remove', (value, [text]) => replaceAll(formatValue(value), formatValue(text), '')],
  ['remove_first', (value, [text]) => formatValue(value).replace(formatValue(text), '')],
  ['truncate', (value, [length, end]) => truncate(formatValue(value), toNumber(length, 50), end)],
  ['truncatewords', (value, [count]) => truncateWords(formatValue(value), toNumber(count, 15))],
  ['split', (value, [mark]) => formatValue(value).split(formatValue(mark), 1000)],
  // Lists.
  [
    'join',
    (value, [mark]) =>
      toList(value)
        .map(formatValue)
        .join(formatValue(mark ?? ' ').slice(0, 100)),
  ],
  ['array_to_sentence_string', (value) => toSentence(toList(value).map(formatValue))],
  ['first', (value) => toList(value)[0]],
  ['last', (value) => toList(value).at(-1)],
  ['size', (value) => (Array.isArray(value) ? value.length : formatValue(value).length)],
  ['sort', (value) => toList(value).map(formatValue).toSorted()],
  ['uniq', (value) => [...new Set(toList(value))]],
  ['reverse', (value) => toList(value).toReversed()],
  ['compact', (value) => toList(value).filter((item) => item !== undefined && item !== null)],
  ['default', (value, [other]) => (isEmpty(value) ? other : value)],
  ['jsonify', (value) => JSON.stringify(value ?? null)],
  // Numbers and days.
  ['plus', (value, [other]) => Number(value) + Number(other)],
  ['minus', (value, [other]) => Number(value) - Number(other)],
  ['times', (value, [other]) => Number(value) * Number(other)],
  ['divided_by', (value, [other]) => divide(Number(value), Number(other))],
  ['modulo', (value, [other]) => Number(value) % Number(other)],
  ['round', (value, [digits]) => Number(Number(value).toFixed(Math.min(toNumber(digits, 0), 20)))],
  ['ceil', (value) => Math.ceil(Number(value))],
  ['floor', (value) => Math.floor(Number(value))],
  ['abs', (value) => Math.abs(Number(value))],
  ['date', (value, [pattern]) => formatLiquidDate(formatValue(value), formatValue(pattern))],
  ['date_to_string', (value) => formatLiquidDate(formatValue(value), '%d %b %Y')],
  ['date_to_long_string', (value) => formatLiquidDate(formatValue(value), '%d %B %Y')],
  ['date_to_xmlschema', (value) => formatLiquidDate(formatValue(value), '%Y-%m-%dT%H:%M:%SZ')],
]);

/** Names of all filters that are understood. */
export const filterNames: readonly string[] = [...filters.keys()];

/** The result of a filter; `undefined` when there is none of that name. */
export function applyFilter(
  name: string,
  value: unknown,
  parameters: readonly unknown[],
): { readonly value: unknown } | undefined {
  const filter = filters.get(name);
  return filter === undefined ? undefined : { value: filter(value, parameters) };
}

function toRootPath(value: unknown): string {
  const path = formatValue(value).trim();
  if (path === '' || /^[a-z][a-z0-9+.-]*:|^#/i.test(path)) return path;
  return encodeURI(wellFormed(`/${path.replace(/^\/+/, '')}`)).replace(/%25(?=[0-9A-F]{2})/gi, '%');
}

/** The frame of a player, as Eleventy blogs' `embed` filter makes it. */
function formatFrame(address: string, title: string): string {
  return `<iframe src="${escapeHtml(address)}" title="${escapeHtml(title)}"></iframe>`;
}

/** Lone surrogates make `encodeURI` throw. */
function wellFormed(value: unknown): string {
  return formatValue(value).replace(/\p{Surrogate}/gu, '\ufffd');
}

function replaceAll(text: string, from: string, to: string): string {
  if (from === '') return text;
  const parts = text.split(from);
  return parts.length * to.length > maximumLength ? text : parts.join(to);
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();
}

function slugify(text: string): string {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return words.filter((word) => word !== '').join('-');
}

function truncate(text: string, length: number, end: unknown): string {
  const mark = end === undefined ? '...' : formatValue(end);
  return text.length <= length ? text : text.slice(0, Math.max(0, length - mark.length)) + mark;
}

function truncateWords(text: string, count: number): string {
  const words = text.split(/\s+/);
  return words.length <= count ? text : `${words.slice(0, Math.max(1, count)).join(' ')}...`;
}

function toSentence(items: readonly string[]): string {
  if (items.length <= 2) return items.join(' and ');
  return `${items.slice(0, -1).join(', ')}, and ${items.at(-1)}`;
}

/** Liquid divides integers without a rest. */
function divide(value: number, other: number): number {
  const quotient = value / other;
  return Number.isInteger(value) && Number.isInteger(other) ? Math.floor(quotient) : quotient;
}

function toNumber(value: unknown, fallback: number): number {
  const number = Number(value ?? fallback);
  return Number.isFinite(number) ? Math.max(0, number) : fallback;
}

function toList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === false ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  );
}
