import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { foldNothing } from '../../../../src/publish/disk/find-fold.ts';
import type { Fold } from '../../../../src/publish/disk/find-fold.ts';
import { writeRedirects } from '../../../../src/publish/steps/write-redirects.ts';
import type { WrittenRedirects } from '../../../../src/publish/steps/write-redirects.ts';
import { foldPath } from '../../../../src/content/text/fold.ts';
import { buildCatalog } from '../../../../src/content/blog/catalog.ts';
import { createMeta, testSite } from '../../../support/create-meta.ts';

const site = { ...testSite, url: 'https://blog.example/repo/' };

function write(
  aliases: readonly string[],
  taken: readonly string[] = [],
  fold: Fold = foldNothing,
): WrittenRedirects {
  const meta = { ...createMeta({ path: 'a.md', permalink: '/posts/é&"/' }), aliases };
  const options = { site, base: '/repo/', taken: new Set(taken), fold };
  return writeRedirects(buildCatalog([meta], site), options);
}

describe('writeRedirects', () => {
  test.each([
    ['/old.html', 'old.html'],
    ['/2019/03/old/', '2019/03/old/index.html'],
    ['/old', 'old/index.html'],
    ['/版/v1.2/', '版/v1.2/index.html'],
    ['/feed.xml', 'feed.xml'],
    ['/blog/atom.xml', 'blog/atom.xml'],
  ])('puts a page for %s at %s', (alias, fileName) => {
    const { files, problems } = write([alias]);
    expect(files.map((file) => file.fileName)).toEqual([fileName]);
    expect(problems).toEqual([]);
  });

  test('leads to another site where a post has moved there', () => {
    const hidden = { kind: 'moved', to: 'https://a.example/b?c=1&d' } as const;
    const catalog = buildCatalog([{ ...createMeta({ path: 'a.md' }), hidden }], site);
    const { files } = writeRedirects(catalog, {
      site,
      base: '/repo/',
      taken: new Set(),
      fold: foldNothing,
    });
    expect(files.map(({ fileName }) => fileName)).toEqual(['posts/a/index.html']);
    const { document } = new JSDOM(String(files[0]?.content)).window;
    expect(document.querySelector('a')?.getAttribute('href')).toBe(hidden.to);
    expect(document.querySelector('[rel=canonical]')?.getAttribute('href')).toBe(hidden.to);
  });

  test('leads on without script and style, and tells search engines where to', () => {
    const { files } = write(['/old/']);
    const { document } = new JSDOM(String(files[0]?.content)).window;
    const href = '/repo/posts/%C3%A9&%22/';
    const find = (selector: string, name: string): string | null | undefined =>
      document.querySelector(selector)?.getAttribute(name);
    expect(find('[http-equiv=refresh]', 'content')).toBe(`0; url=${href}`);
    expect(find('[rel=canonical]', 'href')).toBe(`https://blog.example${href}`);
    expect(find('[name=robots]', 'content')).toBe('noindex');
    expect(find('[http-equiv=Content-Security-Policy]', 'content')).toBe(
      "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    );
    expect(find('a', 'href')).toBe(href);
    expect(document.querySelector('a')?.textContent).toBe('/posts/é&"/');
    expect(document.querySelector('script, style, [style]')).toBeNull();
  });

  test.each([
    ['a path that climbs', '/../secret/'],
    ['a query', '/?p=123'],
    ['a file of the blogger', '/old.pdf'],
  ])('refuses %s, and says so with the file', (_name, alias) => {
    const { files, problems } = write([alias], ['old.pdf']);
    expect(files).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ kind: 'permalink', file: 'posts/a.md' });
    expect(problems[0]?.message).toContain(`\`${alias}\``);
  });

  test('tells names apart as the disk does', () => {
    const aliases = ['/Old-Post/', '/A/', '/a/'];
    const taken = ['old-post/index.html'];
    expect(write(aliases, taken)).toMatchObject({
      files: [
        { fileName: 'A/index.html' },
        { fileName: 'Old-Post/index.html' },
        { fileName: 'a/index.html' },
      ],
      problems: [],
    });
    const { files, problems } = write(aliases, taken, foldPath);
    // Both spellings of the other lead to one place, so nothing is lost.
    expect(files.map(({ fileName }) => fileName)).toEqual(['A/index.html']);
    expect(problems).toMatchObject([
      {
        file: 'posts/a.md',
        message:
          'The alias `/Old-Post/` differs only in its spelling from the address of another page, and this disk ' +
          'does not tell them apart, so no page there leads to `/posts/é&"/`.',
      },
    ]);
  });

  test('writes nothing twice', () => {
    const { files, problems } = write(['/a%20b/', '/old', '/old.html', '/old/x']);
    expect(new Set(files.map(({ fileName }) => fileName)).size).toBe(files.length);
    expect(problems).toEqual([]);
  });
});
