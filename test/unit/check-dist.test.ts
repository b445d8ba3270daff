import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder } from '../support/temporary-folder.ts';

const script = join(import.meta.dirname, '../support/check-dist.mjs');

/** A page as the build writes it. */
function page(html: string): string {
  return `<!doctype html><meta charset="utf-8"><div id="app">${html}</div><script type="application/json" id="rubric-data">{}</script>`;
}

/** Checks a published blog with `files` beside what every blog has. */
function check(
  files: Readonly<Record<string, string>>,
  url = 'https://blog.example/',
): { readonly status: number | null; readonly output: string } {
  const folder = makeFolder({
    'index.html': page(''),
    '404.html': '<!doctype html>',
    'robots.txt': '',
    '.nojekyll': '',
    'sitemap.xml': `<urlset><url><loc>${url}</loc></url></urlset>`,
    ...files,
  });
  const env = { ...process.env, GITHUB_ACTIONS: '' };
  const { status, stdout, stderr } = spawnSync('node', [script, folder], { env, encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

describe('check-dist', () => {
  test('passes a blog whose links all lead somewhere', () => {
    const { status, output } = check({ 'about/index.html': page('<a href="/">Home</a>') });
    expect(output).toContain('0 errors, 0 warnings');
    expect(status).toBe(0);
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
  ])('fails for what is missing and %s names', (_name, files) => {
    const { status, output } = check(files);
    expect(output).toMatch(/error: .*\/gone\//);
    expect(status).toBe(1);
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
    const { status, output } = check(files);
    expect(output).toMatch(/warning: .*\/gone\//);
    expect(status).toBe(0);
  });

  test('tells of a link once, however many pages have it', () => {
    const html = page('<header class="site-header"><nav><a href="/gone/">x</a></nav></header>');
    const { output } = check({ 'index.html': html, 'a/index.html': html, 'b/index.html': html });
    expect(output.match(/warning: .*/g)).toEqual([
      'warning: a/index.html and 2 other pages lead to /gone/, and nothing is there.',
    ]);
  });

  test.each(['https://blog.example/a%20b/', 'https://blog.example/%C3%A9/'])(
    'finds the pages of a blog under %s',
    (url) => {
      const { pathname } = new URL(url);
      const html = page(`<a href="${pathname}x/">x</a><a href="${decodeURI(pathname)}gone/">y</a>`);
      const { output } = check({ 'index.html': html, 'x/index.html': page('') }, url);
      expect(output).toContain('1 errors, 0 warnings');
      expect(output).toContain('gone');
    },
  );

  test('finds files with any name', () => {
    const html = page('<div class="prose"><a href="x.png">x</a></div>');
    const { output } = check({ 'posts/a#b?c/100%/index.html': html, 'posts/a#b?c/100%/x.png': '' });
    expect(output).toContain('0 errors, 0 warnings');
  });

  test('leaves another blog on the same host alone', () => {
    const html = page('<a href="/other/">x</a>');
    const { output } = check({ 'index.html': html }, 'https://you.github.io/blog/');
    expect(output).toContain('0 errors, 0 warnings');
  });
});
