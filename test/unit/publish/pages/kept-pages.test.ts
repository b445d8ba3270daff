import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { buildCatalog } from '../../../../src/content/blog/catalog.ts';
import { createOverview } from '../../../../src/content/files/post-index.ts';
import type { StoredView } from '../../../../src/content/files/page-data.ts';
import type { Library } from '../../../../src/content/model/library.ts';
import { defaultSite } from '../../../../src/content/site/site.ts';
import { openCache } from '../../../../src/publish/disk/cache.ts';
import { openKeptPages } from '../../../../src/publish/pages/kept-pages.ts';
import type { KeptPages } from '../../../../src/publish/pages/kept-pages.ts';
import { createMemoryLibrary } from '../../../../src/publish/pages/memory-library.ts';
import { recordAnswers } from '../../../../src/publish/pages/record-answers.ts';
import { makeMeta } from '../../../support/create-meta.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';

/** A library of posts with these titles. */
function createLibrary(...titles: readonly string[]): Library {
  const metas = titles.map((title, index) => makeMeta({ path: `p${index}.md`, title }));
  const catalog = buildCatalog(metas, defaultSite);
  return createMemoryLibrary({
    catalog,
    overview: createOverview(catalog, 'x'),
    loadRecord: () => Promise.reject(new Error('not asked')),
    loadBody: () => Promise.reject(new Error('not asked')),
  });
}

const fileName = 'archive/index.html';
const html = '<p>The archive</p>';
const leads = ['/archive/2020/'];
const found = { leads };
/** Never read: a post is known by its hash. */
const view = {} as StoredView;

interface Opened {
  readonly folder: string;
  open(library: Library, version?: string, post?: string): KeptPages;
}

/** The output folder after a build of one page, which asked for the archive of two posts. */
async function build(): Promise<Opened> {
  const folder = makeFolder({ [fileName]: html });
  const cacheFolder = makeFolder();
  const open: Opened['open'] = (library, version = 'v1', post = 'p') =>
    openKeptPages({
      cache: openCache(cacheFolder),
      folder,
      version,
      library,
      hashPost: (permalink) => Promise.resolve(`${permalink} ${post}`),
    });
  const library = createLibrary('A', 'B');
  const pages = open(library);
  const recorder = recordAnswers(library);
  await recorder.library.loadArchive({ year: undefined, month: undefined, pageNumber: 1 });
  const posts = [{ permalink: '/p0/', view }];
  await pages.note(fileName, { ...recorder.read(), posts }, leads);
  pages.save();
  return { folder, open };
}

describe('openKeptPages', () => {
  test('finds a page while the answers to its questions are the same', async () => {
    const { open } = await build();
    expect(await open(createLibrary('A', 'B')).find(fileName)).toEqual(found);
  });

  test('keeps what it found for the build after', async () => {
    const { open } = await build();
    const pages = open(createLibrary('A', 'B'));
    await pages.find(fileName);
    pages.save();
    expect(await open(createLibrary('A', 'B')).find(fileName)).toEqual(found);
  });

  test('finds no page of which an answer has changed', async () => {
    const { open } = await build();
    expect(await open(createLibrary('A', 'C')).find(fileName)).toBeUndefined();
  });

  test('finds no page of which a post has changed', async () => {
    const { open } = await build();
    expect(await open(createLibrary('A', 'B'), 'v1', 'q').find(fileName)).toBeUndefined();
  });

  test('finds no page that another version of the app made', async () => {
    const { open } = await build();
    expect(await open(createLibrary('A', 'B'), 'v2').find(fileName)).toBeUndefined();
  });

  test('finds no page that it never saw', async () => {
    const { folder, open } = await build();
    mkdirSync(join(folder, 'about'));
    writeFileSync(join(folder, 'about/index.html'), html);
    const pages = open(createLibrary('A', 'B'));
    expect(await pages.find('about/index.html')).toBeUndefined();
    expect(await pages.find('constructor')).toBeUndefined();
  });

  test.each([
    ['longer', (file: string) => writeFileSync(file, `${html} `)],
    ['written again', (file: string) => utimesSync(file, 1, 1)],
    ['gone', (file: string) => rmSync(file)],
  ])('finds no page whose file is %s', async (_what, damage) => {
    const { folder, open } = await build();
    damage(join(folder, fileName));
    expect(await open(createLibrary('A', 'B')).find(fileName)).toBeUndefined();
  });
});
