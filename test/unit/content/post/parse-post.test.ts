import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { decodeText } from '../../../../src/content/text/decode-text.ts';
import { parsePost } from '../../../../src/content/post/parse-post.ts';
import { readPublishing } from '../../../../src/content/post/publishing.ts';
import type { ParsedPost, PostMeta } from '../../../../src/content/model/post.ts';
import { defaultSite } from '../../../../src/content/site/site.ts';
import type { Site } from '../../../../src/content/site/site.ts';

const folder = fileURLToPath(new URL('../../../fixtures/posts/', import.meta.url));

function parse(source: string, path = 'x.md', site: Partial<Site> = {}): Promise<ParsedPost> {
  return parsePost(source, path, {
    site: { ...defaultSite, ...site },
    collection: 'posts',
    today: '2026-01-01',
    readPublishing,
  });
}

async function parseFixture(name: string): Promise<ParsedPost> {
  return parse(decodeText(readFileSync(folder + name)).text, name);
}

async function metaOf(source: string, path?: string, site?: Partial<Site>): Promise<PostMeta> {
  return (await parse(source, path, site)).post.meta;
}

describe('parsePost', () => {
  test('reads what other generators mean by their settings', async () => {
    const source =
      '---\ntitle: A\ncanonicalURL: https://a.example/\nnoindex: true\nsitemap: false\nfeatured: true\n' +
      'weight: 3\nShowToc: false\n---\nText.';
    expect(await metaOf(source)).toMatchObject({
      canonical: 'https://a.example/',
      isUnindexed: true,
      isOffSitemap: true,
      pin: 0,
      weight: 3,
      toc: false,
    });
  });

  test('takes a page among the posts for one, at the address of a page', async () => {
    const about = await metaOf('---\ntitle: Me\ndate: 2020-01-01\n---\nText.', 'about.md');
    expect(about).toMatchObject({ isPage: true, permalink: '/about/', collection: 'posts' });
    expect(
      await metaOf('---\nlayout: archives\nurl: /old/archives/\n---\n', 'archives.md'),
    ).toMatchObject({
      hidden: { kind: 'theme', layout: 'archives', to: '/archive/' },
      permalink: '/old/archives/',
    });
  });

  test('knows a post that has moved, but not to what is no address', async () => {
    expect(
      (await metaOf('---\ntitle: A\nredirect_to: https://a.example/b\n---\nText.')).hidden,
    ).toEqual({
      kind: 'moved',
      to: 'https://a.example/b',
    });
    const { post, problems } = await parse(
      '---\ntitle: A\nredirect_to: javascript:alert(1)\n---\nText.',
    );
    expect(post.meta.hidden).toBeUndefined();
    expect(problems.map(({ line, message }) => [line, message])).toEqual([
      [3, '`redirect_to` is `javascript:alert(1)`, which is no address.'],
    ]);
    const { problems: more } = await parse('---\ntitle: A\ncanonical: a/b\n---\nText.');
    expect(more.map(({ line }) => line)).toEqual([3]);
  });

  test('lets no control character of its file into what other pages repeat', async () => {
    const source =
      '+++\ntitle = "\\u0000x"\ndescription = "a\\u0001"\nauthor = "\\u001b[1mA"\nseries = "S\\u0007"\n' +
      'tags = ["k\\u0008"]\n+++\nText\0 with\u0001 some.';
    const { post, problems } = await parse(source, 'a\u0002b.md');
    expect(post.meta).toMatchObject({
      title: 'x',
      description: 'a',
      author: '[1mA',
      series: { name: 'S' },
      keywords: [{ name: 'k', slug: 'k' }],
      summary: 'Text with some.',
      translationKey: 'ab',
    });
    expect(problems.map(({ kind, subject, line }) => ({ kind, subject, line }))).toEqual([
      { kind: 'encoding', subject: undefined, line: 8 },
      { kind: 'front-matter', subject: 'title', line: 2 },
      { kind: 'front-matter', subject: 'description', line: 3 },
      { kind: 'front-matter', subject: 'author', line: 4 },
      { kind: 'front-matter', subject: 'series', line: 5 },
      { kind: 'front-matter', subject: 'tags', line: 6 },
    ]);
  });

  test('cuts a title that would slow the pages that repeat it, and reports its length once', async () => {
    const { post, problems } = await parse(`+++\ntitle = "${'x'.repeat(5000)}"\n+++\nText.`);
    expect(post.meta.title).toHaveLength(300);
    expect(problems).toMatchObject([
      {
        kind: 'limit',
        subject: 'title',
        line: 2,
        message: '`title` has 5000 characters; at most 300 are shown.',
      },
    ]);
  });

  test('cuts a title that the first heading gives', async () => {
    const { post, problems } = await parse(`# ${'word '.repeat(1000)}\n\nText.`);
    expect(post.meta.title.length).toBeLessThanOrEqual(300);
    expect(problems.map(({ kind }) => kind)).toEqual(['title', 'limit']);
  });

  test('reads a post of Zola', async () => {
    const { post, problems } = await parseFixture('zola.md');
    expect(post).toMatchObject({ body: '\nText.\n', bodyLine: 14 });
    expect(post.meta).toEqual({
      path: 'zola.md',
      collection: 'posts',
      permalink: '/posts/zola-post/',
      title: 'A Zola post',
      date: { day: '2022-03-04', instant: undefined },
      updated: { day: '2022-03-05', instant: '2022-03-05T10:00:00Z' },
      keywords: [
        { name: 'Zola', slug: 'zola' },
        { name: 'C++', slug: 'c-plus-plus' },
      ],
      description: 'About Zola and more.',
      summary: 'Text.',
      words: 1,
      minutes: 1,
      author: undefined,
      language: undefined,
      translationKey: 'zola',
      series: undefined,
      aliases: [],
      image: 'a.png',
      hidden: undefined,
      math: true,
      toc: undefined,
    });
    expect(problems).toEqual([]);
  });

  test('reads a post of Hugo', async () => {
    const { post, problems } = await parseFixture('hugo.md');
    expect(post.meta).toMatchObject({
      title: 'A Hugo post',
      date: { day: '2021-06-07', instant: '2021-06-07T08:09:10Z' },
      updated: { day: '2021-07-08' },
      keywords: [{ name: 'Go' }, { name: 'Notes' }],
      image: 'images/cover.png',
      series: { name: 'Going', order: 2 },
      aliases: ['/2021/old-hugo/'],
      math: true,
      toc: true,
      summary: 'First words.',
    });
    expect(problems).toEqual([]);
  });

  test('reads a post of Jekyll', async () => {
    const { post, problems } = await parseFixture('jekyll.md');
    expect(post.meta).toMatchObject({
      title: 'What “Jekyll” does',
      date: { day: '2013-04-05', instant: '2013-04-06T04:30:00Z' },
      updated: { day: '2013-05-06' },
      permalink: '/2013/0405/jekyll/',
      aliases: ['/jekyll.html'],
      keywords: [{ name: 'a b' }, { name: 'c' }, { name: 'old news' }],
      hidden: undefined,
    });
    expect(post.frontMatter).toMatchObject({
      layout: 'post',
      title: 'What &ldquo;Jekyll&rdquo; does',
    });
    expect(problems).toEqual([]);
  });

  test('reads JSON', async () => {
    expect((await parseFixture('json.md')).post.meta).toMatchObject({
      title: 'From a JSON head',
      date: { day: '2015-07-08', instant: '2015-07-08T07:10:11Z' },
      keywords: [{ name: 'json' }],
      aliases: ['/old/json.html'],
      summary: 'Text.',
    });
  });

  test('reads header lines', async () => {
    const { post, problems } = await parseFixture('pelican.md');
    expect(post.meta).toMatchObject({
      title: 'Header lines: the oldest way',
      date: { day: '2010-12-03', instant: '2010-12-03T10:20:00Z' },
      updated: { day: '2010-12-05' },
      keywords: [{ name: 'pelican' }, { name: 'publishing' }, { name: 'Python' }],
      permalink: '/posts/my-super-post/',
      author: 'Ann, Bob',
      hidden: undefined,
    });
    expect(problems).toEqual([]);
  });

  test.each([
    ['byte-order-mark-and-crlf.md', 'Written on Windows', '2011-02-03', 8],
    ['old-mac-line-ends.md', 'Written on a Mac', '2001-02-03', 5],
    ['windows-1252.md', 'Café society', '2004-05-06', 6],
    ['utf-16le.md', 'Wide — ünïcode', '2004-05-06', 5],
  ])('reads %s', async (name, title, day, bodyLine) => {
    const { post, problems } = await parseFixture(name);
    expect(post.meta).toMatchObject({
      title,
      date: { day },
      summary: expect.stringMatching(/\.|€/),
    });
    expect(post.bodyLine).toBe(bodyLine);
    expect(problems).toEqual([]);
  });

  test('repairs mojibake and says where', async () => {
    const { post, problems } = await parseFixture('mojibake.md');
    expect(post.body.trim()).toBe('We paused — then it worked 🎉. Naïve, isn’t it?');
    expect(problems).toMatchObject([
      {
        kind: 'encoding',
        severity: 'warning',
        file: 'posts/mojibake.md',
        line: 6,
        column: 11,
        message: expect.stringContaining('`—`'),
        remedy: expect.stringContaining('UTF-8'),
        frame: expect.stringContaining('^'),
      },
    ]);
  });

  test('saves what can be saved of broken YAML', async () => {
    const { post, problems } = await parseFixture('broken-yaml.md');
    expect(post.meta).toMatchObject({
      title: 'Parsers: a love story',
      date: undefined,
      author: '@ann',
      keywords: [{ name: 'yaml' }, { name: 'open source' }],
      summary: 'A quoted text that goes on without an indent: as Ruby lets it.',
      hidden: undefined,
    });
    expect(post.body).toBe('\nThe text is intact.\n');
    expect(problems.map(({ kind, line, column }) => ({ kind, line, column }))).toEqual([
      { kind: 'front-matter', line: 3, column: 8 },
      { kind: 'front-matter', line: 5, column: 9 },
      { kind: 'front-matter', line: 6, column: 6 },
      { kind: 'front-matter', line: 12, column: 1 },
      { kind: 'date', line: 4, column: 7 },
    ]);
  });

  test('saves what can be saved of broken TOML', async () => {
    const { post, problems } = await parseFixture('broken-toml.md');
    expect(post.meta).toMatchObject({
      title: 'A title without quotes',
      date: { day: '2016-02-29' },
      keywords: [{ name: 'toml' }, { name: 'open source' }],
      image: 'cover.png',
      hidden: undefined,
    });
    expect(problems.map((problem) => problem.line)).toEqual([2, 4, 6, 8]);
  });

  test('reads up to the text where the fence is not closed', async () => {
    const { post, problems } = await parseFixture('unclosed-fence.md');
    expect(post.meta).toMatchObject({ title: 'Never closed', date: { day: '2016-01-02' } });
    expect(post.body).toBe('\nThe text starts here.\n\nIt goes on.\n');
    expect(problems).toMatchObject([{ line: 4, message: expect.stringContaining('not closed') }]);
  });

  test('reads a file without front matter', async () => {
    const { post, problems } = await parseFixture('no-front-matter.md');
    expect(post).toMatchObject({ bodyLine: 1 });
    expect(post.meta).toMatchObject({
      title: 'A plain Markdown file',
      date: undefined,
      summary: 'Its first paragraph.',
      permalink: '/posts/no-front-matter/',
    });
    expect(problems).toMatchObject([{ kind: 'title', severity: 'info', message: /first heading/ }]);
  });

  test('keeps a rule at the start in the body', async () => {
    const { post } = await parseFixture('rule-at-the-start.md');
    expect(post.body.startsWith('---\n\nProse below')).toBe(true);
    expect(post.meta.title).toBe('Rule at the start');
  });

  test.each([
    ['date', '+++\ndate = 2019-03-04\n+++\n', '2019-03-04'],
    ['a local date-time of TOML', '+++\ndate = 2019-03-04T05:06:07\n+++\n', '2019-03-04'],
    ['publishDate', '---\npublishDate: 2019-03-04\n---\n', '2019-03-04'],
    ['published', '---\npublished: 2019-03-04\n---\n', '2019-03-04'],
    ['publish', '---\npublish: 2019-03-04\npublished: true\n---\n', '2019-03-04'],
    ['pubDatetime', '---\npubDatetime: 2019-03-04T10:00:00Z\n---\n', '2019-03-04'],
    ['created_at', '---\ncreated_at: 2019-03-04\n---\n', '2019-03-04'],
    ['a permalink', '---\npermalink: /2019/03/04/x/\n---\n', '2019-03-04'],
    ['a path', '+++\npath = "2019/0304/x"\n+++\n', '2019-03-04'],
    ['nothing', '+++\ntitle = "x"\n+++\n', undefined],
  ])('takes the date from %s', async (_, source, day) => {
    expect((await metaOf(source)).date?.day).toBe(day);
  });

  test.each([
    ['the file name', '2019-03-04-x.md'],
    ['the bundle name', '2019-03-04-x/index.md'],
    ['the folders', '2019/03/04/x.md'],
  ])('takes the date from %s', async (_, path) => {
    expect((await metaOf('Text.', path)).date).toEqual({ day: '2019-03-04', instant: undefined });
    expect((await metaOf('---\ndate: 2020-05-06\n---\n', path)).date?.day).toBe('2020-05-06');
  });

  test('reports a bad date and takes that of the file name', async () => {
    const { post, problems } = await parse(
      '+++\ntitle = "Job"\ndate = "2019-13-04"\n+++\n',
      '2019-03-04-job.md',
    );
    expect(post.meta.date?.day).toBe('2019-03-04');
    expect(problems).toEqual([
      {
        kind: 'date',
        severity: 'warning',
        file: 'posts/2019-03-04-job.md',
        line: 3,
        column: 8,
        subject: 'date',
        message: '`date` is `2019-13-04`: month 13 does not exist.',
        remedy: 'Write year-month-day.',
        frame: 'date = "2019-13-04"\n       ^',
      },
    ]);
  });

  test('gives the day as written where the blog has no zone, and hides by the moment', async () => {
    const source = '---\ndate: 2019-03-05T01:00:00+08:00\n---\n';
    const known = await metaOf(source, 'x.md', { timeZone: undefined });
    expect(known.date).toEqual({ day: '2019-03-05', instant: '2019-03-04T17:00:00Z' });
    const tomorrow = `---\ndate: 2026-01-01T23:00:00-08:00\n---\n`;
    expect((await metaOf(tomorrow, 'x.md', { timeZone: undefined })).hidden).toMatchObject({
      kind: 'future',
    });
    const morning = `---\ndate: 2026-01-02T01:00:00+08:00\n---\n`;
    expect((await metaOf(morning, 'x.md', { timeZone: undefined })).hidden).toBeUndefined();
  });

  test.each([
    ['a post of Jekyll', '2019-03-04-x.md', '---', true, ['a', 'b']],
    ['a post without a date in its name', 'x.md', '---', true, ['a b']],
    ['a bundle', '2019-03-04-x/index.md', '---', true, ['a b']],
    ['TOML', '2019-03-04-x.md', '+++', true, ['a b']],
    ['a blog that says no', '2019-03-04-x.md', '---', false, ['a b']],
  ])('reads tags in one text of %s', async (_, path, mark, splitKeywords, names) => {
    const setting = mark === '---' ? 'tags: a b' : 'tags = "a b"';
    const { keywords } = await metaOf(`${mark}\n${setting}\n${mark}\n`, path, { splitKeywords });
    expect(keywords.map(({ name }) => name)).toEqual(names);
  });

  test('keeps the day of a date whose zone cannot be read, and says so', async () => {
    const { post, problems } = await parse('---\ndate: 2022-05-17T15:00:00Z-07:00\n---\n');
    expect(post.meta.date).toEqual({ day: '2022-05-17', instant: undefined });
    expect(problems.find(({ kind }) => kind === 'date')?.message).toBe(
      '`date` is `2022-05-17T15:00:00Z-07:00`: `Z-07:00` is not a time zone. The day counts, without a time.',
    );
  });

  test.each([
    ['UTC', '2019-03-04', '2019-03-04T23:30:00Z'],
    ['Asia/Tokyo', '2019-03-05', '2019-03-04T23:30:00Z'],
  ])('gives the day in %s', async (timeZone, day, instant) => {
    const source = '---\ndate: 2019-03-04 23:30:00 +0000\n---\n';
    expect((await metaOf(source, 'x.md', { timeZone })).date).toEqual({ day, instant });
  });

  test.each([
    ['x.fr.md', '', 'fr', '/fr/posts/x/'],
    ['x/index.fa.md', '', 'fa', '/fa/posts/x/'],
    ['pt-br/x.md', '', 'pt-BR', '/pt-br/posts/x/'],
    ['x.en.md', '', undefined, '/posts/x/'],
    ['x.md', 'lang: fr', 'fr', '/posts/x/'],
    ['x.fr.md', 'language: fr-CA', 'fr-CA', '/fr/posts/x/'],
    ['x.md', 'locale: en_US', undefined, '/posts/x/'],
    ['x.md', 'lang: "?"', undefined, '/posts/x/'],
    ['node.js.md', '', undefined, '/posts/node-js/'],
  ])('gives %s with `%s` its language', async (path, line, language, permalink) => {
    const source = `---\ntitle: x\n${line}\n---\n`;
    expect(await metaOf(source, path)).toMatchObject({ language, permalink });
  });

  test('gives translations one key', async () => {
    expect((await metaOf('', 'a/x.fr.md')).translationKey).toBe('a/x');
    expect((await metaOf('', 'a/x.md')).translationKey).toBe('a/x');
    expect((await metaOf('---\ntranslationKey: k\n---\n', 'b.md')).translationKey).toBe('k');
  });

  test.each([
    '---\nheader:\n  overlay_image: /a.jpg\n---\n',
    '---\nheader:\n  Overlay-Image: /a.jpg\n---\n',
    '+++\n[header]\noverlay_image = "/a.jpg"\n+++\n',
    '{"header": {"overlayImage": "/a.jpg"}}\n',
  ])('finds the cover in the table of %j', async (source) => {
    expect((await metaOf(source)).image).toBe('/a.jpg');
  });

  test.each([
    ['TOML', '+++\ntitle = "x"\ndraft = false\ndraft = true\n+++\n', 4],
    ['TOML, three times', '+++\ndraft = false\ndraft = true\ndraft = false\n+++\n', 3],
    ['TOML in capitals', '+++\nDraft = true\ndraft = false\n+++\n', 2],
    ['YAML', '---\ndraft: true\ntitle: x\ndraft: false\n---\n', 4],
    ['YAML the other way', '---\ndraft: false\ndraft: true\n---\n', 3],
    ['YAML beside a fault', '---\ntitle: a: b\ndraft: true\ndraft: false\n---\n', 4],
    ['YAML by two names', '---\ndraft: false\nis_draft: true\n---\n', 3],
    ['YAML, published', '---\npublished: false\npublished: true\n---\n', 3],
    ['YAML, published in capitals', '---\nPublished: no\npublished: 2019-03-04\n---\n', 2],
    ['YAML, a status', '---\nstatus: draft\nstatus: published\n---\n', 3],
    ['JSON', '{"title":"x",\n"draft":true,"draft":false}\n', 2],
    ['JSON in capitals', '{"title":"x",\n"Draft":true,"draft":false}\n', 2],
    ['loose JSON', `{\n"title": "x",\n'draft': true,\n'draft': false,\n}\n`, 4],
    ['header lines', 'Title: x\nPublished: false\nPublished: true\n\nText.', 3],
    ['header lines of a status', 'Title: x\nStatus: public\nStatus: draft\n\nText.', 3],
    [
      'too much front matter',
      `---\ndraft: true\nDraft: false\na: [${'1, '.repeat(5000)}]\n---\n`,
      2,
    ],
  ])('hides and reports a draft given twice in %s', async (_, source, line) => {
    const { post, problems } = await parse(source);
    expect(post.meta.hidden).toBeDefined();
    expect(problems).toContainEqual(
      expect.objectContaining({
        kind: 'front-matter',
        file: 'posts/x.md',
        line,
        message: expect.stringMatching(/(?:given twice|disagree); the |it counts all the same/),
      }),
    );
  });

  test.each([
    ['draft: true', { kind: 'draft' }],
    ['published: "false"', { kind: 'unpublished', setting: 'published', value: 'false' }],
    ['date: 2030-01-01', { kind: 'future', day: '2030-01-01' }],
    ['publishDate: 2030-01-01\ndate: 2019-01-01', { kind: 'future', day: '2030-01-01' }],
    ['publish: 2099-01-01', { kind: 'future', day: '2099-01-01' }],
    ['date: 2019-01-01\npublish: 2099-01-01', { kind: 'future', day: '2099-01-01' }],
    ['devto:\n  published: false', undefined],
    ['title: "Front matter: draft: true"', undefined],
    ['# "draft": true\n', undefined],
    ['expiryDate: 2025-01-01', { kind: 'expired', day: '2025-01-01' }],
    ['draft: "false"', undefined],
    ['draft: true,', { kind: 'draft' }],
  ])('judges %j', async (lines, hidden) => {
    expect((await metaOf(`---\n${lines}\n---\n`)).hidden).toEqual(hidden);
  });

  test.each([
    ['---\ntitle: x\ndraft: ja\n---\n', 'draft', 'ja', 3, 8, 'draft: true` or `draft: false'],
    ['+++\ntitle = "x"\ndraft = t\n+++\n', 'draft', 't', 3, 9, 'draft = true` or `draft = false'],
    ['---\nPublished: flase\n---\n', 'published', 'flase', 2, 12, 'published: true` or'],
  ])('hides %j and says why', async (source, setting, value, line, column, remedy) => {
    const { post, problems } = await parse(source);
    expect(post.meta.hidden).toEqual({ kind: 'unclear', setting, value });
    expect(problems.filter(({ message }) => message.includes('left out'))).toEqual([
      {
        kind: 'front-matter',
        severity: 'warning',
        file: 'posts/x.md',
        line,
        column,
        subject: setting,
        message: `\`${setting}\` is \`${value}\`, neither yes nor no: the post is left out.`,
        remedy: expect.stringContaining(remedy),
        frame: expect.stringContaining('^'),
      },
    ]);
    expect(problems.some(({ kind }) => kind === 'date')).toBe(false);
  });

  test('reports an address that cannot be had, with its place', async () => {
    const { post, problems } = await parse('---\ntitle: x\nurl: /archive/\n---\n');
    expect(post.meta.permalink).toBe('/posts/x/');
    expect(problems).toMatchObject([{ kind: 'permalink', line: 3, column: 6 }]);
  });

  test('reports keywords that are left out', async () => {
    const { problems } = await parse(`---\ntitle: x\nkeywords: [a, ${'b'.repeat(200)}]\n---\n`);
    expect(problems).toMatchObject([
      { kind: 'keyword', line: 3, message: /more than 100 characters/ },
    ]);
  });

  test.each([
    ['summary', 'summary: "A *short* one."', 'A short one.'],
    ['excerpt', 'excerpt: The excerpt.', 'The excerpt.'],
    ['nothing', 'title: x', 'The body.'],
  ])('takes the summary from %s', async (_, line, summary) => {
    expect((await metaOf(`---\n${line}\n---\n\nThe body.\n`)).summary).toBe(summary);
  });

  test('gives free pages a short address', async () => {
    const options = { site: defaultSite, collection: 'pages' as const, today: '2026-01-01' };
    const { post, problems } = await parsePost('# About', 'about.md', options);
    expect(post.meta).toMatchObject({ permalink: '/about/', collection: 'pages', title: 'About' });
    expect(problems[0]?.file).toBe('pages/about.md');
  });

  test('gives plain data that can be sent to a worker', async () => {
    const { post } = await parseFixture('hugo.md');
    const copy = structuredClone(post);
    expect(copy).toEqual(post);
    expect(JSON.parse(JSON.stringify(post.frontMatter))).toEqual(post.frontMatter);
  });

  test('takes any text', async () => {
    const fence = fc.constantFrom('+++\n', '---\n', '{"', 'Title: ', '');
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(
        '\n',
        'title',
        'date',
        'tags',
        ': ',
        ' = ',
        '"',
        "'",
        '- ',
        '[',
        '{',
        '? ',
        '&a ',
        '*a',
        '!!',
        '|',
        '#',
        '\t',
        '%',
      ),
    );
    const source = fc
      .tuple(fence, fc.array(piece, { maxLength: 30 }), fence, fc.string())
      .map(([open, pieces, close, body]) => `${open}${pieces.join('')}\n${close}${body}`);
    await fc.assert(
      fc.asyncProperty(source, fc.string(), async (text, path) => {
        const { post, problems } = await parse(text, path);
        expect(post.meta.title).not.toBe('');
        expect(post.meta.permalink).toMatch(/^\/.+\/$/);
        expect(text.endsWith(post.body) || problems.length > 0 || /[\r\ufeff]/.test(text)).toBe(
          true,
        );
        expect(text.split('\n').length).toBeGreaterThanOrEqual(post.bodyLine - 1);
      }),
      { numRuns: 200 },
    );
  });
});
