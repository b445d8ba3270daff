import { describe, expect, test } from 'vitest';

import { hashBytes } from '../../../../src/publish/disk/hash-bytes.ts';
import { defaultMark } from '../../../../src/publish/icons/default-mark.ts';
import { drawIcon } from '../../../../src/publish/icons/draw-icon.ts';
import { parseFile } from '../../../../src/publish/scan/parse-file.ts';
import { defaultSite, parseSite } from '../../../../src/content/site/site.ts';
import type { PostMeta } from '../../../../src/content/model/post.ts';

const options = { site: defaultSite, collection: 'posts', today: '2026-01-01' } as const;

describe('parseFile', () => {
  test('reads UTF-8 without a word', async () => {
    const { meta, problems } = await parseFile(Buffer.from('# Café\n\nText.'), 'a.md', options);
    expect(meta.title).toBe('Café');
    expect(problems.filter(({ kind }) => kind === 'encoding')).toEqual([]);
  });

  test('reports another charset, and what to do', async () => {
    const bytes = Buffer.from('# Caf\u00E9\n\nText.', 'latin1');
    const { meta, problems } = await parseFile(bytes, 'a.md', options);
    expect(meta.title).toBe('Café');
    expect(problems[0]).toMatchObject({
      kind: 'encoding',
      file: 'posts/a.md',
      message: expect.stringContaining('windows-1252'),
      remedy: 'Save it as UTF-8.',
    });
  });

  test.each([
    ['a picture', Buffer.from(drawIcon(defaultMark, { sizePx: 180, share: 0.6 }))],
    ['random bytes', Buffer.from(Array.from({ length: 2000 }, (_, at) => (at * 7919) % 251))],
  ])('knows %s that is named as a post', async (_, bytes) => {
    expect(await parseFile(bytes, 'a.md', options)).toMatchObject({ isBinary: true, problems: [] });
  });

  test.each([
    ['a text with some NULs', `# A\n\n${'Text and more. '.repeat(20)}\0\0\0`],
    [
      'colours of a terminal',
      `# A\n\n${'\u001b[31mred\u001b[0m and then plain text again. '.repeat(4)}`,
    ],
    ['UTF-16', Buffer.from('\ufeff# A\n\nText.', 'utf16le')],
    ['nothing', ''],
  ])('keeps %s', async (_, text) => {
    expect(await parseFile(Buffer.from(text), 'a.md', options)).not.toHaveProperty('isBinary');
  });

  test('gives what lists need, and the hash of the bytes', async () => {
    const bytes = Buffer.from('# A\n\nText.');
    const parsed = await parseFile(bytes, 'a.md', options);
    expect(parsed.meta).toMatchObject({ title: 'A', path: 'a.md', collection: 'posts' });
    expect(parsed.hash).toBe(hashBytes(bytes));
    expect(parsed).not.toHaveProperty('body');
  });
});

describe('hashBytes', () => {
  test('is SHA-256 in hexadecimal', () => {
    expect(hashBytes('abc')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});

interface Row {
  readonly rule: string;
  readonly site: string;
  readonly path: string;
  readonly head?: string;
  readonly address: string;
  readonly aliases?: readonly string[];
}

/** The address that `row`'s file has in a blog of its settings. */
async function findAddress(row: Row, collection: 'posts' | 'pages' = 'posts'): Promise<PostMeta> {
  const site = parseSite(row.site, 'site.toml');
  const text = `---\ntitle: A Title, Again\n${row.head ?? ''}\n---\nText.\n`;
  const { meta } = await parseFile(Buffer.from(text), row.path, { ...options, site, collection });
  return meta;
}

const hugo = 'posts = "content/posts"\npermalink = "/:sections/:slugorcontentbasename/"\n';
const hugoPage = 'posts = "content/posts"\npermalink = "/:section/:slug/"\n';
const jekyll = 'posts = "_posts"\npermalink = "/:categories/:year/:month/:day/:title.html"\n';
const zola = 'posts = "content"\npermalink = "/:path/"\ngenerator = "zola"\n';

describe('parseFile, by the rules of Hugo', () => {
  test.each<Row>([
    {
      rule: 'a section is the folder below `content`',
      site: hugoPage,
      path: 'x.md',
      address: '/posts/x/',
    },
    {
      rule: 'names keep `_`',
      site: hugoPage,
      path: 'code_syntax.md',
      address: '/posts/code_syntax/',
    },
    {
      rule: 'names keep `.` and `+`',
      site: hugo,
      path: 'v1.2 C++.md',
      address: '/posts/v1.2-c++/',
    },
    { rule: 'apostrophes go', site: hugo, path: 'it’s.md', address: '/posts/its/' },
    {
      rule: 'a blank, a sign and a blank are one `-`',
      site: hugo,
      path: 'a & b.md',
      address: '/posts/a-b/',
    },
    {
      rule: 'accents and scripts stay',
      site: hugo,
      path: 'Été 目录.md',
      address: '/posts/été-目录/',
    },
    {
      rule: 'dates in names stay',
      site: hugo,
      path: '2019-03-04-x.md',
      address: '/posts/2019-03-04-x/',
    },
    {
      rule: 'dates in names stay in a path',
      site: 'posts = "content"\npermalink = "/:path/"\ngenerator = "hugo"\n',
      path: 'posts/2019-03-04-x.md',
      address: '/posts/2019-03-04-x/',
    },
    {
      rule: 'folders stay',
      site: hugo,
      path: '2019/deep_er/x/index.md',
      address: '/posts/2019/deep_er/x/',
    },
    {
      rule: 'a slug replaces the name',
      site: hugo,
      path: 'a/x.md',
      head: 'slug: "My Slug"',
      address: '/posts/a/my-slug/',
    },
    { rule: 'a suffix is the first part', site: hugo, path: 'x.fr.md', address: '/fr/posts/x/' },
    { rule: 'a folder of a language stays', site: hugo, path: 'fr/x.md', address: '/posts/fr/x/' },
    {
      rule: 'a url is the whole address',
      site: hugo,
      path: 'x.md',
      head: 'url: /a/b.html',
      address: '/a/b.html',
    },
    {
      rule: 'folders that are content of a language leave',
      site: 'posts = "content"\nlanguage_folders = ["en", "it"]\npermalink = "/:sections/:contentbasename/"',
      path: 'en/posts/x.md',
      address: '/posts/x/',
    },
    {
      rule: 'of another language they are the first part',
      site: 'posts = "content"\nlanguage_folders = ["en", "it"]\npermalink = "/:sections/:contentbasename/"',
      path: 'it/posts/x.md',
      address: '/it/posts/x/',
    },
    {
      rule: 'a slug that is missing is the title',
      site: 'posts = "content"\ngenerator = "hugo"\n[permalinks]\nnotes = "/:section/:slug/"\n',
      path: 'notes/x.md',
      address: '/notes/a-title-again/',
    },
    {
      rule: 'sections have patterns',
      site: `${hugo}[permalinks]\nposts = "/:year/:title/"\n`,
      path: 'x.md',
      head: 'date: 2019-03-04',
      address: '/2019/a-title-again/',
    },
    {
      rule: 'sections within sections have the nearest',
      site: 'posts = "content"\n[permalinks]\ndocs = "/d/:slug/"\n"docs/api" = "/api/:filename/"\n',
      path: 'docs/api/v2/x.md',
      address: '/api/x/',
    },
    {
      rule: 'other sections do not',
      site: 'posts = "content"\n[permalinks]\ndocs = "/d/:slug/"\n',
      path: 'documents/x.md',
      address: '/posts/x/',
    },
  ])('$rule: $path is $address', async (row) => {
    expect((await findAddress(row)).permalink).toBe(row.address);
  });

  test('a sign that cannot be kept is reported', async () => {
    const site = parseSite(hugo, 'site.toml');
    const parsed = await parseFile(Buffer.from('---\ntitle: A\n---\n'), 'c#.md', {
      ...options,
      site,
    });
    expect(parsed.meta.permalink).toBe('/posts/c/');
    expect(parsed.problems).toContainEqual(
      expect.objectContaining({
        kind: 'permalink',
        message: 'Hugo keeps the `#` of the name in the address; here it is `/posts/c/`.',
      }),
    );
  });

  test('of pages: content beside the posts keeps its path', async () => {
    const site = `${hugo}pages = "content"\n`;
    const row = { rule: '', site, path: 'docs/set_up.md', address: '/docs/set_up/' };
    expect((await findAddress(row, 'pages')).permalink).toBe(row.address);
  });
});

describe('parseFile, by the rules of Jekyll', () => {
  test.each<Row>([
    {
      rule: 'a page is at its very name',
      site: jekyll,
      path: '2019-03-04-x.md',
      address: '/2019/03/04/x.html',
    },
    {
      rule: 'the default by name',
      site: 'posts = "_posts"\npermalink = "date"',
      path: '2019-03-04-x.md',
      address: '/2019/03/04/x.html',
    },
    {
      rule: 'titles keep capitals',
      site: jekyll,
      path: '2019-03-04-HFDP-Notes1.md',
      address: '/2019/03/04/HFDP-Notes1.html',
    },
    {
      rule: 'titles keep `_` and `.`',
      site: jekyll,
      path: '2019-03-04-a_b v1.2.md',
      address: '/2019/03/04/a_b-v1.2.html',
    },
    {
      rule: 'words of categories are parts',
      site: jekyll,
      path: '2019-03-04-x.md',
      head: 'categories: jekyll update',
      address: '/jekyll/update/2019/03/04/x.html',
    },
    {
      rule: 'names in a list are whole, in lower case',
      site: jekyll,
      path: '2019-03-04-x.md',
      head: 'categories: [Web Standards, CSS]',
      address: '/web standards/css/2019/03/04/x.html',
    },
    {
      rule: 'one category is whole',
      site: jekyll,
      path: '2019-03-04-x.md',
      head: 'category: Web Standards',
      address: '/web standards/2019/03/04/x.html',
    },
    {
      rule: 'folders above _posts are categories',
      site: 'posts = "."\npermalink = "pretty"\n',
      path: 'de/news/_posts/2001-01-18-x.md',
      head: 'category: kde',
      address: '/de/news/kde/2001/01/18/x/',
    },
    {
      rule: 'folders that are words too',
      site: 'posts = "."\npermalink = "pretty"\n',
      path: 'it/_posts/2001-01-18-x.md',
      address: '/it/2001/01/18/x/',
    },
    {
      rule: 'folders below _posts are none',
      site: 'posts = "."\npermalink = "pretty"\n',
      path: '_posts/de/2001-01-18-x.md',
      address: '/2001/01/18/x/',
    },
    {
      rule: 'a slug is in lower case',
      site: 'posts = "_posts"\npermalink = "/:year/:slug/"\n',
      path: '2019-03-04-A_B.md',
      address: '/2019/a-b/',
    },
    {
      rule: 'a permalink is kept',
      site: jekyll,
      path: '2019-03-04-x.md',
      head: 'permalink: /old/X.html',
      address: '/old/X.html',
    },
    {
      rule: 'a collection has its name',
      site: 'posts = "."\npermalink = "date"\n',
      path: '_recipes/soups/Pea_soup.md',
      address: '/recipes/soups/pea-soup.html',
    },
    {
      rule: 'a collection has its pattern',
      site: 'posts = "."\npermalink = "pretty"\n[permalinks]\nrecipes = "/eat/:name/"\n',
      path: '_recipes/pea-soup.md',
      address: '/eat/pea-soup/',
    },
  ])('$rule: $path is $address', async (row) => {
    expect((await findAddress(row)).permalink).toBe(row.address);
  });
});

describe('parseFile, by the rules of Zola', () => {
  test.each<Row>([
    {
      rule: 'the path below content',
      site: zola,
      path: 'notes/2024/pencils.md',
      address: '/notes/2024/pencils/',
    },
    {
      rule: 'folders above the posts too',
      site: zola.replace('content', 'content/blog'),
      path: 'x.md',
      address: '/blog/x/',
    },
    {
      rule: 'names without their date',
      site: zola,
      path: 'a/2019-03-04-x/index.md',
      address: '/a/x/',
    },
    {
      rule: 'names are slugs',
      site: zola,
      path: 'code_syntax it’s.md',
      address: '/code-syntax-it-s/',
    },
    {
      rule: 'folders are no slugs',
      site: zola,
      path: 'Code_Notes/x.md',
      address: '/Code_Notes/x/',
    },
    { rule: 'other scripts in Latin letters', site: zola, path: '目录.md', address: '/mu-lu/' },
    {
      rule: 'a slug is one',
      site: zola,
      path: 'a/x.md',
      head: 'slug: My_Slug',
      address: '/a/my-slug/',
    },
    { rule: 'a folder of a language stays', site: zola, path: 'en/zen.md', address: '/en/zen/' },
    { rule: 'of another language too', site: zola, path: 'fr/zen.md', address: '/fr/zen/' },
    {
      rule: 'a suffix is the first part',
      site: zola,
      path: 'a/index.pt-BR.md',
      address: '/pt-BR/a/',
    },
    {
      rule: 'a suffix of the blog’s language is not',
      site: zola,
      path: 'a/index.en.md',
      address: '/a/',
    },
    {
      rule: 'a path is the whole address',
      site: zola,
      path: 'a/index.fr.md',
      head: 'path: fr/b',
      address: '/fr/b/',
    },
    {
      rule: 'of pt-BR too',
      site: zola,
      path: 'a/index.pt-BR.md',
      head: 'path: pt-BR/b',
      address: '/pt-BR/b/',
    },
    {
      rule: 'where a pattern alone shows Zola, scripts stay and the old name leads there',
      site: 'posts = "content"\npermalink = "/:path/"\n',
      path: 'a/目录.md',
      address: '/a/目录/',
      aliases: ['/a/mu-lu/'],
    },
    {
      rule: 'so do names and folders that Zola spells otherwise',
      site: 'posts = "content"\npermalink = "/:path/"\n',
      path: 'My Notes/it’s.md',
      address: '/my-notes/its/',
      aliases: ['/My Notes/it-s/'],
    },
  ])('$rule: $path is $address', async (row) => {
    const meta = await findAddress(row);
    expect(meta).toMatchObject({ permalink: row.address, aliases: row.aliases ?? [] });
  });
});

describe('parseFile, by this blog’s own rules', () => {
  test.each<Row>([
    { rule: 'names are slugs', site: '', path: 'code_syntax.md', address: '/posts/code-syntax/' },
    {
      rule: 'a folder of a language is put first',
      site: '',
      path: 'fr/x.md',
      address: '/fr/posts/x/',
    },
    { rule: 'so is a suffix', site: '', path: 'x.pt-BR.md', address: '/pt-br/posts/x/' },
    {
      rule: 'a folder named as a language stays in a path',
      site: 'posts = "posts"\npermalink = "/:path/"',
      path: 'en/zen.md',
      address: '/en/zen/',
    },
    {
      rule: 'a section may have a pattern',
      site: '[permalinks]\nnotes = "/n/:slug/"',
      path: 'notes/x.md',
      address: '/n/x/',
    },
  ])('$rule: $path is $address', async (row) => {
    expect((await findAddress(row)).permalink).toBe(row.address);
  });
});
