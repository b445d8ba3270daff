import { readFileSync } from 'node:fs';

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

  test('is empty without any folder', async () => {
    const blog = await load({});
    expect(blog.catalog.entries).toEqual([]);
    expect(blog.copies).toEqual([]);
  });
});
