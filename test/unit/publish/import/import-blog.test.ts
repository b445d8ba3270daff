import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from 'vitest';

import { parseSite } from '../../../../src/content/site/site.ts';
import { importBlog } from '../../../../src/publish/import/import-blog.ts';
import type { ImportOutcome } from '../../../../src/publish/import/import-blog.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';

const fixtures = fileURLToPath(new URL('../../../fixtures/import', import.meta.url));

interface Case {
  readonly name: string;
  readonly kind: ImportOutcome['kind'];
  /** Address by file: what the documents of the generator say that it is, written down by hand. */
  readonly addresses: Readonly<Record<string, string>>;
  readonly settings: Readonly<Record<string, unknown>>;
  /** Templates by name. */
  readonly templates: Readonly<Record<string, string>>;
  /** Files and lines that the notes name. */
  readonly notes: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: 'zola',
    kind: 'zola',
    addresses: {
      'about.md': '/about/',
      'blog/2023-05-01-First_Flush.md': '/blog/first-flush/',
      'blog/old.md': '/archive/old-post/',
      'blog/oolong/index.fr.md': '/fr/blog/oolong/',
      'blog/oolong/index.md': '/blog/blue-tea/',
    },
    settings: {
      title: 'Leaves',
      description: 'Notes on tea.',
      url: 'https://leaves.example/journal/',
      language: 'en',
      author: 'Ada Leaf',
      smartPunctuation: true,
      navigation: [{ title: 'About', url: '/about/' }],
    },
    templates: {
      leaf: '<aside>\n  <b>{{name}}</b>\n  {{#note}}<p>{{{note}}}</p>{{/note}}\n</aside>\n',
    },
    notes: [
      'different config.toml:7 The lists of `places` at `/places/` are not made.',
      'different content/blog/_index.md The text of a section has no page here.',
      'hand config.toml:6 The feed `/news.xml` is not there: let the host lead from it to `/atom.xml`.',
    ],
  },
  {
    name: 'hugo',
    kind: 'hugo',
    addresses: {
      'about.md': '/about/',
      'notes/pebble.md': '/2021/07/a-small-pebble/',
      'posts/2021-04-05-gneiss/index.md': '/posts/2021-04-05-gneiss/',
      'posts/My_First Stone.md': '/posts/my_first-stone/',
      'posts/marble.en.md': '/en/posts/white-marble/',
      'posts/slate.md': '/roof/slate/',
    },
    settings: {
      title: 'Stones',
      description: 'Rocks, mostly.',
      url: 'https://stones.example/',
      language: 'de-DE',
      timeZone: 'Europe/Berlin',
      author: 'Karl Kiesel',
      math: true,
      feedLength: 15,
      navigation: [
        { title: 'Quarry', url: 'https://quarry.example/' },
        { title: 'About', url: '/about/' },
      ],
    },
    templates: {
      stone: '<figure>{{#name}}<figcaption>{{name}}</figcaption>{{/name}}{{body}}</figure>\n',
    },
    notes: [
      'different hugo.yaml:31 The lists of `epoch` are not made.',
      'different hugo.yaml:6 The theme `slate` is left behind, its pictures too.',
      'hand layouts/shortcodes/clever.html:2 `clever` does more than a template here can (`{{ range .Site.RegularPages }}`): write `shortcodes/clever.html` by hand.',
    ],
  },
  {
    name: 'jekyll',
    kind: 'jekyll',
    addresses: {
      '_kinds/cumulus.md': '/kinds/cumulus/',
      '_posts/2015-03-04-Cirrus-Clouds.md': '/high/thin/2015/03/04/Cirrus-Clouds.html',
      '_posts/2015-05-06-stratus.md': '/low/stratus/',
      'about.md': '/about/',
    },
    settings: {
      title: 'Clouds',
      description: 'Looking up.',
      url: 'https://sky.example/clouds/',
      language: 'en-GB',
      timeZone: 'Europe/London',
      author: 'Luke Howard',
      navigation: [{ title: 'About', url: '/about/' }],
    },
    templates: { remark: '<aside>{{#text}}{{text}}{{/text}}{{^text}}Look{{/text}}</aside>\n' },
    notes: [
      'different _config.yml:10 The theme `minima` is left behind.',
      'hand _config.yml:17 What `exclude` names is not known here: the doctor lists files that are published by mistake.',
    ],
  },
  {
    name: 'astro',
    kind: 'astro',
    addresses: {
      '2024-02-03-ink.mdx': '/articles/2024-02-03-ink/',
      'Hand Made_Paper.md': '/articles/hand-made_paper/',
      'fr/encre.md': '/articles/fr/encre/',
      'mill.md': '/mill/',
    },
    settings: {
      title: 'Paper',
      description: "It's made of rags.",
      url: 'https://paper.example/press/',
      navigation: [{ title: 'Mill', url: '/mill/' }],
    },
    templates: {},
    notes: [
      'hand astro.config.mjs:7 Redirects of the site are not read: write the old addresses as `aliases` of the posts.',
      'hand src/pages/tools.astro A page that is a program: write it as Markdown into the folder of pages.',
    ],
  },
  {
    name: 'eleventy',
    kind: 'eleventy',
    addresses: {
      'about.md': '/about/',
      'blog/2022-03-04-Penny_Black.md': '/blog/Penny_Black/',
      'blog/wax.md': '/red/wax/',
      'notes/seal.md': '/n/seal/',
    },
    settings: {
      title: 'Letters',
      description: 'By post.',
      url: 'https://mail.example/post/',
      language: 'en',
      author: 'Rowland',
      static: 'static',
    },
    templates: {},
    notes: [
      'hand eleventy.config.js:4 The shortcode `stamp` is a program: write it as `shortcodes/stamp.html`.',
    ],
  },
  {
    name: 'quartz',
    kind: 'vault',
    addresses: {
      '2024-01-01 Hedge.md': '/2024-01-01-Hedge/',
      'Beds/Rose Bed.md': '/Beds/Rose-Bed/',
    },
    settings: {
      title: 'Garden',
      url: 'https://garden.example/wild/',
      language: 'en-US',
      vault: true,
      math: true,
    },
    templates: {},
    notes: [
      'different content/index.md The first page is the list of posts; this note has a page of its own.',
    ],
  },
];

/** All files of a folder with their bytes and times. */
function photograph(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((file) => `${file} ${statSync(file).mtimeMs} ${readFileSync(file, 'utf8')}`)
    .toSorted();
}

describe.each(cases)(
  'importBlog of $name',
  ({ name, kind, addresses, settings, templates, notes }) => {
    const source = join(fixtures, name);

    test('keeps every address that the generator’s documents give', async () => {
      const outcome = await importBlog({ source, into: makeFolder(), copies: false, isDry: true });
      const moves = outcome.addresses.moves.filter(({ from }) => from !== undefined);
      const found = moves.map(({ file, to }) => [file.replace(/^(?:posts|pages)\//, ''), to]);
      expect(outcome.kind).toBe(kind);
      expect(Object.fromEntries(found)).toEqual(addresses);
      expect(moves.filter(({ isKept }) => !isKept)).toEqual([]);
      expect(moves.filter(({ from, to }) => from !== to)).toEqual([]);
    });

    test('takes over settings, templates and remarks, and leaves the source alone', async () => {
      const before = photograph(source);
      const into = makeFolder();
      const outcome = await importBlog({ source, into, copies: false, isDry: false });
      const site = parseSite(readFileSync(join(into, 'site.toml'), 'utf8'), 'site.toml');
      expect(site).toMatchObject(settings);
      expect(existsSync(join(into, site.posts))).toBe(true);
      for (const [short, text] of Object.entries(templates)) {
        expect(readFileSync(join(into, 'shortcodes', `${short}.html`), 'utf8')).toBe(text);
      }
      expect([...outcome.files.keys()].length).toBe(1 + Object.keys(templates).length);
      const told = outcome.notes.map(
        ({ kind: weight, file, line, message }) =>
          `${weight} ${file}${line === undefined ? '' : `:${line}`} ${message}`,
      );
      expect(told.toSorted()).toEqual(notes);
      expect(photograph(source)).toEqual(before);
    });
  },
);

describe('importBlog', () => {
  test('copies content when asked to, and what is published elsewhere than it lies', async () => {
    const into = makeFolder();
    await importBlog({ source: join(fixtures, 'eleventy'), into, copies: true, isDry: false });
    const names = ['site.toml', 'site/blog/wax.md', 'static/horn.txt', 'static/img/horn.svg'];
    expect(names.filter((file) => !existsSync(join(into, file)))).toEqual([]);
  });

  test('refuses to write into what it reads', async () => {
    const source = makeFolder({ 'config.toml': 'base_url = "/"', 'content/a.md': '' });
    const request = { source, copies: false, isDry: false };
    for (const into of [source, join(source, 'blog')]) {
      await expect(importBlog({ ...request, into })).rejects.toThrow('of which nothing is changed');
    }
  });

  test('refuses a folder that has a blog, and one that is no project', async () => {
    const source = join(fixtures, 'zola');
    const request = { into: makeFolder({ 'site.toml': '' }), copies: false, isDry: false };
    await expect(importBlog({ ...request, source })).rejects.toThrow(
      'There is a `site.toml` already.',
    );
    await expect(
      importBlog({ ...request, source: makeFolder(), into: makeFolder() }),
    ).rejects.toThrow('This is no project');
  });
});
