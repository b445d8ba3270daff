import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { buildCatalog } from '../../../../src/content/blog/catalog.ts';
import type { Catalog } from '../../../../src/content/blog/catalog.ts';
import type { CatalogEntry } from '../../../../src/content/model/catalog-entry.ts';
import { defaultSite } from '../../../../src/content/site/site.ts';
import { createImageSizes } from '../../../../src/publish/render/find-image-size.ts';
import { createFacts } from '../../../../src/publish/render/post-facts.ts';
import { renderPost } from '../../../../src/publish/render/render-post.ts';
import type { RenderStore } from '../../../../src/publish/render/render-store.ts';
import { createTargets } from '../../../../src/publish/scan/find-target.ts';
import { loadBlog } from '../../../../src/publish/scan/load-blog.ts';
import type { Blog } from '../../../../src/publish/scan/load-blog.ts';
import { parseFile } from '../../../../src/publish/scan/parse-file.ts';
import { createMentionReader } from '../../../../src/publish/scan/read-mentions.ts';
import { readSite } from '../../../../src/publish/scan/read-site.ts';
import { openVault } from '../../../../src/publish/vault/read-vault-post.ts';
import {
  createBacklinks,
  followLinks,
  maxBacklinks,
} from '../../../../src/publish/steps/backlinks.ts';
import type { KnownLinks, Backlinks } from '../../../../src/publish/steps/backlinks.ts';
import { makeMeta } from '../../../support/create-meta.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';

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
  readonly backlinks: Backlinks;
  readonly known: KnownLinks;
  link(from: string, references: Readonly<Record<string, string>>): void;
  titles(of: string): readonly string[] | undefined;
}

function open(catalog: Catalog, known: KnownLinks = new Map(), hash = 'h'): Opened {
  const backlinks = createBacklinks(catalog, () => hash, known);
  const find = (permalink: string): CatalogEntry => {
    const entry = catalog.byPermalink.get(permalink);
    if (entry === undefined) throw new Error(`no ${permalink}`);
    return entry;
  };
  return {
    backlinks,
    known,
    link: (from, references) => backlinks.add(find(from), { references }),
    titles: (of) => backlinks.find(find(of))?.map(({ title }) => title),
  };
}

describe('createBacklinks', () => {
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
    expect(same.backlinks.has(entry)).toBe(true);
    expect(same.titles('/p1/')).toEqual(['P2', 'P0']);
    expect(open(makeCatalog(2), first.known).titles('/p1/')).toEqual(['P0']);
    expect(open(makeCatalog(3), first.known, 'other').backlinks.has(entry)).toBe(false);
  });

  test('names a bounded number', () => {
    const { link, titles } = open(makeCatalog(maxBacklinks + 20));
    for (let post = 1; post < maxBacklinks + 20; post++) link(`/p${post}/`, { a: '/p0/' });
    expect(titles('/p0/')).toHaveLength(maxBacklinks);
  });
});

interface RealBlog {
  readonly blog: Blog;
  readonly store: RenderStore;
}

/** A blog of files, rendered for real. */
async function loadReal(files: Readonly<Record<string, string>>): Promise<RealBlog> {
  const siteFiles = readSite(makeFolder(files), {});
  const { site } = siteFiles;
  const blog = await loadBlog({
    files: siteFiles,
    parse: (collection, file, vault) =>
      parseFile(readFileSync(file.file), file.path, {
        site,
        collection,
        today: '2026-01-01',
        vault,
      }),
    listMentions: createMentionReader(site.url),
  });
  const { targets, sources, shortcodes, vault } = blog.world;
  const world = {
    site,
    base: '/',
    shortcodes,
    targetsOf: createTargets(targets),
    findImageSize: createImageSizes(sources),
    vault: vault && openVault(vault),
  };
  const load: RenderStore['load'] = ({ meta }) =>
    renderPost({ file: blog.fileOf(meta), meta }, world);
  return { blog, store: { load, loadFacts: async (entry) => createFacts(await load(entry)) } };
}

describe('followLinks', () => {
  test('finds links of every dialect', async () => {
    const links = {
      zola: '[x](@/tea.md#a)',
      hugo: '[x]({{< relref "tea.md" >}})',
      jekyll: '[x]({% post_url tea %})',
      plain: '[x](tea.md)',
      html: '<a href="/posts/tea/">x</a>',
      address: 'https://blog.example/posts/tea/',
      reference: '[x][y]\n\n[y]: ./tea.md',
      vault: '[[Tea]]',
    };
    const posts = Object.entries(links).map(([name, text]) => [`public/posts/${name}.md`, text]);
    const { blog, store } = await loadReal({
      'site.toml': 'url = "https://blog.example/"',
      'public/posts/tea.md': '# Tea\n\n[x](other.md) `[x](plain.md)`',
      'public/posts/other.md': 'No link, but `@/tea.md` and <!-- [x](tea.md) -->.',
      ...Object.fromEntries(posts),
    });
    const { backlinks, findLinks } = followLinks({ blog, store, knownLinks: new Map() });
    await findLinks();
    const tea = blog.catalog.byPermalink.get('/posts/tea/');
    const found = tea && backlinks.find(tea);
    const names = found?.map(({ permalink }) => permalink.split('/').at(-2));
    expect(names?.toSorted()).toEqual(Object.keys(links).toSorted());
    const plain = blog.catalog.byPermalink.get('/posts/plain/');
    expect(plain && backlinks.find(plain)).toBeUndefined();
  });
});
