import { symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { findStatics } from '../../../../src/publish/scan/find-statics.ts';
import type { Statics } from '../../../../src/publish/scan/find-statics.ts';
import type { SiteFiles } from '../../../../src/publish/scan/read-site.ts';
import { defaultSite } from '../../../../src/content/site/site.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';

function locate(folder: string, changes: Partial<SiteFiles> = {}): SiteFiles {
  return {
    site: defaultSite,
    file: join(folder, 'site.toml'),
    name: 'site.toml',
    posts: join(folder, 'public/posts'),
    pages: join(folder, 'public/pages'),
    static: join(folder, 'public'),
    shortcodes: join(folder, 'shortcodes'),
    assets: [],
    ...changes,
  };
}

async function find(folder: string, changes?: Partial<SiteFiles>): Promise<string[]> {
  return pathsOf(await findStatics(locate(folder, changes)));
}

function pathsOf({ files }: Statics): string[] {
  return files.map(({ path }) => path);
}

/** The folder of a Jekyll blog, published as a whole. */
function findJekyll(files: Readonly<Record<string, string>>): Promise<Statics> {
  const folder = makeFolder({ 'rubric.toml': '', ...files });
  const file = join(folder, 'rubric.toml');
  const posts = join(folder, '_posts');
  return findStatics(locate(folder, { file, name: 'rubric.toml', posts, static: folder }));
}

describe('findStatics', () => {
  const files = { 'public/posts/a.md': '', 'public/pages/b.md': '', 'public/icon.svg': '' };

  test('leaves out posts and pages', async () => {
    const found = await findStatics(locate(makeFolder(files)));
    expect(pathsOf(found)).toEqual(['icon.svg']);
    expect(found.problems).toEqual([]);
  });

  test('leaves out keys and says so', async () => {
    const folder = makeFolder({ 'public/icon.svg': '', 'public/id_rsa': '', 'public/a.docx': '' });
    const found = await findStatics(locate(folder));
    expect(pathsOf(found)).toEqual(['a.docx', 'icon.svg']);
    expect(found.problems).toMatchObject([{ severity: 'warning', file: 'site.toml' }]);
  });

  test('leaves out the published blog', async () => {
    const folder = makeFolder({ 'public/icon.svg': '', 'public/dist/index.html': '' });
    expect(await find(folder, { output: join(folder, 'public/dist') })).toEqual(['icon.svg']);
  });

  test('finds none in a folder that is that of the posts', async () => {
    const folder = makeFolder(files);
    expect(await find(folder, { posts: join(folder, 'public') })).toEqual([]);
  });

  test('finds none in a folder that is that of the posts under another name', async () => {
    const folder = makeFolder(files);
    const link = join(makeFolder(), 'link');
    symlinkSync(join(folder, 'public'), link);
    expect(await find(folder, { posts: link })).toEqual([]);
  });

  test('finds those of a folder within that of the posts', async () => {
    const folder = makeFolder({ 'a.md': '', 'public/icon.svg': '' });
    expect(await find(folder, { posts: folder })).toEqual(['icon.svg']);
  });

  test('publishes as it is what lies in a folder of its own', async () => {
    const folder = makeFolder({
      'public/_headers': '',
      'public/package.json': '',
      'public/vendor/bundle/a.js': '',
      'public/a.html': '---\ntitle: x\n---\n',
    });
    expect(await find(folder)).toEqual([
      '_headers',
      'a.html',
      'package.json',
      'vendor/bundle/a.js',
    ]);
  });

  test('leaves out the drafts of Jekyll wherever they lie', async () => {
    const folder = makeFolder({ 'public/a/_drafts/b.md': '', 'public/a/_drafts/c.png': '' });
    const found = await findStatics(locate(folder));
    expect(pathsOf(found)).toEqual([]);
    expect(found.problems).toEqual([
      {
        kind: 'asset',
        severity: 'info',
        file: 'site.toml',
        message: 'Left out of the static files: `a/_drafts/`.',
      },
    ]);
  });

  test.each([
    ['the settings', { 'rubric.toml': 'title = "x"' }],
    ['the settings of Jekyll', { '_config.yml': 'title: x' }],
    ['folders of Jekyll', { '_drafts/a.md': '', '_layouts/a.html': '', 'x/_redirects': '' }],
    ['copies of editors', { 'a.html~': '', '#a.html#': '', 'x/b.css~': '' }],
    ['packages', { Gemfile: '', 'Gemfile.lock': '', 'package.json': '', 'yarn.lock': '' }],
    ['packages of Ruby', { 'vendor/bundle/x/a.rb': '', 'node_modules/x/a.js': '' }],
    ['what is for readers of the source', { 'README.md': '', 'License.markdown': '' }],
    ['pages', { 'about.md': '---\ntitle: x\n---\nx', 'x/b.html': '---\r\n---\r\nx' }],
    ['a draft', { 'new.md': '\uFEFF\n+++\ndraft = true\n+++\n', 'a.md': '{ "draft": true }' }],
    ['templates', { 'main.scss': '---\n---\n', 'feed.xml': '---\nlayout: null\n---\n' }],
    ['posts', { '_posts/a.md': '', '_posts/a.png': '' }],
  ])('leaves out %s beside the settings', async (_, more) => {
    expect(pathsOf(await findJekyll({ 'assets/img/x.png': '', ...more }))).toEqual([
      'assets/img/x.png',
    ]);
  });

  test('knows the folder of a Jekyll blog whose settings lie elsewhere', async () => {
    const blog = { 'blog/_config.yml': '', 'blog/about.md': '---\n---\n', 'blog/a.css': '' };
    const folder = makeFolder(blog);
    expect(await find(folder, { static: join(folder, 'blog') })).toEqual(['a.css']);
  });

  test('publishes the rest of a folder that holds the settings', async () => {
    const rest = {
      '.well-known/security.txt': '',
      CNAME: 'x',
      _headers: '',
      _redirects: '/a /b',
      '_routes.json': '{}',
      '_worker.js': '',
      'assets/js/package.json': '{}',
      'assets/vendor/jquery.js': '',
      'data.json': '{ "a": 1 }',
      'data.yml': '---\na: 1\n---\nb: 2\n',
      'google123.html': '<p>',
      'notes.md': 'Text.\n',
      'vendor/jquery.js': '',
    };
    const found = await findJekyll(rest);
    expect(pathsOf(found)).toEqual(Object.keys(rest));
    expect(found.problems).toEqual([]);
  });

  test('says in one note what it left out', async () => {
    const { problems } = await findJekyll({
      '_config.yml': '',
      '_drafts/a.md': '',
      '_drafts/b.md': '',
      '_posts/a.md': '',
      'about.md': '---\ntitle: x\n---\n',
      'vendor/bundle/a.rb': '',
    });
    expect(problems).toEqual([
      {
        kind: 'asset',
        severity: 'info',
        file: 'rubric.toml',
        message:
          'Left out of the static files, whose folder holds the settings: ' +
          '`_config.yml`, `_drafts/`, `about.md`, `vendor/bundle/`.',
        remedy:
          'Move pages to the folder that `pages` names, and rename other files that are to be published.',
      },
    ]);
  });
});
