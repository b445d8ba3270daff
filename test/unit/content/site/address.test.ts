import { describe, expect, test } from 'vitest';
import { readAddress } from '../../../../src/content/site/address.ts';
import type { AddressReading } from '../../../../src/content/site/address.ts';
import { createFields } from '../../../../src/content/front-matter/fields.ts';
import { parsePostPath } from '../../../../src/content/site/post-path.ts';
import { testSite } from '../../../support/create-meta.ts';

interface Case {
  readonly path?: string;
  readonly pattern?: string;
  readonly pages?: boolean;
  readonly language?: string;
}

function read(values: Record<string, unknown>, options: Case = {}): AddressReading {
  const {
    path = '2019-03-04-bye-bye.md',
    pattern = '/posts/:slug/',
    pages = false,
    language,
  } = options;
  const collection = pages ? 'pages' : 'posts';
  return readAddress({
    fields: createFields(values),
    path: parsePostPath(path),
    collection,
    title: 'A title',
    day: '2019-03-04',
    categories: ['News'],
    site: { ...testSite, permalink: pattern },
    language,
  });
}

function listOld(length: number): string[] {
  return Array.from({ length }, (_, at) => `/old/${at}/`);
}

describe('readAddress', () => {
  test('says so when there are more aliases than are redirected', () => {
    // Names of other dialects, of which there are none, do not count.
    expect(read({ aliases: listOld(200) })).toMatchObject({ faults: [] });
    const { aliases, faults } = read({ aliases: listOld(201) });
    expect(aliases).toHaveLength(200);
    expect(faults).toMatchObject([
      { field: 'aliases', message: 'There are 201 aliases; the first 200 are redirected.' },
    ]);
  });

  test.each([
    ['the file name', {}, '/posts/bye-bye/'],
    ['a slug', { slug: 'hello' }, '/posts/hello/'],
    ['a slug as written', { slug: 'My_Slug' }, '/posts/My_Slug/'],
    ['a slug of WordPress, encoded', { slug: 'caf%C3%A9' }, '/posts/café/'],
    ['a slug with a stray %', { slug: '100%' }, '/posts/100%/'],
    ['a slug with slashes around', { slug: '/hello/' }, '/posts/hello/'],
    ['a number for a slug', { slug: 42 }, '/posts/42/'],
    ['Zola’s path', { path: 'a/b' }, '/a/b/'],
    ['Hugo’s url', { url: '/a/b.html' }, '/a/b.html'],
    ['Jekyll’s permalink', { permalink: '/2010/0102/res1519/' }, '/2010/0102/res1519/'],
    ['a permalink with tokens', { permalink: '/:year/:title/' }, '/2019/bye-bye/'],
    ['a permalink by name', { permalink: 'pretty' }, '/news/2019/03/04/bye-bye/'],
    ['an absolute permalink', { permalink: 'https://example.org/a/b/' }, '/a/b/'],
    ['permalink before url and path', { path: 'p', url: 'u', permalink: 'k' }, '/k/'],
    ['a path named as a pattern', { path: 'date' }, '/date/'],
    ['a path with a colon', { path: 'a/rust:async' }, '/a/rust:async/'],
    ['no permalink, as Eleventy has it', { permalink: false }, '/posts/bye-bye/'],
    ['dots', { path: '../../x' }, '/x/'],
  ])('takes %s', (_, values, permalink) => {
    expect(read(values)).toMatchObject({ permalink, faults: [] });
  });

  test.each([
    ['Japanese', 'カレー.md', '/posts/カレー/'],
    ['% and @', '100% @home.md', '/posts/100-home/'],
    ['++', 'c++.md', '/posts/c-plus-plus/'],
    ['capitals', '2015-03-05-Labor-Category.md', '/posts/labor-category/'],
    ['emoji', '2019-04-03-🐘-php.md', '/posts/php/'],
    ['signs alone', '!!!.md', '/posts/u21-u21-u21/'],
    ['a bundle', '2019-03-04-x/index.md', '/posts/x/'],
    ['a date alone', '2019-03-04.md', '/posts/2019-03-04/'],
  ])('makes an address of a file name with %s', (_, path, permalink) => {
    expect(read({}, { path }).permalink).toBe(permalink);
  });

  test.each([
    ['Zola', '/:path/', 'articles/2019-03-04-x/index.md', '/articles/x/'],
    ['Hugo', '/:section/:year/:slug/', 'posts/x.md', '/posts/2019/x/'],
    [
      'Jekyll',
      '/:categories/:year/:month/:day/:title.html',
      '_posts/2019-03-04-x.md',
      '/news/2019/03/04/x.html',
    ],
    ['a title', '/:title/', 'x.md', '/a-title/'],
  ])('fills in the pattern of %s', (_, pattern, path, permalink) => {
    expect(read({}, { pattern, path }).permalink).toBe(permalink);
  });

  test.each([
    ['a page', 'about.md', {}, '/about/'],
    ['a page in a folder', 'a/b.md', {}, '/a/b/'],
    ['a page as a bundle', 'about/index.md', {}, '/about/'],
    ['a page with a slug', 'about.md', { slug: 'me' }, '/me/'],
  ])('gives %s a short address', (_, path, values, permalink) => {
    expect(read(values, { path, pages: true }).permalink).toBe(permalink);
  });

  test.each([
    ['the pattern', {}, '/fa/posts/bye-bye/'],
    ['not Zola’s path', { path: 'x' }, '/x/'],
    ['Hugo’s url without a slash', { url: 'x' }, '/fa/x/'],
    ['not Hugo’s url with one', { url: '/x/' }, '/x/'],
    ['not Jekyll’s permalink', { permalink: 'x' }, '/x/'],
  ])('puts the language before %s', (_, values, permalink) => {
    expect(read(values, { language: 'fa' }).permalink).toBe(permalink);
  });

  test('keeps an address in .html at its very name', () => {
    expect(read({ permalink: '/2010/x.html' })).toMatchObject({
      permalink: '/2010/x.html',
      aliases: [],
    });
  });

  test.each([
    [
      'an unknown token',
      { permalink: '/:foo/' },
      'permalink',
      /there is no `:foo`/,
      '/posts/bye-bye/',
    ],
    ['home', { url: '/' }, 'url', /a page of its own/, '/posts/bye-bye/'],
    ['the archive', { path: 'archive' }, 'path', /a page of its own/, '/posts/bye-bye/'],
    ['its undated', { path: 'archive/undated' }, 'path', /a page of its own/, '/posts/bye-bye/'],
    ['a later page', { url: '/archive/2019/page/2/' }, 'url', /of its own/, '/posts/bye-bye/'],
    ['no address', { permalink: 'https://[' }, 'permalink', /not an address/, '/posts/bye-bye/'],
  ])('rejects %s', (_, values, field, message, permalink) => {
    expect(read(values)).toMatchObject({ permalink, faults: [{ field, message }] });
  });

  test('moves a page from an address of the reader', () => {
    expect(read({}, { path: 'archive.md', pages: true })).toMatchObject({
      permalink: '/pages/archive/',
      faults: [{ message: expect.stringMatching(/`\/archive\/` is the reader's own/) }],
    });
  });

  test.each([
    ['a list', { aliases: ['/old/', 'older'] }, ['/old/', '/older/']],
    ['text', { aliases: '/old/' }, ['/old/']],
    ['redirect_from', { redirect_from: ['/a/', '/b.html'] }, ['/a/', '/b.html']],
    ['an index file', { aliases: ['/a/index.html'] }, ['/a/']],
    ['an absolute address', { aliases: ['https://old.org/a/'] }, ['/a/']],
    ['an encoded one', { aliases: ['/caf%C3%A9/'] }, ['/café/']],
    ['its own address', { aliases: ['/posts/bye-bye/', '/x/'] }, ['/x/']],
    ['one given twice', { aliases: ['/x/', '/x'] }, ['/x/']],
    [
      'names of a note, which are no addresses',
      { aliases: ['First note', 'FN', 'old'] },
      ['/old/'],
    ],
    ['an address with blanks', { aliases: ['/First note/'] }, ['/First note/']],
    ['a file with capitals', { redirect_from: ['Old.html'] }, ['/Old.html']],
    ['none', { aliases: [] }, []],
  ])('reads aliases: %s', (_, values, aliases) => {
    expect(read(values)).toMatchObject({ aliases, faults: [] });
  });

  test.each([
    ['a query', '/?p=12'],
    ['home', '/'],
    ['a number', 12],
  ])('rejects an alias that is %s', (_, alias) => {
    const { aliases, faults } = read({ aliases: [alias, '/ok/'] });
    expect(aliases).toEqual(['/ok/']);
    expect(faults).toMatchObject([
      { field: 'aliases', message: `The alias \`${alias}\` cannot be redirected.` },
    ]);
  });
});
