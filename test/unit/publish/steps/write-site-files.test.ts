import { describe, expect, test } from 'vitest';
import { llmsLength, writeSiteFiles } from '../../../../src/publish/steps/write-site-files.ts';
import type { SiteFileOptions } from '../../../../src/publish/steps/write-site-files.ts';
import { buildCatalog } from '../../../../src/content/blog/catalog.ts';
import type { PostMeta } from '../../../../src/content/model/post.ts';
import type { Site } from '../../../../src/content/site/site.ts';
import { createMeta, testSite } from '../../../support/create-meta.ts';

const site: Site = { ...testSite, url: 'https://blog.example/', description: 'About it.' };

function write(
  changes: Partial<SiteFileOptions> = {},
  metas: readonly PostMeta[] = [],
): Record<string, string> {
  const { files } = writeSiteFiles(buildCatalog(metas, site), {
    site,
    base: '/',
    settingsFile: 'site.toml',
    taken: new Set(),
    ...changes,
  });
  return Object.fromEntries(files.map(({ fileName, content }) => [fileName, String(content)]));
}

describe('writeSiteFiles', () => {
  test('lets robots in and shows them the sitemap', () => {
    expect(write()['robots.txt']).toBe(
      'User-agent: *\nAllow: /\n\nSitemap: https://blog.example/sitemap.xml\n',
    );
  });

  test('keeps GitHub Pages from running Jekyll', () => {
    expect(write()['.nojekyll']).toBe('');
  });

  test.each([
    ['a domain', 'https://blog.example/', '/', 'blog.example\n'],
    ['a domain of Pages', 'https://you.github.io/', '/', undefined],
    ['a domain with its final dot', 'https://blog.example./', '/', 'blog.example\n'],
    ['a domain of Pages with it', 'https://you.github.io./', '/', undefined],
    ['a path', 'https://blog.example/notes/', '/notes/', undefined],
    ['this machine', 'http://localhost:3000/', '/', undefined],
    ['a number', 'http://192.168.0.1/', '/', undefined],
    ['nothing', undefined, '/', undefined],
  ])('writes CNAME for %s', (_name, url, base, expected) => {
    expect(write({ site: { ...site, url }, base })['CNAME']).toBe(expected);
  });

  test('lists pages and posts for machines, newest first, by their Markdown', () => {
    const metas: PostMeta[] = [
      createMeta({ path: 'a.md', day: '2024-01-01', title: 'A [draft]\nof it' }),
      createMeta({ path: 'ü/index.md', day: '2024-02-01', title: 'B' }),
      { ...createMeta({ path: 'about.md', permalink: '/about/' }), collection: 'pages' },
    ];
    expect(write({}, metas)['llms.txt']).toBe(
      [
        '# Test blog\n\n> About it.\n\n## Pages\n',
        '- [about](https://blog.example/pages/about.md): Opening of about.\n',
        '## Posts\n',
        '- [B](https://blog.example/posts/%C3%BC/index.md): 2024-02-01. Opening of ü.',
        '- [A \\[draft\\] of it](https://blog.example/posts/a.md): 2024-01-01. Opening of a.\n',
      ].join('\n'),
    );
  });

  test('lists so many posts and leads to the archive for the rest', () => {
    const metas = Array.from({ length: llmsLength + 3 }, (_, index) =>
      createMeta({ path: `p${index}.md`, day: '2024-01-01' }),
    );
    const lines = write({}, metas)['llms.txt']?.split('\n') ?? [];
    expect(lines.filter((line) => line.startsWith('- '))).toHaveLength(llmsLength);
    expect(lines.at(-2)).toBe(
      '3 older posts are listed in [the archive](https://blog.example/archive/).',
    );
  });

  test('names paths while the blog has no address, and says what is missing', () => {
    const unset = { ...site, url: undefined };
    const options = {
      site: unset,
      base: '/repo/',
      settingsFile: 'my.toml',
      taken: new Set<string>(),
    };
    const catalog = buildCatalog([createMeta({ path: 'a.md' })], unset);
    const { files, problems } = writeSiteFiles(catalog, options);
    expect(String(files[1]?.content)).toContain('(/repo/posts/a.md)');
    expect(String(files[0]?.content)).toBe('User-agent: *\nAllow: /\n');
    expect(problems).toMatchObject([{ kind: 'site', severity: 'info', file: 'my.toml' }]);
    expect(problems[0]?.remedy).toContain('url = ');
  });

  test.each([
    ['/preview.png', ['preview.png'], 0],
    ['/preview.png', [], 1],
    ['/preview.svg', ['preview.svg'], 1],
    ['https://x.example/a.png', [], 0],
    ['https://x.example/a.svg?v=1', [], 1],
    [undefined, [], 0],
  ])('looks for the image %s among %j: %i problems', (image, taken, count) => {
    const options = { site: { ...site, image }, base: '/', settingsFile: 'site.toml' };
    const { problems } = writeSiteFiles(buildCatalog([], site), {
      ...options,
      taken: new Set<string>(taken),
    });
    expect(problems).toHaveLength(count);
    for (const problem of problems) {
      expect(problem).toMatchObject({ severity: 'warning', file: 'site.toml' });
      expect(problem.message).toContain(`\`${image}\``);
    }
  });

  test('replaces no file of the blogger', () => {
    const names = Object.keys(write({ taken: new Set(['robots.txt', 'CNAME']) }));
    expect(names).toEqual(['llms.txt', '.nojekyll']);
  });
});
