import { describe, expect, test } from 'vitest';
import { ContentError } from '../../../../src/content/model/problem.ts';
import type { Problem } from '../../../../src/content/model/problem.ts';
import { defaultSite, parseSite } from '../../../../src/content/site/site.ts';

function problemOf(toml: string): Problem {
  try {
    parseSite(toml, 'site.toml');
  } catch (error) {
    if (error instanceof ContentError) return error.problem;
    throw error;
  }
  throw new Error('the settings were accepted');
}

describe('parseSite', () => {
  test('gives every setting its default', () => {
    expect(parseSite('', 'site.toml')).toEqual(defaultSite);
  });

  test('reads all settings', () => {
    const toml = `
title = "A blog"
description = "About things."
url = "https://example.org/blog"
language = "pt_br"
time_zone = "Europe/Zurich"
author = "Ann"
permalink = "/:year/:slug/"
posts = "../posts"
pages = "../pages"
static = "static"
shortcodes = "tags"
assets = { "@assets/*" = "../src/assets/*" }
footer = "© Ann"
font = "system"
math = true
smart_punctuation = true
feed_length = 50
image = "/cover.png"
future = true
generator = "Hugo"
language_folders = ["en", "it"]
split_keywords = false
image_hosts = ["Pictures.example", "*.cdn.example:8443"]
media_hosts = ["*"]
frame_hosts = ["player.example", "*.films.example"]
remote = "ask"
offline = false

[permalinks]
notes = "/notes/:title/"
"/docs/deep/" = "/:sections[1:]/:slug/"

[[navigation]]
title = "About"
url = "/about/"

[[navigation]]
title = "Code"
url = "https://example.org/"
`;
    expect(parseSite(toml, 'site.toml')).toEqual({
      assets: { '@assets': '../src/assets' },
      title: 'A blog',
      description: 'About things.',
      url: 'https://example.org/blog/',
      language: 'pt-BR',
      timeZone: 'Europe/Zurich',
      author: 'Ann',
      permalink: '/:year/:slug/',
      permalinks: { notes: '/notes/:title/', 'docs/deep': '/:sections[1:]/:slug/' },
      generator: 'hugo',
      languageFolders: ['en', 'it'],
      posts: '../posts',
      pages: '../pages',
      static: 'static',
      shortcodes: 'tags',
      navigation: [
        { title: 'About', url: '/about/' },
        { title: 'Code', url: 'https://example.org/' },
      ],
      footer: '© Ann',
      font: 'system',
      math: true,
      smartPunctuation: true,
      feedLength: 50,
      image: '/cover.png',
      future: true,
      splitKeywords: false,
      imageHosts: ['pictures.example', '*.cdn.example:8443'],
      mediaHosts: ['*'],
      frameHosts: ['player.example', '*.films.example'],
      remote: 'ask',
      offline: false,
    });
  });

  test('reads patterns by section as newer Hugo has them', () => {
    const toml =
      '[permalinks.page]\nposts = "/:year/:slug/"\n[permalinks.section]\nposts = "/all/"\n';
    expect(parseSite(toml, 'site.toml').permalinks).toEqual({ posts: '/:year/:slug/' });
  });

  test.each(['feed_length = 5', 'feed-length = 5', 'feedLength = 5'])('reads %s', (toml) => {
    expect(parseSite(toml, 'site.toml').feedLength).toBe(5);
  });

  test('takes the title for the footer', () => {
    expect(parseSite('title = "X"', 'site.toml').footer).toBe('X');
    expect(parseSite('title = "X"\nfooter = ""', 'site.toml').footer).toBe('');
  });

  test('reads a file with a byte order mark and CRLF', () => {
    expect(parseSite('\ufefftitle = "X"\r\nmath = true\r\n', 'site.toml')).toMatchObject({
      title: 'X',
      math: true,
    });
  });

  test.each([
    ['/a.png', '/a.png'],
    ['a.png', '/a.png'],
    ['./img/a.png', '/img/a.png'],
    ['https://x.example/a.png', 'https://x.example/a.png'],
  ])('reads the image %s as %s', (written, image) => {
    expect(parseSite(`image = "${written}"`, 'site.toml').image).toBe(image);
  });

  test.each([
    ['permalinks = "/:slug/"', /`permalinks` is `"\/:slug\/"`, not a table of patterns/],
    ['[permalinks]\nnotes = "/:foo/"', /`permalinks.notes` has `:foo`/],
    ['[permalinks]\nnotes = "/notes/"', /`permalinks.notes` is `\/notes\/`: all posts/],
    ['generator = "gatsby"', /`generator` is `gatsby`, whose rules/],
    ['language_folders = "en"', /`language_folders` is `"en"`, not a list/],
    ['language_folders = ["en", 3]', /`language_folders` has `3`, which is no language tag/],
  ])('rejects %j', (toml, message) => {
    expect(() => parseSite(toml, 'site.toml')).toThrow(message);
  });

  test.each([
    ['a typing error', 'tittle = "x"', '`tittle` is not a setting.', 'Did you mean `title`?', 1, 1],
    [
      'a name of Zola',
      '\nbase_url = "x"',
      '`base_url` is not a setting.',
      'Did you mean `url`?',
      2,
      1,
    ],
    [
      'a name of Jekyll',
      'timezome = "x"',
      '`timezome` is not a setting.',
      'Did you mean `time_zone`?',
      1,
      1,
    ],
    [
      'a table',
      '[markdown]\nx = 1',
      '`markdown` is not a setting.',
      /^The settings are `title`, /,
      1,
      2,
    ],
    ['a number for text', 'title = 3', '`title` is `3`, not text.', 'Write `title = "…"`.', 1, 9],
    ['an empty title', 'title = " "', '`title` is empty.', /value/, 1, 9],
    ['text for yes', 'math = "yes"', '`math` is `"yes"`, not true or false.', /math = true/, 1, 8],
    ['a fraction', 'feed_length = 1.5', /not a whole number from 1 to 1000/, /= 20/, 1, 15],
    ['too many entries', 'feed_length = 1001', /not a whole number/, /= 20/, 1, 15],
    [
      'a strange font',
      'font = "Comic"',
      '`font` is `"Comic"`, which does not exist.',
      /"book"/,
      1,
      8,
    ],
    ['one host', 'image_hosts = "x.example"', /not a list of hosts/, /\["pictures/, 1, 15],
    ['an address for a host', 'image_hosts = ["https://x.example"]', /no host/, /alone/, 1, 15],
    [
      'a word of a policy for a host',
      'media_hosts = ["\'unsafe-inline\'"]',
      /no host/,
      /alone/,
      1,
      15,
    ],
    [
      'a host that ends a directive',
      'media_hosts = ["x.example; script-src *"]',
      /no host/,
      /alone/,
      1,
      15,
    ],
    ['any host of frames', 'frame_hosts = ["*"]', /any site/, /Name the hosts/, 1, 15],
    [
      'an unknown wish',
      'remote = "never"',
      '`remote` is `"never"`, which does not exist.',
      /"ask"/,
      1,
      10,
    ],
    ['a relative url', 'url = "example.org"', /not an address of a site/, /https:/, 1, 7],
    ['another scheme', 'url = "ftp://x/"', /not an address of a site/, /https:/, 1, 7],
    ['a stray % in a url', 'url = "https://x/100%/"', /stands for no letter/, /without/, 1, 7],
    ['an encoded % in a url', 'url = "https://x/100%25/"', /no letter/, /without/, 1, 7],
    ['half a letter in a url', 'url = "https://x/%E3%82/"', /no letter/, /without/, 1, 7],
    ['a url with a query', 'url = "https://x/?a"', /not an address of a site/, /https:/, 1, 7],
    ['a picture as data', 'image = "data:,x"', /no picture of the blog/, /whole address/, 1, 9],
    ['a strange language', 'language = "Français!"', /not a language tag/, /`fr`/, 1, 12],
    ['a strange zone', 'time_zone = "Mars/X"', /not a time zone/, /Europe\/Zurich/, 1, 13],
    ['an unknown token', 'permalink = "/:foo/"', /has `:foo`/, /`:slug`/, 1, 13],
    ['one address for all', 'permalink = "/:year/"', /would share an address/, /`:slug`/, 1, 13],
    ['navigation as text', 'navigation = "x"', /not a list of links/, /\[\[navigation\]\]/, 1, 14],
    [
      'a link without url',
      '[[navigation]]\ntitle = "a"',
      /Link 1 of `navigation` needs/,
      /url = /,
      1,
      3,
    ],
    [
      'a link with more',
      'navigation = [{ title = "a", url = "/", x = 1 }]',
      /has `x`/,
      /title/,
      1,
      14,
    ],
    [
      'a link to a script',
      'navigation = [{ title = "a", url = "javascript:x" }]',
      /not an address/,
      /https:/,
      1,
      14,
    ],
    [
      'a protocol-relative link',
      'navigation = [{ title = "a", url = "//x" }]',
      /not an address/,
      /https:/,
      1,
      14,
    ],
    [
      'a setting twice',
      'feed_length = 1\nfeedLength = 2',
      '`feedLength` is given twice.',
      /Keep one/,
      2,
      14,
    ],
  ])('rejects %s', (_, toml, message, remedy, line, column) => {
    const problem = problemOf(toml);
    expect(problem).toMatchObject({
      kind: 'site',
      severity: 'error',
      file: 'site.toml',
      line,
      column,
    });
    expect(problem.message).toMatch(message);
    expect(problem.remedy).toMatch(remedy);
    expect(problem.frame).toContain('^');
  });

  test.each([
    ['an open string', 'math = true\ntitle = "a\n', 2, 'has no closing quote'],
    ['a key twice', 'title = "a"\ntitle = "b"', 2, 'The settings are not valid TOML: '],
    ['no equals sign', 'title: "a"', 1, 'is how YAML writes a setting'],
  ])('names the line of %s', (_, toml, line, message) => {
    const problem = problemOf(toml);
    expect(problem.message).toContain(message);
    expect(problem.line).toBe(line);
    expect(problem.frame).toContain('^');
  });
});
