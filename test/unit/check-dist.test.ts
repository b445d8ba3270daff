import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkDist } from '../support/check-dist.mjs';
import { makeFolder } from '../support/temporary-folder.ts';

const script = join(import.meta.dirname, '../support/check-dist.mjs');

/** A page as the build writes it. */
function page(html: string): string {
  return `<!doctype html><meta charset="utf-8"><div id="app">${html}</div><script type="application/json" id="rubric-data">{}</script>`;
}

/** A published blog with `files` beside what every blog has. */
function publish(files: Readonly<Record<string, string>>, url = 'https://blog.example/'): string {
  return makeFolder({
    'index.html': page(''),
    '404.html': '<!doctype html>',
    'robots.txt': '',
    '.nojekyll': '',
    'sitemap.xml': `<urlset><url><loc>${url}</loc></url></urlset>`,
    ...files,
  });
}

/** Runs the script as the workflow that publishes a blog does. */
function run(
  folder: string,
  isOnGitHub: boolean,
): { readonly status: number | null; readonly output: string } {
  const env = { ...process.env, GITHUB_ACTIONS: String(isOnGitHub) };
  const { status, stdout, stderr } = spawnSync('node', [script, folder], { env, encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

describe('check-dist', () => {
  test('passes a blog whose links all lead somewhere', () => {
    const folder = publish({ 'about/index.html': page('<a href="/">Home</a>') });
    const { errors, warnings, summary } = checkDist(folder);
    expect([...errors, ...warnings]).toEqual([]);
    expect(summary).toContain('3 pages and 1 addresses of the sitemap checked, 0 errors');
  });

  test.each(['index.html', '404.html', 'robots.txt', '.nojekyll'])('misses %s', (name) => {
    const folder = publish({});
    rmSync(join(folder, name));
    expect(checkDist(folder).errors).toContain(`${name} is missing.`);
  });

  test.each([
    ['a page of the blog', { 'index.html': page('<a href="/gone/">x</a>') }],
    ['the missing page', { '404.html': '<a href="/gone/">x</a>' }],
    [
      'the sitemap',
      {
        'sitemap.xml':
          '<urlset><url><loc>https://blog.example/</loc></url><url><loc>https://blog.example/gone/</loc></url></urlset>',
      },
    ],
  ])('finds what is missing and %s names', (_name, files) => {
    const { errors, warnings } = checkDist(publish(files));
    expect(errors).toEqual([expect.stringContaining('/gone/')]);
    expect(warnings).toEqual([]);
  });

  test.each([
    ['in a text', { 'index.html': page('<div class="prose"><a href="/gone/">x</a></div>') }],
    [
      'in the navigation',
      {
        'index.html': page(
          '<header class="site-header"><nav><a href="/gone/">x</a></nav></header>',
        ),
      },
    ],
    ['in HTML of their own', { 'demo/index.html': '<a href="/gone/">x</a>' }],
    ['in HTML beside a post', { 'posts/a/chart.html': '<img src="/gone/">' }],
  ])("only warns of a blogger's link that leads nowhere: %s", (_name, files) => {
    const { errors, warnings } = checkDist(publish(files));
    expect(warnings).toEqual([expect.stringContaining('/gone/')]);
    expect(errors).toEqual([]);
  });

  test('tells of a link once, however many pages have it', () => {
    const html = page('<header class="site-header"><nav><a href="/gone/">x</a></nav></header>');
    const folder = publish({ 'index.html': html, 'a/index.html': html, 'b/index.html': html });
    expect(checkDist(folder).warnings).toEqual([
      'a/index.html and 2 other pages lead to /gone/, and nothing is there.',
    ]);
  });

  test.each(['https://blog.example/a%20b/', 'https://blog.example/%C3%A9/'])(
    'finds the pages of a blog under %s',
    (url) => {
      const { pathname } = new URL(url);
      const html = page(`<a href="${pathname}x/">x</a><a href="${decodeURI(pathname)}gone/">y</a>`);
      const { errors, warnings } = checkDist(
        publish({ 'index.html': html, 'x/index.html': page('') }, url),
      );
      expect(errors).toEqual([expect.stringContaining('gone')]);
      expect(warnings).toEqual([]);
    },
  );

  test('finds files with any name', () => {
    const html = page('<div class="prose"><a href="x.png">x</a></div>');
    const { errors, warnings } = checkDist(
      publish({ 'posts/a#b?c/100%/index.html': html, 'posts/a#b?c/100%/x.png': '' }),
    );
    expect([...errors, ...warnings]).toEqual([]);
  });

  test('leaves another blog on the same host alone', () => {
    const html = page('<a href="/other/">x</a>');
    const folder = publish({ 'index.html': html }, 'https://you.github.io/blog/');
    const { errors, warnings } = checkDist(folder);
    expect([...errors, ...warnings]).toEqual([]);
  });

  test('keeps a blog with errors from being published, and marks them for GitHub', () => {
    const { status, output } = run(publish({ 'index.html': page('<a href="/gone/">x</a>') }), true);
    expect(output).toMatch(/^::error::.*\/gone\//m);
    expect(status).toBe(1);
  });

  test('lets a blog with warnings be published', () => {
    const { status, output } = run(publish({ 'demo/index.html': '<a href="/gone/">x</a>' }), false);
    expect(output).toMatch(/^warning: .*\/gone\//m);
    expect(status).toBe(0);
  });
});
