import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, onTestFinished, test } from 'vitest';

import { packageRoot } from '../../../../src/publish/package/package-root.ts';
import { findCacheFolder, openWorkshop } from '../../../../src/publish/steps/open-workshop.ts';
import type { Workshop } from '../../../../src/publish/steps/open-workshop.ts';
import { readSite } from '../../../../src/publish/scan/read-site.ts';
import { parsePostRecord } from '../../../../src/content/files/post-record.ts';
import { createSearch } from '../../../../src/library/search/search-posts.ts';
import type { Publisher } from '../../../../src/publish/steps/list-files.ts';
import { searchFolder } from '../../../../src/search/format/index-format.ts';
import { parseXml } from '../../../support/parse-xml.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';

/** What other tests have bundled and rendered is used again. */
const cacheFolder = findCacheFolder(packageRoot);

const source = '+++\ntitle = "A"\n+++\nText and [B](b.md).\n';

async function open(files: Readonly<Record<string, string>>): Promise<{
  folder: string;
  workshop: Workshop;
}> {
  const folder = makeFolder(files);
  const workshop = await openWorkshop({ files: readSite(folder, {}), base: '/', cacheFolder });
  onTestFinished(() => workshop.close());
  return { folder, workshop };
}

/** A blog in twelve languages, each post a file in each. */
async function openLanguages(): Promise<Publisher> {
  const fixture = fileURLToPath(new URL('../../../fixtures/languages', import.meta.url));
  const workshop = await openWorkshop({ files: readSite(fixture, {}), base: '/', cacheFolder });
  onTestFinished(() => workshop.close());
  return workshop.openPublisher(await workshop.load(), { isDevelopment: false });
}

/** A tag, title of the middle one of its three posts, and a word of that post, some in another form. */
const languages = [
  ['en', 'The old harbour', 'lighthouses'],
  ['bg', 'Старото пристанище', 'мрежите'],
  ['fa', 'بندر قدیمی', 'فانوس'],
  ['ar', 'الميناء القديم', 'المنارة'],
  ['ja', '古い港', '灯台'],
  ['zh', '古老的港口', '灯塔'],
  ['fr', 'Le vieux port', 'phares'],
  ['de', 'Der alte Hafen', 'Leuchttürme'],
  ['ru', 'Старая гавань', 'маяк'],
  ['ko', '오래된 항구', '등대'],
  ['he', 'הנמל הישן', 'המגדלור'],
  ['hi', 'पुराना बंदरगाह', 'मछुआरे'],
] as const;

async function recordOf(workshop: Workshop, permalink: string): Promise<string> {
  const blog = await workshop.load();
  const publisher = workshop.openPublisher(blog, { isDevelopment: true });
  const entry = blog.catalog.byPermalink.get(permalink);
  if (entry === undefined) throw new Error(`Nothing is at ${permalink}.`);
  return String((await publisher.writeRecord(entry)).file.content);
}

describe('openWorkshop', { timeout: 180_000 }, () => {
  test('parses and renders in threads of their own', async () => {
    const { workshop } = await open({ 'public/posts/a.md': source, 'public/posts/b.md': '# B\n' });
    const record = parsePostRecord(JSON.parse(await recordOf(workshop, '/posts/a/')), 'post.json');
    expect(record.card.title).toBe('A');
    expect(record.references).toEqual({ 'b.md': '/posts/b/' });
  });

  test('follows the folder: changed, added and removed posts', async () => {
    const { folder, workshop } = await open({ 'public/posts/a.md': source });
    expect(await recordOf(workshop, '/posts/a/')).toContain('`b.md` leads to nothing');
    writeFileSync(join(folder, 'public/posts/b.md'), '# B\n');
    expect(await recordOf(workshop, '/posts/a/')).not.toContain('leads to nothing');
    rmSync(join(folder, 'public/posts/a.md'));
    const { catalog } = await workshop.load();
    expect([...catalog.byPermalink.keys()]).toEqual(['/posts/b/']);
  });

  test('publishes a blog in twelve languages: each post with neighbours, links and a picture of its own', async () => {
    const publisher = await openLanguages();
    const { catalog, problems } = publisher.blog;
    expect(problems).toEqual([]);
    expect(catalog.entries).toHaveLength(36);
    for (const [language, title] of languages) {
      const folder = language === 'en' ? '' : `/${language}`;
      const entry = catalog.byPermalink.get(`${folder}/harbour/`);
      if (entry === undefined) throw new Error(`There is no post in \`${language}\`.`);
      expect(entry.card.title).toBe(title);
      const { record, problems: found } = await publisher.loadRecord(entry);
      expect(found).toEqual([]);
      expect([record.previous?.permalink, record.next?.permalink]).toEqual([
        `${folder}/tea/`,
        `${folder}/winter/`,
      ]);
      // The other one leads here, which the page says above.
      expect(record.related.map(({ permalink }) => permalink)).toEqual([`${folder}/winter/`]);
      expect(record.backlinks?.map(({ permalink }) => permalink)).toEqual([`${folder}/tea/`]);
      expect(record.translations).toHaveLength(11);
      expect(record.references).toMatchObject({ '../tea/cup.svg': '/posts/tea/cup.svg' });
      expect(Object.values(record.references)).toContain(`${folder}/winter/`);
    }
  });

  test('publishes feeds and a search of each of twelve languages', async () => {
    const publisher = await openLanguages();
    const files = new Map<string, string | Uint8Array>();
    for await (const { fileName, content } of publisher.writeAll()) files.set(fileName, content);
    for await (const { fileName, content } of publisher.writeSearch()) files.set(fileName, content);
    const search = createSearch({
      loadFile(name) {
        const content = files.get(`${searchFolder}${name}`) ?? '';
        return Promise.resolve(
          typeof content === 'string' ? new TextEncoder().encode(content) : content,
        );
      },
      loadRaw: () => Promise.resolve(''),
      listCards: () => publisher.blog.catalog.entries.map(({ card }) => card),
      report: undefined,
    });
    for (const [language, title, text] of languages) {
      const feed = parseXml(String(files.get(`${language}/atom.xml`))).get('feed');
      expect(feed.get('@xml:lang').text).toBe(language);
      expect(feed.all('entry').map((entry) => entry.get('title').text)).toContain(title);
      expect(feed.all('entry')).toHaveLength(3);
      const answer = await search.search({ text, keywords: [], order: 'best', limit: 3 });
      expect([language, answer.hits[0]?.post.title]).toEqual([language, title]);
    }
  });

  test('names the build after what its lists say', async () => {
    const { folder, workshop } = await open({ 'public/posts/a.md': source });
    const name = async (): Promise<string> =>
      workshop.openPublisher(await workshop.load(), { isDevelopment: false }).overview.buildId;
    const before = await name();
    expect(await name()).toBe(before);
    // No list tells of it: none changes.
    writeFileSync(join(folder, 'public/posts/a.md'), `${source}\nMore.\n`);
    expect(await name()).toBe(before);
    writeFileSync(join(folder, 'public/posts/a.md'), source.replace('title = "', 'title = "Z'));
    expect(await name()).not.toBe(before);
  });
});
