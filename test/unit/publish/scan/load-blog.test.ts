import { existsSync, readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { createTargets } from '../../../../src/publish/scan/find-target.ts';
import { loadBlog } from '../../../../src/publish/scan/load-blog.ts';
import type { Blog } from '../../../../src/publish/scan/load-blog.ts';
import { parseFile } from '../../../../src/publish/scan/parse-file.ts';
import { createMentionReader } from '../../../../src/publish/scan/read-mentions.ts';
import { readSite } from '../../../../src/publish/scan/read-site.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';

function load(files: Readonly<Record<string, string>>): Promise<Blog> {
  const siteFiles = readSite(makeFolder(files), {});
  return loadBlog({
    files: siteFiles,
    parse: (collection, file) =>
      parseFile(readFileSync(file.file), file.path, {
        site: siteFiles.site,
        collection,
        today: '2026-01-01',
      }),
    listMentions: createMentionReader(siteFiles.site.url),
  });
}

const post = (title: string, more = ''): string =>
  `+++\ntitle = "${title}"\ndate = 2020-01-01\n${more}+++\nText.\n`;

describe('loadBlog', () => {
  test('puts posts, pages and static files together', async () => {
    const blog = await load({
      'public/posts/a.md': post('A'),
      'public/posts/b/index.md': post('B'),
      'public/posts/b/cat.png': '',
      'public/pages/about.md': post('About'),
      'public/icon.svg': '',
    });
    expect([...blog.catalog.byPermalink.keys()].toSorted()).toEqual([
      '/about/',
      '/posts/a/',
      '/posts/b/',
    ]);
    expect(blog.copies.map(({ fileName }) => fileName).toSorted()).toEqual([
      'icon.svg',
      'pages/about.md',
      'posts/a.md',
      'posts/b/cat.png',
      'posts/b/index.md',
    ]);
    expect(blog.world.targets.routes).toContain('/archive/');
  });

  test('publishes nothing of a draft, not even that it can be linked to', async () => {
    const blog = await load({
      'public/posts/a/index.md': post('Secret', 'draft = true\n'),
      'public/posts/a/cat.png': '',
    });
    expect(blog.copies).toEqual([]);
    expect(blog.world.targets.posts).toEqual([]);
    expect(blog.hidden.map(({ title }) => title)).toEqual(['Secret']);
    expect(blog.problems).toMatchObject([{ kind: 'hidden' }]);
  });

  test('publishes what lies beside hidden posts only where something visible refers to it', async () => {
    const folders = {
      'images.md': post('Images', 'draft = true\n'),
      'images/tea.png': '',
      'images/secret.png': '',
      'a.md': `${post('A')}![](images/tea.png)`,
      'trip/index.md': post('Trip', 'draft = true\n').replace('Text.', '![](route.gpx)'),
      'trip/route.gpx': '',
      'trip/cover.jpg': '',
      'trip/day-1.md': post('Day 1', '[extra]\nimage = "cover.jpg"\n'),
      'later/x.md': post('Later', 'draft = true\n'),
      'later/me.jpg': '',
      'later/other.jpg': '',
      'me.jpg': '',
      'notes/_index.md': '---\npublished: false\n---\n',
      'notes/n.md': post('Note'),
      'notes/n.png': '',
      'news/_index.md': '---\npublished: quarterly\n---\n',
      'news/n.md': post('News'),
      'news/n.png': '',
      'page.mdx': '---\ndraft: true\n---\n',
      'data.yaml': '---\ndraft: true\n---\n',
    };
    const files = Object.entries(folders).map(([path, text]) => [`public/posts/${path}`, text]);
    const about = `${post('About')}![](/posts/later/me.jpg) ![](../posts/me.jpg)`;
    const { copies } = await load({ ...Object.fromEntries(files), 'public/pages/about.md': about });
    expect(copies.map(({ fileName }) => fileName.replace(/^posts\//, '')).toSorted()).toEqual([
      'a.md',
      'data.yaml',
      'images/tea.png',
      'later/me.jpg',
      'me.jpg',
      'news/n.md',
      'news/n.png',
      'pages/about.md',
      'trip/cover.jpg',
      'trip/day-1.md',
    ]);
  });

  test('publishes of folders elsewhere what posts refer to, by alias and by path', async () => {
    const { copies, world, problems } = await load({
      'site.toml': 'posts = "src/blog"\nassets = { "@assets" = "src/assets" }\n',
      'src/blog/a.md': `${post('A')}![](@assets/a.png) ![](../assets/b%20c.png)`,
      'src/blog/b.mdx': post('B').replace(
        'Text.',
        'import d from "@assets/d.png"\n\n<Image src={d} />',
      ),
      'src/blog/c.md': post('C', 'heroImage = "../assets/e.jpg"\n'),
      'src/assets/a.png': '',
      'src/assets/b c.png': '',
      'src/assets/d.png': '',
      'src/assets/e.jpg': '',
      'src/assets/unused.png': '',
    });
    expect(
      copies.map(({ fileName }) => fileName).filter((name) => name.startsWith('media')),
    ).toEqual([
      'media/assets/a.png',
      'media/assets/b c.png',
      'media/assets/d.png',
      'media/assets/e.jpg',
    ]);
    const find = createTargets(world.targets)({
      collection: 'posts',
      path: 'a.md',
      permalink: '/a/',
    });
    expect(find('@assets/a.png')).toBe('/media/assets/a.png');
    expect(find('../assets/b%20c.png')).toBe('/media/assets/b c.png');
    expect(find('/src/assets/a.png')).toBe('/media/assets/a.png');
    expect(find('/src/blog/b.mdx')).toBe('/posts/b/');
    expect(find('../assets/unused.png')).toBeUndefined();
    expect(problems.filter(({ kind }) => kind === 'asset')).toEqual([]);
  });

  test('says once that formulas are shown as text', async () => {
    const posts = {
      'public/posts/a.md': `${post('A')}$$x$$`,
      'public/posts/b.md': `${post('B')}$$x$$`,
    };
    const { problems } = await load(posts);
    expect(problems.filter(({ kind }) => kind === 'math')).toHaveLength(1);
    expect((await load({ ...posts, 'site.toml': 'math = true\n' })).problems).toEqual([]);
  });

  test('leads links to a section of a series to its first part', async () => {
    const blog = await load({
      'public/posts/series/_index.md': post('Series'),
      'public/posts/series/ferry/_index.md': post('The ferry'),
      'public/posts/series/ferry/one.md': post('One'),
      'public/posts/series/ferry/two.md': post('Two').replace('2020-01-01', '2021-01-01'),
    });
    expect(blog.world.targets.sections).toEqual({
      '/posts/series/_index.md': '/posts/one/',
      '/posts/series/ferry/_index.md': '/posts/one/',
    });
  });

  test('knows the source and the hash of each post', async () => {
    const blog = await load({ 'public/posts/a.md': post('A') });
    const [entry] = blog.catalog.entries;
    if (entry === undefined) throw new Error('no post');
    expect(readFileSync(blog.fileOf(entry.meta), 'utf8')).toContain('title = "A"');
    expect(blog.hashOf(entry.meta)).toMatch(/^[0-9a-f]{64}$/);
  });

  test('is none without a folder of posts', async () => {
    await expect(load({})).rejects.toThrow(/There is no folder `.*[/\\]posts`/);
  });

  test('says what was looked for where there is not one post', async () => {
    const { catalog, problems } = await load({
      'public/posts/README.md': '',
      'public/posts/b.rst': '',
    });
    expect(catalog.entries).toEqual([]);
    expect(problems.map(({ message }) => message)).toEqual([
      'The folder of posts has 2 files, but not one post, such as `README.md`. ' +
        'Posts are files that end in `.md` or `.markdown`, but for `README.md` and `_index.md`.',
    ]);
  });
});

function head(title: string, more = ''): string {
  return `---\ntitle: ${title}\n${more}---\nText.\n`;
}

/** The settings that the sample post about moving in from a generator tells to write. */
function readRecipe(name: string): string {
  const page = new URL(`../../../fixtures/blog/public/posts/${name}.md`, import.meta.url);
  return /```toml\n(.*?)```/s.exec(readFileSync(page, 'utf8'))?.[1] ?? '';
}

const samples = [
  '2026-01-19-moving-in-from-zola',
  '2026-04-07-moving-in-from-hugo',
  '2026-07-21-moving-in-from-jekyll',
] as const;
const [zola, hugo, jekyll] = samples;

/** A blogger may have put their own posts in place of the sample ones. */
const hasSamples = samples.every((name) =>
  existsSync(new URL(`../../../fixtures/blog/public/posts/${name}.md`, import.meta.url)),
);

describe.runIf(hasSamples)('loadBlog, by the words of the page about moving in', () => {
  test('from Zola keeps each address', async () => {
    const blog = await load({
      'site.toml': readRecipe(zola),
      'config.toml': 'base_url = "https://you.example"\n',
      'content/_index.md': '+++\ntitle = "All"\n+++\n',
      'content/about.md': post('About'),
      'content/notes/_index.md': '+++\ntitle = "Notes"\n+++\n',
      'content/notes/2024/pencils.md': post('Pencils'),
      'content/notes/2019-03-04-code_syntax/index.md': post('Syntax'),
      'content/notes/2019-03-04-code_syntax/a.png': '',
      'content/notes/pencils.fr.md': post('Crayons', 'path = "fr/crayons"\n'),
      'content/notes/目录.md': post('Contents'),
      'static/logo.svg': '',
    });
    expect([...blog.catalog.byPermalink.keys()].toSorted()).toEqual([
      '/about/',
      '/fr/crayons/',
      '/notes/2024/pencils/',
      '/notes/code-syntax/',
      '/notes/mu-lu/',
    ]);
    expect(blog.problems).toEqual([]);
  });

  test('from Hugo keeps each address', async () => {
    const blog = await load({
      'site.toml': readRecipe(hugo),
      'hugo.toml': 'baseURL = "https://you.example"\n',
      'content/_index.md': head('Home'),
      'content/about.md': head('About'),
      'content/docs/set_up.md': head('Set up'),
      'content/posts/_index.md': head('Posts'),
      'content/posts/code_syntax.md': head('Code', 'date: 2019-03-04\ntags: [Go Lang]\n'),
      'content/posts/2019-03-04-dated.md': head('Dated'),
      'content/posts/2024/deep/index.md': head('Deep', 'categories: [Tea]\n'),
      'content/posts/x.md': head('X', 'slug: other\n'),
      'content/posts/x.fr.md': head('X', 'slug: autre\n'),
      'content/posts/y.md': head('Y', 'url: /old/y.html\n'),
      'static/logo.svg': '',
    });
    expect([...blog.catalog.byPermalink.keys()].toSorted()).toEqual([
      '/about/',
      '/docs/set_up/',
      '/fr/posts/autre/',
      '/old/y.html',
      '/posts/2019-03-04-dated/',
      '/posts/2024/deep/',
      '/posts/code_syntax/',
      '/posts/other/',
    ]);
    expect(blog.world.targets.aliases).toMatchObject({
      '/tags/go-lang/': '/keywords/go-lang/',
      '/categories/tea/': '/keywords/tea/',
    });
    expect(blog.problems).toEqual([]);
  });

  test('from Jekyll reads the whole folder: collections, folders above posts, pages and files', async () => {
    const recipe = readRecipe(jekyll).replace('posts = "_posts"', 'posts = "."\npages = "."');
    const blog = await load({
      'site.toml': recipe,
      '_config.yml': 'title: Mine\n',
      'README.md': 'Of the source.\n',
      'about.md': head('About'),
      'de/news/_posts/2001-01-18-x.md': head('X'),
      'de/news/_posts/2001-01-19-it.md': head('It', 'permalink: pretty\n'),
      'it/_posts/2001-01-20-y.md': head('Y'),
      '_posts/2001-01-21-z.md': head('Z', 'draft: true\n'),
      '_recipes/soup.md': head('Soup'),
      '_layouts/post.html': '---\n---\nx',
      '_data/x.md': head('Data'),
      'assets/logo.svg': '',
    });
    expect([...blog.catalog.byPermalink.keys()].toSorted()).toEqual([
      '/about/',
      '/de/news/2001/01/18/x.html',
      '/de/news/2001/01/19/it/',
      '/it/2001/01/20/y.html',
      '/recipes/soup.html',
    ]);
    expect(blog.copies.map(({ fileName }) => fileName).toSorted()).toEqual([
      'assets/logo.svg',
      'pages/about.md',
      'posts/_recipes/soup.md',
      'posts/de/news/_posts/2001-01-18-x.md',
      'posts/de/news/_posts/2001-01-19-it.md',
      'posts/it/_posts/2001-01-20-y.md',
    ]);
  });

  test('from Jekyll says what lies in no collection', async () => {
    const recipe = readRecipe(jekyll).replace('posts = "_posts"', 'posts = "."');
    const blog = await load({
      'site.toml': recipe,
      '_posts/2001-01-18-x.md': head('X'),
      'about.md': head('About'),
    });
    expect(blog.problems).toContainEqual(
      expect.objectContaining({
        message: 'Left out, as they lie in no collection: `about.md`.',
        remedy: 'Name the same folder as `pages`, and they are free pages.',
      }),
    );
  });

  test('from Jekyll keeps each address', async () => {
    const blog = await load({
      'site.toml': readRecipe(jekyll),
      '_config.yml': 'title: Mine\n',
      '_posts/2024-03-04-Tea-time.md': head('Tea time', 'categories: moving\n'),
      '_posts/2024-03-05-x.md': head('X', 'categories: jekyll update\ntags: [tea]\n'),
      '_posts/deep/2024-03-06-v1.2_beta.md': head('Beta'),
      '_posts/2024-03-07-y.md': head('Y', 'permalink: /y/\n'),
      'assets/logo.svg': '',
    });
    expect([...blog.catalog.byPermalink.keys()].toSorted()).toEqual([
      '/2024/03/06/v1.2_beta.html',
      '/jekyll/update/2024/03/05/x.html',
      '/moving/2024/03/04/Tea-time.html',
      '/y/',
    ]);
    expect(blog.world.targets.aliases).toMatchObject({ '/tags/tea/': '/keywords/tea/' });
    expect(blog.copies.map(({ fileName }) => fileName)).toContain('assets/logo.svg');
  });
});
