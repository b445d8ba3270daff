// Files of a folder of posts that are none: free pages, pages that a theme makes, and posts that have moved.

import type { Fields } from '../front-matter/fields.ts';
import { toWord } from '../front-matter/base/flag.ts';
import type { PostPath } from '../site/post-path.ts';
import { wordList } from '../text/word-list.ts';

/** The facts that tell what a file of the folder of posts is. */
export interface PageFacts {
  readonly fields: Fields;
  /** Path within the folder. */
  readonly path: string;
  readonly place: PostPath;
  /** Whether front matter, name or folders give a date. */
  readonly isDated: boolean;
  /** Whether there is text below the front matter. */
  readonly hasText: boolean;
}

/** A file as what it is to its generator. */
export type PageKind =
  | { readonly kind: 'post' }
  | { readonly kind: 'page' }
  /** A page that is made of all posts, and the page of the blog that is like it. */
  | { readonly kind: 'theme'; readonly layout: string; readonly to: string };

/** Layouts of pages that a theme makes of all posts, and ours that show the same. */
const themePages: Readonly<Record<string, string>> = {
  archives: '/archive/',
  archive: '/archive/',
  timeline: '/archive/',
  search: '/',
  tags: '/keywords/',
  categories: '/keywords/',
  terms: '/keywords/',
  taxonomy: '/keywords/',
};

/** Names of pages that are no posts even if they have a date, which some tools give to every file. */
const surePages = new Set(
  wordList(
    'about about-me about-us aboutme contact imprint impressum privacy privacy-policy colophon',
  ),
);

/** Names that are those of pages unless there is a date. */
const likelyPages = new Set(
  wordList(
    'now uses links friends legal legal-notice disclaimer terms-of-service faq cv resume projects portfolio',
    'guestbook sponsor sponsors subscribe newsletter thanks license blogroll',
  ),
);

/** Folders of free pages within a folder of posts. */
const pageFolder = /^(?:_?pages?)\//i;

/**
 * What a file of the folder of posts is. A page of a theme is one by its layout, or by its name where it has no text. A
 * free page has the layout `page` and no date of its own, lies in a folder `page`, or at the root by a name such as
 * `about`.
 */
export function readPageKind(facts: PageFacts): PageKind {
  const { fields, path, place, isDated, hasText } = facts;
  const inPages = pageFolder.test(path);
  const isAtRoot = inPages || /^[^/]+(?:\/index\.[^/]+)?$/.test(path);
  const layouts = ['layout', 'type'].map((name) => readLayout(fields, name));
  const name = place.name.toLowerCase();
  if (isAtRoot && !place.hasDatedName) {
    const layout =
      layouts.find((each) => Object.hasOwn(themePages, each ?? '')) ?? (hasText ? '' : name);
    const to = Object.hasOwn(themePages, layout) ? themePages[layout] : undefined;
    if (to !== undefined) return { kind: 'theme', layout, to };
  }
  const isPage =
    !place.hasDatedName &&
    (inPages ||
      (layouts.includes('page') && !isDated) ||
      (isAtRoot && (surePages.has(name) || (likelyPages.has(name) && !isDated))));
  return { kind: isPage ? 'page' : 'post' };
}

/** `page` of `layout: page`, `page.html` and `layouts/page.njk`. */
function readLayout(fields: Fields, name: string): string | undefined {
  const text = fields.findAtTop(name)?.value;
  if (typeof text !== 'string') return undefined;
  return toWord(text.replace(/^.*\//, '').replace(/\.[a-z]+$/i, ''));
}
