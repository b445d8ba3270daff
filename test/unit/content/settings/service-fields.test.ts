import { describe, expect, test } from 'vitest';
import { ContentError } from '../../../../src/content/model/problem.ts';
import type { Problem } from '../../../../src/content/model/problem.ts';
import { parseSite } from '../../../../src/content/site/site.ts';

function problemOf(toml: string): Problem {
  try {
    parseSite(toml, 'site.toml');
  } catch (error) {
    if (error instanceof ContentError) return error.problem;
    throw error;
  }
  throw new Error('the settings were accepted');
}

const giscus =
  'service = "giscus", repo = "ann/blog", repo-id = "R_1", category = "Talk", categoryId = "DIC_1"';

describe('parseComments', () => {
  test('reads giscus, with names in any spelling', () => {
    expect(parseSite(`comments = { ${giscus} }`, 'site.toml').comments).toEqual({
      service: 'giscus',
      url: 'https://giscus.app',
      repo: 'ann/blog',
      repoId: 'R_1',
      category: 'Talk',
      categoryId: 'DIC_1',
      mapping: 'pathname',
    });
  });

  test('reads utterances on a host of its own, as a table', () => {
    const toml =
      '[comments]\nservice = "utterances"\nrepo = "ann/blog"\nurl = "https://talk.example/u/"\nmapping = "og:title"\nlabel = "comment"';
    expect(parseSite(toml, 'site.toml').comments).toEqual({
      service: 'utterances',
      url: 'https://talk.example/u',
      repo: 'ann/blog',
      label: 'comment',
      mapping: 'og:title',
    });
  });

  test.each([
    ['no table', 'comments = true', '`comments` is `true`, not a table.'],
    ['no service', 'comments = { repo = "a/b" }', '`comments` names no `service`.'],
    ['another service', 'comments = { service = "disqus" }', 'which is not known'],
    ['a missing name', 'comments = { service = "utterances" }', 'lacks `repo`, which utterances'],
    ['an unknown name', `comments = { ${giscus}, theme = "x" }`, '`theme` is no setting of giscus'],
    ['no repository', 'comments = { service = "utterances", repo = "blog" }', 'no repository'],
    [
      'plain HTTP',
      'comments = { service = "utterances", repo = "a/b", url = "http://x.example" }',
      'no address over HTTPS',
    ],
    [
      'an unknown mapping',
      'comments = { service = "utterances", repo = "a/b", mapping = "id" }',
      '`mapping` is `"id"`',
    ],
  ])('rejects %s', (_, toml, message) => {
    expect(problemOf(toml)).toMatchObject({ file: 'site.toml', line: 1 });
    expect(problemOf(toml).message).toContain(message);
  });

  test('points at the line within a table', () => {
    const toml = '[comments]\nservice = "utterances"\nrepo = "blog"';
    expect(problemOf(toml)).toMatchObject({ line: 3, column: 8 });
  });
});

describe('parseEdit', () => {
  test.each(['https://a.example/edit/{path}', 'https://a.example/?f={file}'])(
    'reads %s',
    (edit) => {
      expect(parseSite(`edit = "${edit}"`, 'site.toml').edit).toBe(edit);
    },
  );

  test.each([
    ['edit = "https://a.example/edit"', 'all posts would share an address'],
    ['edit = "/edit/{path}"', 'no whole address'],
  ])('rejects %s', (toml, message) => expect(problemOf(toml).message).toContain(message));
});

describe('parseAddresses', () => {
  test('reads whole addresses, and those of mail', () => {
    const addresses = ['https://social.example/@ann', 'mailto:ann@example.org'];
    expect(parseSite(`rel_me = ${JSON.stringify(addresses)}`, 'site.toml').relMe).toEqual(
      addresses,
    );
  });

  test.each([
    ['rel_me = "https://a.example"', 'not a list of addresses'],
    ['rel_me = ["@ann"]', 'no whole address'],
    ['webmention = "webmention.io"', 'no whole address'],
    ['hub = "javascript:alert(1)"', 'no whole address'],
  ])('rejects %s', (toml, message) => expect(problemOf(toml).message).toContain(message));
});

describe('parseCounter', () => {
  test.each([
    [
      'service = "plausible", site = "a.example"',
      { service: 'plausible', url: 'https://plausible.io', site: 'a.example' },
    ],
    [
      'service = "goatcounter", url = "https://a.goatcounter.com/"',
      { service: 'goatcounter', url: 'https://a.goatcounter.com', site: '' },
    ],
    [
      'service = "umami", site = "94db", url = "https://u.example"',
      { service: 'umami', url: 'https://u.example', site: '94db' },
    ],
  ])('reads %s', (toml, counter) => {
    expect(parseSite(`counter = { ${toml} }`, 'site.toml').counter).toEqual(counter);
  });

  test.each([
    ['service = "goatcounter"', 'lacks `url`'],
    ['service = "plausible"', 'lacks `site`'],
    ['service = "google"', 'which is not known'],
  ])('rejects %s', (toml, message) => {
    expect(problemOf(`counter = { ${toml} }`).message).toContain(message);
  });
});
