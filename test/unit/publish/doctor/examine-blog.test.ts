import { readFileSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Finding } from '../../../../src/publish/advice/finding.ts';
import { ruleNames } from '../../../../src/publish/advice/rules.ts';
import type { RuleName } from '../../../../src/publish/advice/rules.ts';
import { examineBlog } from '../../../../src/publish/doctor/examine-blog.ts';
import { packageRoot } from '../../../../src/publish/package/package-root.ts';
import { readSite } from '../../../../src/publish/scan/read-site.ts';
import { findCacheFolder, openWorkshop } from '../../../../src/publish/steps/open-workshop.ts';
import type { Workshop } from '../../../../src/publish/steps/open-workshop.ts';
import { makeLastingFolder } from '../../../support/temporary-folder.ts';

/** What other tests have bundled and rendered is used again. */
const cacheFolder = findCacheFolder(packageRoot);

const post = (body: string, head = ''): string =>
  `+++\ntitle = "A ${body.length}"\ndate = 2020-01-01\n${head}+++\n${body}\n`;

/** A file of a made-up blog, the finding that it has, and where: `line:column`, empty for the whole file. */
interface Case {
  readonly rule: RuleName;
  readonly file: string;
  readonly text: string | Uint8Array;
  readonly at: string;
  /** The file that is named, where it is another. */
  readonly named?: string;
}

const cases: readonly Case[] = [
  { rule: 'settings', file: 'site.toml', text: 'title = "T"\n', at: '' },
  { rule: 'front-matter', file: 'posts/head.md', text: post('x', '= 1\n'), at: '4:1' },
  {
    rule: 'setting-name',
    file: 'posts/name.md',
    text: post('x', 'updatd = 2020-02-01\n'),
    at: '4:1',
  },
  {
    rule: 'encoding',
    file: 'posts/latin.md',
    text: Buffer.from(post('caf\xe9'), 'latin1'),
    at: '',
  },
  { rule: 'draft', file: 'posts/draft.md', text: post('x', 'draft = true\n'), at: '' },
  { rule: 'future', file: 'posts/future.md', text: post('x').replace('2020', '2090'), at: '' },
  { rule: 'expired', file: 'posts/expired.md', text: post('x', 'expires = 2021-01-01\n'), at: '' },
  { rule: 'hidden', file: 'posts/_hidden.md', text: post('x'), at: '' },
  {
    rule: 'time-zone',
    file: 'posts/zone.md',
    text: post('x').replace('2020-01-01', '2020-01-01T01:00:00+08:00'),
    at: '',
    named: 'site.toml',
  },
  { rule: 'date', file: 'posts/date.md', text: post('x').replace('-01-01', '-13-01'), at: '3:8' },
  { rule: 'undated', file: 'posts/undated.md', text: '+++\ntitle = "U"\n+++\nx\n', at: '' },
  {
    rule: 'updated-before-date',
    file: 'posts/before.md',
    text: post('x', 'updated = 2019-01-01\n'),
    at: '4:11',
  },
  { rule: 'no-title', file: 'posts/untitled.md', text: '+++\ndate = 2020-01-01\n+++\nx\n', at: '' },
  {
    rule: 'long-title',
    file: 'posts/long.md',
    text: post('x').replace('A 1', 'word '.repeat(20)),
    at: '2:9',
  },
  {
    rule: 'similar-keywords',
    file: 'posts/keywords.md',
    text: post('x', 'tags = ["Garden path", "garden-paths"]\n'),
    at: '',
  },
  {
    rule: 'keyword',
    file: 'posts/keyword.md',
    text: post('x', `tags = ["${'k'.repeat(200)}"]\n`),
    at: '',
  },
  {
    rule: 'same-address',
    file: 'posts/one/index.md',
    text: post('x'),
    at: '',
    named: 'posts/one.md',
  },
  {
    rule: 'address',
    file: 'posts/alias.md',
    text: post('x', 'aliases = ["/posts/name/"]\n'),
    at: '',
  },
  { rule: 'no-scheme', file: 'posts/scheme.md', text: post('See [x](github.com/x).'), at: '5:9' },
  {
    rule: 'broken-anchor',
    file: 'posts/anchor.md',
    text: post('See\n[x](scheme.md#far).'),
    at: '6:14',
  },
  { rule: 'broken-link', file: 'posts/link.md', text: post('See [x](gone.md).'), at: '5:9' },
  {
    rule: 'secret',
    file: 'posts/id_rsa',
    text: '-----BEGIN RSA PRIVATE KEY-----',
    at: '',
    named: 'posts',
  },
  { rule: 'stray-file', file: 'static/dump.sql', text: 'x', at: '', named: 'dump.sql' },
  { rule: 'left-out-file', file: 'posts/old.md.bak', text: 'x', at: '', named: 'posts' },
  {
    rule: 'missing-file',
    file: 'posts/missing.md',
    text: post('a\n\n![A cup](Cup.png)'),
    at: '7:10',
  },
  { rule: 'no-alt', file: 'posts/alt.md', text: post('See\n![](cup.png)'), at: '6:5' },
  { rule: 'huge-picture', file: 'posts/huge.png', text: Buffer.alloc(1_200_000), at: '' },
  { rule: 'unused-picture', file: 'posts/unused.png', text: 'x', at: '' },
  { rule: 'unknown-shortcode', file: 'posts/tag.md', text: post('{{< nothing >}}'), at: '5:1' },
  { rule: 'shortcode', file: 'posts/tags.md', text: post('{{< figure src="cup.png" '), at: '5:1' },
  { rule: 'unknown-language', file: 'posts/code.md', text: post('```pyton\nx\n```'), at: '5:4' },
  { rule: 'removed-html', file: 'posts/html.md', text: post('<script>x</script>'), at: '5:1' },
  { rule: 'formula', file: 'posts/math.md', text: post('$\\frac{$', 'math = true\n'), at: '6' },
  { rule: 'markdown', file: 'posts/marks.md', text: post('| a |\n| - |\n| b | lost |'), at: '7' },
  {
    rule: 'limit',
    file: 'posts/limit.md',
    text: post('x', `description = "${'word '.repeat(500)}"\n`),
    at: '4:15',
  },
];

const folder = makeLastingFolder();
let workshop: Workshop;
let findings: readonly Finding[];

beforeAll(async () => {
  folder.write({
    ...Object.fromEntries(cases.map(({ file, text }) => [file, text])),
    'posts/one.md': post('y'),
    'posts/clean.md': post('```js\nx\n```\n\n![A cup](cup.png) [x](scheme.md)'),
    'posts/cup.png': 'x',
    'site.toml': 'title = "T"\nposts = "posts"\npages = "pages"\nstatic = "static"\n',
    'pages/about.md': '+++\ntitle = "About"\n+++\n',
  });
  const files = readSite(folder.path, {});
  workshop = await openWorkshop({ files, base: '/', cacheFolder });
  ({ findings } = await examineBlog(workshop, { site: files.site, base: '/' }));
});

afterAll(async () => {
  await workshop.close();
  folder.remove();
});

describe('examineBlog', () => {
  test.each(cases)('finds $rule', ({ rule, file, at, named = file }) => {
    const found = findings.filter((finding) => finding.rule === rule);
    const places = found.map(
      ({ file: own, line, column }) =>
        `${own} ${[line, column].filter((each) => each !== undefined).join(':')}`,
    );
    expect(places).toContain(`${named} ${at}`);
  });

  test('has a fixture of every rule, but for those that take a network or damaged data', () => {
    const without: readonly RuleName[] = ['outside-link', 'data'];
    const covered = [...cases.map(({ rule }) => rule), ...without];
    expect(covered.toSorted()).toEqual(ruleNames.toSorted());
  });

  test('says nothing of what is in order', () => {
    const about = findings.filter(
      ({ file }) => file === 'posts/clean.md' || file === 'posts/cup.png',
    );
    expect(about.map(({ rule }) => rule)).toEqual([]);
  });

  test('can put right what cannot be meant otherwise', () => {
    const repairs = findings.flatMap(({ rule, repair }) => (repair ? [[rule, repair.to]] : []));
    expect(repairs.toSorted()).toEqual([
      ['missing-file', 'cup.png'],
      ['no-scheme', 'https://github.com/x'],
      ['setting-name', 'updated'],
      ['unknown-language', 'python'],
    ]);
  });

  test('stands in the documents, rule by rule', () => {
    const page = readFileSync(new URL('../../../../docs/doctor.md', import.meta.url), 'utf8');
    const told = Array.from(page.matchAll(/^\| `([a-z-]+)` +\|/gm), ([, name]) => name);
    expect(told).toEqual(ruleNames);
  });
});
