import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { writeRedirects } from '../../../src/build/write-redirects.ts';
import type { WrittenRedirects } from '../../../src/build/write-redirects.ts';
import { buildCatalog } from '../../../src/content/catalog.ts';
import { createMeta, testSite } from '../../support/create-meta.ts';

const site = { ...testSite, url: 'https://blog.example/repo/' };

function write(aliases: readonly string[], taken: readonly string[] = []): WrittenRedirects {
  const meta = { ...createMeta({ path: 'a.md', permalink: '/posts/é&"/' }), aliases };
  const options = { site, base: '/repo/', taken: new Set(taken) };
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
    ['what some disks take for that file', '/Old.PDF'],
  ])('refuses %s, and says so with the file', (_name, alias) => {
    const { files, problems } = write([alias], ['old.pdf']);
    expect(files).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ kind: 'permalink', file: 'posts/a.md' });
    expect(problems[0]?.message).toContain(`\`${alias}\``);
  });

  test('writes nothing twice', () => {
    const { files, problems } = write(['/a%20b/', '/old', '/old.html', '/old/x']);
    expect(new Set(files.map(({ fileName }) => fileName)).size).toBe(files.length);
    expect(problems).toEqual([]);
  });
});
