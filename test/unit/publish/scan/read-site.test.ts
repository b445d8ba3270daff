import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { findBase, readSite } from '../../../../src/publish/scan/read-site.ts';
import { defaultSite } from '../../../../src/content/site/site.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';

function at(url: string): typeof defaultSite {
  return { ...defaultSite, url };
}

describe('readSite', () => {
  test('reads `site.toml` of the project', () => {
    const root = makeFolder({ 'site.toml': 'title = "Boats"' });
    const files = readSite(root, {});
    expect(files.site.title).toBe('Boats');
    expect(files.name).toBe('site.toml');
  });

  test('uses the defaults when there is none', () => {
    const own = { posts: 'posts', pages: 'pages' };
    expect(readSite(makeFolder(), {}).site).toEqual({ ...defaultSite, ...own });
  });

  test.each([
    ['beside the settings', {}, '', 'posts', 'pages'],
    ['below `public`', { 'public/posts/a.md': '' }, '', 'public/posts', 'pages'],
    ['each where it is', { 'public/pages/a.md': '' }, '', 'posts', 'public/pages'],
    ['as they are set', { 'public/posts/a.md': '' }, 'posts = "notes"', 'notes', 'pages'],
  ])('finds posts and pages %s', (_where, lying, settings, posts, pages) => {
    const root = makeFolder({ 'site.toml': settings, ...lying });
    expect(readSite(root, {})).toMatchObject({
      posts: join(root, posts),
      pages: join(root, pages),
    });
  });

  test('reads the file that RUBRIC_SITE names, folders relative to it', () => {
    const folder = makeFolder({ 'blog/mine.toml': 'posts = "../notes"', 'work/x': '' });
    const files = readSite('/none', { RUBRIC_SITE: '../blog/mine.toml' }, join(folder, 'work'));
    expect(files.file).toBe(join(folder, 'blog/mine.toml'));
    expect(files.posts).toBe(join(folder, 'notes'));
    expect(files.name).toBe('../blog/mine.toml');
  });

  const content = 'posts = "content"\n';

  test.each([
    ['Hugo', { 'hugo.yaml': '' }, content, { generator: 'hugo', languageFolders: [] }],
    ['older Hugo', { 'config.toml': 'baseURL = "x"' }, content, { generator: 'hugo' }],
    ['Zola', { 'config.toml': 'base_url = "x"' }, content, { generator: 'zola' }],
    ['Jekyll', { '_config.yml': '' }, 'posts = "_posts"', { generator: 'jekyll' }],
    [
      'Zola, beside its content',
      { 'blog/config.toml': 'base_url = "x"' },
      'posts = "blog/content/notes"',
      { generator: 'zola' },
    ],
    [
      'Jekyll, beside its posts',
      { 'blog/_config.yml': '' },
      'posts = "blog/_posts"',
      { generator: 'jekyll' },
    ],
    ['something else', { 'config.toml': 'a = 1' }, content, { generator: undefined }],
    ['a setting', { 'hugo.toml': '' }, `${content}generator = "zola"`, { generator: 'zola' }],
    ['a folder of our own', { '_config.yml': '' }, '', { generator: undefined }],
    [
      'languages of Hugo',
      {
        'hugo.toml':
          '[languages.en]\ncontentDir = "content/en"\n[languages.pt-br]\ncontentDir = "content/pt-br"',
      },
      content,
      { languageFolders: ['en', 'pt-br'] },
    ],
    [
      'languages of Hugo in YAML',
      { 'hugo.yml': 'languages:\n  it:\n    contentDir: content/it\n' },
      content,
      { languageFolders: ['it'] },
    ],
    [
      'languages of the settings',
      { 'hugo.yml': 'contentDir: content/it' },
      `${content}language_folders = ["en"]`,
      { languageFolders: ['en'] },
    ],
  ])('tells the generator by its settings file: %s', (_, files, settings, expected) => {
    const folder = makeFolder({ ...files, 'site.toml': settings });
    expect(readSite(folder, {}).site).toMatchObject(expected);
  });

  test('takes an empty RUBRIC_SITE for none', () => {
    expect(readSite(makeFolder(), { RUBRIC_SITE: '' }).name).toBe('site.toml');
  });

  test.each([
    ['no address', '', 'https://you.github.io/notes', 'https://you.github.io/notes/'],
    ['an address', 'url = "https://you.example/"', 'https://x.example/', 'https://you.example/'],
    ['no address, nor the variable', '', '', undefined],
  ])('takes RUBRIC_URL for settings with %s', (_name, settings, url, expected) => {
    const root = makeFolder({ 'site.toml': settings });
    expect(readSite(root, { RUBRIC_URL: url }).site.url).toBe(expected);
  });

  test('rejects a RUBRIC_URL that is no address', () => {
    expect(() => readSite(makeFolder(), { RUBRIC_URL: 'notes' })).toThrow(/^RUBRIC_URL:1.*`notes`/);
  });

  test('reads a file with a BOM', () => {
    const root = makeFolder({ 'site.toml': '\uFEFFtitle = "Boats"' });
    expect(readSite(root, {}).site.title).toBe('Boats');
  });

  test('rejects a named file that is not there', () => {
    expect(() => readSite('/none', { RUBRIC_SITE: 'x.toml' }, '/none')).toThrow(
      'x.toml  The settings file `/none/x.toml` does not exist.',
    );
  });

  test('rejects a folder in place of the file', () => {
    const root = makeFolder({ 'site.toml/x': '' });
    expect(() => readSite(root, {})).toThrow('cannot be read');
  });

  test('rejects broken settings', () => {
    const root = makeFolder({ 'site.toml': 'title = ' });
    expect(() => readSite(root, {})).toThrow(/^site\.toml/);
  });
});

describe('findBase', () => {
  test.each([
    ['nothing known', defaultSite, undefined, '/'],
    ['an address at the root', at('https://a.example/'), undefined, '/'],
    ['an address with a path', at('https://a.example/repo/'), undefined, '/repo/'],
    ['a given base', at('https://a.example/repo/'), '/other/', '/other/'],
    ['a base without slashes', defaultSite, 'repo', '/repo/'],
    ['a relative base', defaultSite, './', '/'],
    ['one that climbs', defaultSite, '../x/', '/x/'],
    ['nothing but a dot', defaultSite, '.', '/'],
    ['a folder that begins with a dot', at('https://a.example/.well/'), undefined, '/.well/'],
    ['a folder of dots', defaultSite, '/.../', '/.../'],
    ['an empty base', defaultSite, '', '/'],
    ['a base that is an address', defaultSite, 'https://a.example/x/', '/x/'],
    ['an encoded path', at('https://a.example/%C3%A9/'), undefined, '/é/'],
  ])('%s', (_what, site, given, base) => {
    expect(findBase(site, given)).toBe(base);
  });

  test.each(['/100%/', '/%E3%82/', '/100%25/'])('rejects the base %s', (given) => {
    expect(() => findBase(defaultSite, given)).toThrow(
      /^--base.*`--base` is .*stands for no letter/,
    );
  });
});
