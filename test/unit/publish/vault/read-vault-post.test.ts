import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from 'vitest';

import type { Post } from '../../../../src/content/model/post.ts';
import { readBody } from '../../../../src/content/post/read-body.ts';
import { renderSource } from '../../../../src/content/render-source.ts';
import { bodyWords } from '../../../support/body-words.ts';
import { loadBlog } from '../../../../src/publish/scan/load-blog.ts';
import type { Blog } from '../../../../src/publish/scan/load-blog.ts';
import { findCover } from '../../../../src/content/finish/cover.ts';
import { createTargets, toPostTarget } from '../../../../src/publish/scan/find-target.ts';
import { parseFile } from '../../../../src/publish/scan/parse-file.ts';
import { createMentionReader } from '../../../../src/publish/scan/read-mentions.ts';
import { readSite } from '../../../../src/publish/scan/read-site.ts';
import { createImageSizes } from '../../../../src/publish/render/find-image-size.ts';
import { isVaultCurrent, openVault } from '../../../../src/publish/vault/read-vault-post.ts';
import { renderPost } from '../../../../src/publish/render/render-post.ts';
import type { RenderedPost } from '../../../../src/publish/render/render-post.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';

const fixture = fileURLToPath(new URL('../../../fixtures/vault', import.meta.url));

async function load(posts: string, settings = ''): Promise<Blog> {
  const files = readSite(
    makeFolder({ 'site.toml': `posts = ${JSON.stringify(posts)}\n${settings}` }),
    {},
  );
  return loadBlog({
    files,
    parse: (collection, file, vault) =>
      parseFile(readFileSync(file.file), file.path, {
        site: files.site,
        collection,
        today: '2026-01-01',
        vault,
      }),
    listMentions: createMentionReader(undefined),
  });
}

function render(blog: Blog, path: string): Promise<RenderedPost> {
  const { targets, sources, shortcodes, vault } = blog.world;
  const meta = [...blog.catalog.byPermalink.values()].find(
    (entry) => entry.meta.path === path,
  )?.meta;
  if (meta === undefined) throw new Error(`no ${path}`);
  return renderPost(
    { file: blog.fileOf(meta), meta },
    {
      site: readSite(makeFolder({}), {}).site,
      base: '/',
      shortcodes,
      targetsOf: createTargets(targets),
      findImageSize: createImageSizes(sources),
      vault: vault && openVault(vault),
    },
  );
}

function htmlOf({ body }: RenderedPost): string {
  return body.kind === 'html' ? String(body.html.content) : body.kind;
}

describe('openVault', () => {
  test('reads the notes of a vault as their writer sees them', async () => {
    const blog = await load(fixture);
    const rendered = await render(blog, 'Start here.md');
    const html = htmlOf(rendered);
    expect(html).toContain(
      'A <mark>bright</mark> cup of <a href="/posts/green-tea/">tea</a>, and more of it.',
    );
    expect(html.match(/href="\/posts\/green-tea\/"/g)?.length).toBeGreaterThanOrEqual(6);
    expect(html).toContain('<a href="/posts/black/">All about black tea</a>');
    expect(html).toContain('href="/posts/green-tea/#how-to-brew"');
    expect(html).toContain('<a href="/posts/green-tea/#^leaves">the leaves</a>');
    expect(html).toContain('href="#two-kettles"');
    expect(html).toContain('<span id="^opening"></span>');
    expect(html).toMatch(
      /<img width="20" height="15" src="\/posts\/Attachments\/Cup%20of%20tea.png" alt="Cup of tea"/,
    );
    expect(html).toContain('H<sub>2</sub>O, and 2<sup>10</sup> is');
    expect(html).toMatch(
      /class="footnotes"[^]*An <em>inline<\/em> note with <a href="\/posts\/green-tea\/">/,
    );
    expect(html).toContain('Nowhere: A note that was never written');
    expect(html).toContain('Not for you: my diary');
    expect(html).toContain('<code>[[Green tea]]</code>, <code>%%seen%%</code>');
    // Embedded, with the picture seen from the other note's folder.
    expect(html).toMatch(
      /<blockquote dir="auto">\s*<p><a href="\/posts\/green-tea\/#how-to-brew">[^]*At 70 °C[^]*Cup%20of%20tea/,
    );
    expect(html).toContain('Hot and long.');
    expect(html).not.toMatch(/nobody reads|A plan|secret heading|not at 90|Nobody may/);
    expect(html.replace(/<code>.*?<\/code>/g, '')).not.toMatch(/\[\[|%%|==/);
  });

  test('finds files by name in plain Markdown and in properties too', async () => {
    const blog = await load(fixture);
    const { targets } = blog.world;
    const html = htmlOf(await render(blog, 'Tea/Kettle.md'));
    expect(html).toContain('<a href="/posts/start-here/">the start</a>');
    expect(html).toContain('src="/posts/Attachments/Cup%20of%20tea.png" alt="a cup" width="40"');
    const meta = blog.catalog.byPermalink.get('/posts/kettle/')?.meta;
    if (meta === undefined) throw new Error('no kettle');
    const cover = findCover(meta.image, createTargets(targets)(toPostTarget(meta)));
    expect(cover).toBe('/posts/Attachments/Cup of tea.png');
  });

  test('reports what leads nowhere and what is named twice, at its line', async () => {
    const { problems } = await render(await load(fixture), 'Start here.md');
    expect(problems.map(({ line, subject }) => [line, subject])).toEqual([
      [18, '[[A note that was never written]]'],
      [19, '[[Diary|my diary]]'],
      [35, 'tie Kettle'],
    ]);
  });

  test('publishes a file that the app renders alike, and that holds no comment', async () => {
    const blog = await load(fixture);
    const { published = '', references, images, ...rendered } = await render(blog, 'Start here.md');
    expect(published).toMatch(/^---\ntitle: Start here\n/);
    expect(published.replace('`%%seen%%`', '')).not.toMatch(/%%|nobody reads|A plan/);
    const source = await readBody(published, {
      path: 'Start here.md',
      collection: 'posts',
      title: 'Start here',
    });
    const { html } = await renderSource(
      { ...source, loadPost: (): Promise<Post> => Promise.reject(new Error('not needed')) },
      {
        site: readSite(makeFolder({}), {}).site,
        words: bodyWords,
        base: '/',
        shortcodes: {},
        findTarget: (reference) => references[reference],
        findImageSize: (image) => images[image],
      },
    );
    // The sanitizer writes a switch out.
    expect(String(html).replace(' open>', ' open="">')).toBe(
      htmlOf({ ...rendered, references, images }),
    );
  });

  test('shows lists and search no more than the page shows', async () => {
    const { catalog } = await load(fixture);
    const start = catalog.byPermalink.get('/posts/start-here/');
    expect(start?.card.summary).toBe('A bright cup of tea, and more of it.');
    expect(start?.card.keywords.map(({ name }) => name)).toEqual(['garden/first', 'notes']);
    expect(start?.card.day).toBe('2024-05-02');
    expect(start?.meta.updated?.day).toBe('2024-06-01');
    const { markdown } = await render(await load(fixture), 'Start here.md');
    expect(markdown.replace('`%%seen%%`', '')).not.toMatch(/nobody reads|%%/);
  });

  test('makes no address of an alias that is a name', async () => {
    const { catalog } = await load(fixture);
    expect(catalog.redirects.map(({ from }) => from)).toEqual(['/old/green/']);
    expect(catalog.problems.map(({ file }) => file)).toEqual(['posts/Travel/Far/Kettle.md']);
  });

  test('names a note by its file, unless it begins with its title', async () => {
    const { catalog, problems } = await load(fixture);
    expect(catalog.entries.map(({ card }) => card.title)).toEqual([
      'Green tea',
      'Start here',
      'All about black tea',
      'The small kettle',
      'The far kettle',
    ]);
    expect(problems.map(({ kind }) => kind)).not.toContain('title');
  });

  test('tells when a note must be rendered anew', async () => {
    const blog = await load(fixture);
    const { vault: use } = await render(blog, 'Start here.md');
    const vault = blog.world.vault && openVault(blog.world.vault);
    if (use === undefined || vault === undefined) throw new Error('no vault');
    const hashOf = (source: string): string | undefined => use.shown[source];
    expect(Object.keys(use.shown)).toEqual([
      'posts/Tea/Green tea.md',
      'posts/Tea/Black.md',
      'posts/Start here.md',
    ]);
    expect(isVaultCurrent(use, vault, hashOf)).toBe(true);
    expect(isVaultCurrent(use, vault, () => 'another')).toBe(false);
    expect(isVaultCurrent(use, { find: () => undefined }, hashOf)).toBe(false);
  });
});
