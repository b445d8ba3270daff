import { parseLanguage } from '../../../content/text/language.ts';
import { isTimeZone } from '../../../content/text/time-zone.ts';
import type { NavigationLink, Site } from '../../../content/site/site.ts';
import { lookUp, toLine, toTable, toTables } from './config.ts';
import type { Table } from './config.ts';

/** Settings without those that have no value. */
export function given(settings: {
  readonly [Name in keyof Site]?: Site[Name] | undefined;
}): Partial<Site> {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}

/** `text` as the address of a blog with the path `base` below it; `undefined` when it is none, or only an example. */
export function toSiteUrl(text: string | undefined, base = ''): string | undefined {
  if (text === undefined || !/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  const path = `${url.pathname}/${base}/`.replace(/\/{2,}/g, '/');
  return `${url.origin}${path}`;
}

/** `text`, such as `en_US` or `pt-br`, as a language tag. */
export function toLanguage(text: string | undefined): string | undefined {
  return text === undefined ? undefined : parseLanguage(text.replaceAll('_', '-'));
}

/** `text` if it names a time zone. */
export function toTimeZone(text: string | undefined): string | undefined {
  return text !== undefined && isTimeZone(text) ? text : undefined;
}

/** The authors that a setting names: text, a table with a `name`, or a list of either. */
export function toAuthor(value: unknown): string | undefined {
  const all = Array.isArray(value) ? value : [value];
  const names = all.map((one) => toLine(one) ?? toLine(lookUp(toTable(one), 'name')));
  return names.filter((name) => name !== undefined).join(', ') || undefined;
}

/** Pages that the blog has by itself, and links to. */
const ownPages = /^\/?(?:|posts|blog|archives?|search|tags|categories|keywords|home)\/?$/i;

/**
 * `entries` of a menu as links, by weight; those that lead to what the blog links to by itself are left out.
 *
 * @param route - folder of the list of posts, without `/` at both ends
 */
export function toNavigation(entries: unknown, route = ''): readonly NavigationLink[] | undefined {
  const isOwn = (url: string): boolean => ownPages.test(url) || url === `/${route}/`;
  const links = toTables(entries)
    .map((entry) => ({
      title: readText(entry, ['name', 'title', 'label', 'text', 'identifier']),
      url: readText(entry, ['url', 'pageRef', 'href', 'link', 'path']),
      weight: Number(lookUp(entry, 'weight') ?? 0),
    }))
    .toSorted((a, b) => a.weight - b.weight)
    .flatMap(({ title, url }) =>
      title === undefined || url === undefined || isOwn(toUrl(url))
        ? []
        : [{ title, url: toUrl(url) }],
    );
  return links.length === 0 ? undefined : links;
}

function readText(entry: Table, names: readonly string[]): string | undefined {
  return names.map((name) => toLine(lookUp(entry, name))).find((text) => text !== undefined);
}

/** A menu's address: whole, or from the root with `/` at the end of the name of a page. */
function toUrl(written: string): string {
  const url = written.replace(/^\$BASE_URL/i, '').replace(/^@\//, '/');
  if (/^[a-z][a-z0-9+.-]*:/i.test(url)) return url;
  const path = `/${url.replace(/^\/+/, '').replace(/\.md$/i, '')}`;
  return /\.[a-z0-9]+$|[?#]|\/$/i.test(path) ? path : `${path}/`;
}
