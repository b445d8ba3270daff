// A blog of Astro, by the settings that the page "Moving in from Astro" gives.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { nameSource } from '../../../../src/content/model/post.ts';
import { renderPost } from '../../../../src/publish/render/render-post.ts';
import type { RenderedPost } from '../../../../src/publish/render/render-post.ts';
import { createTargets } from '../../../../src/publish/scan/find-target.ts';
import { loadBlog } from '../../../../src/publish/scan/load-blog.ts';
import type { Blog } from '../../../../src/publish/scan/load-blog.ts';
import { parseFile } from '../../../../src/publish/scan/parse-file.ts';
import { createMentionReader } from '../../../../src/publish/scan/read-mentions.ts';
import { readSite } from '../../../../src/publish/scan/read-site.ts';
import type { SiteFiles } from '../../../../src/publish/scan/read-site.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const page = join(root, 'test/fixtures/blog/public/posts/2026-08-25-moving-in-from-astro.md');
const folder = mkdtempSync(join(tmpdir(), 'rubric-astro-'));

let files: SiteFiles;
let blog: Blog;

beforeAll(async () => {
  cpSync(join(root, 'test/fixtures/astro-blog'), folder, { recursive: true });
  const settings = /```toml\n([\s\S]*?)```/.exec(readFileSync(page, 'utf8'))?.[1] ?? '';
  writeFileSync(join(folder, 'rubric.toml'), settings);
  files = readSite(folder, { RUBRIC_SITE: 'rubric.toml' }, folder);
  blog = await loadBlog({
    files,
    parse: (collection, file) =>
      parseFile(readFileSync(file.file), file.path, {
        site: files.site,
        collection,
        today: '2026-01-01',
      }),
    listMentions: createMentionReader(files.site.url),
  });
});

afterAll(() => rmSync(folder, { recursive: true }));

async function render(permalink: string): Promise<RenderedPost & { readonly html: string }> {
  const entry = blog.catalog.byPermalink.get(permalink);
  if (entry === undefined) throw new Error(`nothing at ${permalink}`);
  const rendered = await renderPost(
    { file: blog.fileOf(entry.meta), meta: entry.meta },
    {
      site: files.site,
      base: '/',
      shortcodes: {},
      targetsOf: createTargets(blog.world.targets),
      findImageSize: () => undefined,
    },
  );
  const html = rendered.body.kind === 'html' ? String(rendered.body.html.content) : '';
  return { ...rendered, html };
}

describe('loadBlog', () => {
  test('finds the posts of Astro at their addresses, with their days', () => {
    expect(blog.catalog.entries.map(({ card }) => [card.permalink, card.day])).toEqual([
      ['/blog/pinned/', '2023-01-02'],
      ['/blog/first-steps/', '2024-03-05'],
      ['/blog/notes/steam/', '2024-07-08'],
    ]);
    expect(blog.catalog.pages.map(({ card }) => card.permalink)).toEqual([
      '/about/',
      '/elsewhere/',
    ]);
    expect(blog.catalog.pinned.map(({ card }) => card.title)).toEqual(['Read this first']);
  });

  test('publishes what Astro does, and no code', () => {
    expect(blog.copies.map(({ fileName }) => fileName).toSorted()).toEqual([
      'favicon.svg',
      'images/leaf.svg',
      'media/assets/cup.svg',
      'media/assets/steam.svg',
      'pages/about.md',
      'pages/elsewhere.md',
      'posts/first-steps.md',
      'posts/notes/steam.mdx',
      'posts/pictures/pot.svg',
      'posts/pinned.md',
    ]);
  });

  test('names what it leaves out, once', () => {
    const lines = blog.problems.map(
      ({ file, line, message }) => `${file}:${line ?? ''} ${message}`,
    );
    expect(lines.filter((line) => !line.startsWith('posts/notes/'))).toEqual([
      'pages: Left out, as sources that nothing refers to: `index.astro`, `rss.xml.js`.',
      expect.stringMatching(/^posts\/_idea\.md: Left out: `_idea\.md` begins with `_`/),
      'posts/not-yet.md: Left out: it is a draft.',
    ]);
    expect(lines.filter((line) => line.startsWith('posts/notes/'))).toEqual([
      'posts/notes/steam.mdx:8 `import` is code of MDX, which is left out.',
      'posts/notes/steam.mdx:12 `export` is code of MDX, which is left out.',
      'posts/notes/steam.mdx:24 `<Chart />` is a component of MDX, which is left out.',
      'posts/notes/steam.mdx:26 `<Fancy>` is a component of MDX: its text stays, the component is left out.',
    ]);
  });

  test('renders Markdown with its pictures, contents and tasks', async () => {
    const { html, problems } = await render('/blog/first-steps/');
    expect(problems).toEqual([]);
    expect(html).toContain('src="/images/leaf.svg"');
    expect(html).toMatch(/<nav class="contents"[^>]*>.*href="#water"/s);
    expect(html).toContain('aria-label="In progress"');
    expect(html).toContain('href="/blog/notes/steam/"');
    const pinned = await render('/blog/pinned/');
    expect(pinned.html).toContain('src="/posts/pictures/pot.svg"');
    expect(pinned.html).toContain('src="/media/assets/cup.svg"');
  });

  test('renders MDX without its code', async () => {
    const { html, problems, needs } = await render('/blog/notes/steam/');
    expect(problems).toEqual([]);
    expect(html).toContain('Steam <strong>rises</strong> — by Notes on steam.');
    expect(html).toContain('src="/media/assets/steam.svg" alt="Steam over a cup"');
    expect(html).toMatch(/data-kind="tip".*Open a window.*Steam is <em>wet<\/em>.*<li>so is tea/s);
    expect(html).toContain('It boils at 100 degrees.');
    expect(html).toContain('Text in a component that nobody knows.');
    expect(html).toContain('Here');
    expect(html).toContain('href="/blog/first-steps/"');
    expect(html).not.toMatch(/import|Chart|Fancy|remark of the author|\{\{/);
    expect(needs).toContain('mdx');
  });

  test('knows pictures, canonical addresses and days of change', () => {
    const metas = blog.catalog.entries.map(({ meta }) => meta);
    expect(
      metas.map((meta) => [nameSource(meta), meta.image, meta.canonical, meta.updated?.day]),
    ).toEqual([
      ['posts/pinned.md', undefined, 'https://tea.example/first', undefined],
      ['posts/first-steps.md', '../../assets/cup.svg', undefined, '2024-04-01'],
      ['posts/notes/steam.mdx', '@assets/cup.svg', undefined, undefined],
    ]);
  });
});
