import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { createTargets } from '../../../../src/publish/scan/find-target.ts';
import { renderPost } from '../../../../src/publish/render/render-post.ts';
import type { RenderedPost } from '../../../../src/publish/render/render-post.ts';
import { defaultSite } from '../../../../src/content/site/site.ts';
import type { Site } from '../../../../src/content/site/site.ts';
import { makeMeta } from '../../../support/create-meta.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';

function render(body: string, changes: Partial<Site> = {}): Promise<RenderedPost> {
  const folder = makeFolder({ 'a.md': `+++\ntitle = "A"\n+++\n${body}` });
  const other = { collection: 'posts', path: 'b.md', permalink: '/posts/b/' } as const;
  const targets = {
    posts: [other],
    files: ['/posts/cat.png'],
    routes: [],
    aliases: {},
    sections: {},
  };
  return renderPost(
    { file: join(folder, 'a.md'), meta: makeMeta({ path: 'a.md', title: 'A' }) },
    {
      site: { ...defaultSite, ...changes },
      base: '/repo/',
      shortcodes: {},
      targetsOf: createTargets(targets),
      findImageSize: (path) => (path === '/posts/cat.png' ? { width: 4, height: 3 } : undefined),
    },
  );
}

function htmlOf({ body }: RenderedPost): string {
  return body.kind === 'html' ? String(body.html.content) : body.kind;
}

describe('renderPost', () => {
  test.each([
    ['accents', '## Muito Mágico?', 'muito-mágico', 'muito-magico'],
    ['another script', '## 目录', '目录', 'mu-lu'],
    ['an emoji by its code', '## Pests :crab:', 'pests-', 'pests-crab'],
    ['an emoji', '## 🦀', 'section', 'crab'],
    [
      'signs within words',
      '## Version 1.2 of snake_case',
      'version-12-of-snake_case',
      'version-1-2-of-snake-case',
    ],
  ])('gives headings of a Zola blog Zola’s ids too: %s', async (_, body, id, oldId) => {
    const rendered = await render(body, { generator: 'zola' });
    const html = htmlOf(rendered);
    expect(html).toContain(`<h2 id="${id}"`);
    expect(html).toContain(`<a class="anchor" id="${oldId}"`);
    expect(rendered.headings.map((heading) => heading.id)).toEqual([id]);
    expect(Object.values(rendered.references)).toEqual([oldId]);
    expect(rendered.problems).toEqual([]);
  });

  test('gives no second id where it is the first', async () => {
    const html = htmlOf(await render('## Plain words\n\n## Own {#mine}', { generator: 'zola' }));
    expect(html.match(/ id="/g)).toHaveLength(2);
  });

  test('gives each heading of a Zola blog an id of its own', async () => {
    const html = htmlOf(await render('## 目录\n\n## Mu lu\n\n## 目录', { generator: 'zola' }));
    const ids = Array.from(html.matchAll(/ id="([^"]*)"/g), ([, id]) => id);
    expect(ids).toEqual(['目录', 'mu-lu-1', 'mu-lu', '目录-1', 'mu-lu-2']);
  });

  test.each([
    ['its id', '[x](#mu-lu)', 'href="#mu-lu"'],
    ['its id without hyphens', '[x](#mulu)', 'href="#mu-lu"'],
  ])('leads to a heading by %s in Latin letters in any blog', async (_, link, href) => {
    const rendered = await render(`${link}\n\n## 目录\n\n## 参考`);
    const html = htmlOf(rendered);
    expect(html).toContain(href);
    expect(html).toContain('<a class="anchor" id="mu-lu"');
    expect(html.match(/ id="/g)).toHaveLength(3);
    expect(rendered.problems).toEqual([]);
  });

  test('gives sanitized HTML', async () => {
    const rendered = await render('Text *here*. <script>alert(1)</script>');
    expect(htmlOf(rendered)).toContain('<em>here</em>');
    expect(htmlOf(rendered)).not.toContain('alert');
    expect(rendered.problems).toMatchObject([{ kind: 'html', file: 'posts/a.md', line: 4 }]);
  });

  test.each([
    ['Text *here*.', []],
    ['<svg><path d="M0 0"></path></svg>', ['purify']],
    ['<iframe src="https://player.vimeo.com/video/1"></iframe>', ['elements', 'purify']],
  ])('names what the browser takes for %s', async (text, needs) => {
    expect((await render(text)).needs).toEqual(needs);
  });

  test.each([
    ['../../assets/a.png', 'Name the folder that it lies in with `assets`'],
    ['@assets/a.png', 'Name the folder that it lies in with `assets`'],
    ['a.png', 'Put it beside the post'],
  ])('says where %s may be put', async (path, remedy) => {
    const { problems } = await render(`![x](${path})`);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.remedy).toContain(remedy);
  });

  test('reports what was removed once', async () => {
    const { problems } = await render('<p onclick="x()">a</p>\n\n<script>alert(1)</script>');
    expect(problems.filter(({ message }) => message.includes('script'))).toHaveLength(1);
  });

  test('reports what the sanitizer alone removed, though a longer name was told of', async () => {
    const { problems } = await render(
      '<abbr onclick="x()">y</abbr>\n\n<math><a href="https://x.example">x</a></math>',
    );
    expect(problems.map(({ message }) => message)).toEqual([
      '`onclick` on `<abbr>` was removed.',
      '`<a>` was removed: it is not safe on a page.',
    ]);
  });

  test('names the line of what the sanitizer removed, not of code or a longer name', async () => {
    const { problems } = await render(
      'The `<a>` and <abbr>b</abbr>.\n\n<math><a href="https://x.example">x</a></math>',
    );
    expect(problems).toMatchObject([{ kind: 'html', line: 6, column: 7 }]);
  });

  test('tells what it refers to and what led nowhere', async () => {
    const rendered = await render('[b](b.md) ![cat](cat.png) [c](c.md)');
    expect(rendered.references).toMatchObject({
      'b.md': '/posts/b/',
      'cat.png': '/posts/cat.png',
    });
    expect(rendered.images).toEqual({ '/posts/cat.png': { width: 4, height: 3 } });
    expect(rendered.missing).toEqual(['c.md']);
    expect(htmlOf(rendered)).toContain('href="/repo/posts/b/"');
    expect(htmlOf(rendered)).toContain('width="4"');
  });

  test('keeps the Markdown for the search index', async () => {
    expect((await render('Some *text*.')).markdown).toBe('Some *text*.');
  });

  test('knows an empty body', async () => {
    expect((await render('\n\n')).body).toEqual({ kind: 'empty' });
  });
});
