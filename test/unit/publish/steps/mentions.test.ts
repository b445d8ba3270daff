import { describe, expect, test } from 'vitest';

import { buildCatalog } from '../../../../src/content/blog/catalog.ts';
import type { Catalog } from '../../../../src/content/blog/catalog.ts';
import type { CatalogEntry } from '../../../../src/content/model/catalog-entry.ts';
import { defaultSite } from '../../../../src/content/site/site.ts';
import { createMentions, maxMentions } from '../../../../src/publish/steps/mentions.ts';
import type { KnownLinks, Mentions } from '../../../../src/publish/steps/mentions.ts';
import { makeMeta } from '../../../support/create-meta.ts';

function makeCatalog(count: number): Catalog {
  const posts = Array.from({ length: count }, (_, index) =>
    makeMeta({
      path: `p${index}.md`,
      title: `P${index}`,
      permalink: `/p${index}/`,
      date: { day: `2020-01-${String(index + 1).padStart(2, '0')}`, instant: undefined },
    }),
  );
  const about = makeMeta({
    path: 'about.md',
    collection: 'pages',
    permalink: '/about/',
    title: 'About',
  });
  return buildCatalog([...posts, about], defaultSite);
}

interface Opened {
  readonly mentions: Mentions;
  readonly known: KnownLinks;
  link(from: string, references: Readonly<Record<string, string>>): void;
  titles(of: string): readonly string[] | undefined;
}

function open(catalog: Catalog, known: KnownLinks = new Map(), hash = 'h'): Opened {
  const mentions = createMentions(catalog, () => hash, known);
  const find = (permalink: string): CatalogEntry => {
    const entry = catalog.byPermalink.get(permalink);
    if (entry === undefined) throw new Error(`no ${permalink}`);
    return entry;
  };
  return {
    mentions,
    known,
    link: (from, references) => mentions.add(find(from), { references }),
    titles: (of) => mentions.find(find(of))?.map(({ title }) => title),
  };
}

describe('createMentions', () => {
  test('names the posts and pages that lead to one, the newest first, each once', () => {
    const { link, titles } = open(makeCatalog(3));
    link('/p0/', { '@/p2.md': '/p2/', '../p2.md': '/p2/' });
    link('/p1/', { 'p2.md': '/p2/', 'a.png': '/posts/a.png' });
    link('/about/', { '/p2/': '/p2/' });
    expect(titles('/p2/')).toEqual(['P1', 'P0', 'About']);
    expect(titles('/p0/')).toBeUndefined();
  });

  test('leaves out links of a post to itself and to lists', () => {
    const { link, titles } = open(makeCatalog(2));
    link('/p0/', { '/p0/': '/p0/', '/': '/', '/archive/': '/archive/' });
    expect(titles('/p0/')).toBeUndefined();
  });

  test('follows a post that is rendered anew', () => {
    const { link, titles } = open(makeCatalog(3));
    link('/p0/', { a: '/p1/' });
    expect(titles('/p1/')).toEqual(['P0']);
    link('/p0/', { a: '/p2/' });
    expect(titles('/p1/')).toBeUndefined();
    expect(titles('/p2/')).toEqual(['P0']);
  });

  test('keeps what an earlier state of the blog told, but for files that changed and posts that went', () => {
    const first = open(makeCatalog(3));
    first.link('/p0/', { a: '/p1/' });
    first.link('/p2/', { a: '/p1/' });
    const [entry] = makeCatalog(3).entries;
    if (entry === undefined) throw new Error('no post');
    const same = open(makeCatalog(3), first.known);
    expect(same.mentions.has(entry)).toBe(true);
    expect(same.titles('/p1/')).toEqual(['P2', 'P0']);
    expect(open(makeCatalog(2), first.known).titles('/p1/')).toEqual(['P0']);
    expect(open(makeCatalog(3), first.known, 'other').mentions.has(entry)).toBe(false);
  });

  test('names a bounded number', () => {
    const { link, titles } = open(makeCatalog(maxMentions + 20));
    for (let post = 1; post < maxMentions + 20; post++) link(`/p${post}/`, { a: '/p0/' });
    expect(titles('/p0/')).toHaveLength(maxMentions);
  });
});
