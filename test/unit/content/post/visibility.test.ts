import { describe, expect, test } from 'vitest';
import { createFields } from '../../../../src/content/front-matter/fields.ts';
import { findHiddenReason } from '../../../../src/content/post/visibility.ts';
import type { VisibilityFacts } from '../../../../src/content/post/visibility.ts';
import type { HiddenReason } from '../../../../src/content/model/post.ts';

function facts(
  values: Record<string, unknown>,
  more: Partial<VisibilityFacts> = {},
): VisibilityFacts {
  const days = { from: ['2019-03-04'], until: undefined };
  return {
    fields: createFields(values),
    path: 'x.md',
    days,
    today: '2020-01-01',
    future: false,
    ...more,
  };
}

function unpublished(setting: string, value: string): HiddenReason {
  return { kind: 'unpublished', setting, value };
}

describe('findHiddenReason', () => {
  test.each([
    ['draft', { draft: true }, { kind: 'draft' }],
    ['a quoted draft', { draft: 'true' }, { kind: 'draft' }],
    ['published: false', { published: false }, unpublished('published', 'false')],
    ['published: "false"', { published: 'false' }, unpublished('published', 'false')],
    ['published: no', { published: 'no' }, unpublished('published', 'no')],
    ['publish: false', { publish: false }, unpublished('publish', 'false')],
    [
      'publish: false beside a day',
      { published: '2019-01-02', publish: false },
      unpublished('publish', 'false'),
    ],
    ['a status of draft', { status: 'Draft' }, unpublished('status', 'Draft')],
    ['a private status', { status: 'private' }, unpublished('status', 'private')],
    ['a hidden status', { status: 'hidden' }, unpublished('status', 'hidden')],
    ['a draft and a comma', { draft: 'true,' }, { kind: 'draft' }],
    ['a status of draft and a comma', { status: 'draft,' }, unpublished('status', 'draft,')],
    ['a status and a remark', { status: 'trash # soon' }, unpublished('status', 'trash # soon')],
    ['private: true', { private: true }, unpublished('private', 'true')],
    ['a quoted private', { is_private: 'yes' }, unpublished('isprivate', 'yes')],
    ['a headless bundle of Hugo', { headless: true }, unpublished('headless', 'true')],
    [
      'what Hugo does not render',
      { build: { render: 'never' } },
      unpublished('build.render', 'never'),
    ],
    ['that by its old name', { _build: { render: false } }, unpublished('build.render', 'false')],
    ['what Zola does not render', { render: false }, unpublished('render', 'false')],
    ['what Eleventy does not write', { permalink: false }, unpublished('permalink', 'false')],
    ['a draft by one of two names', { draft: false, isdraft: true }, { kind: 'draft' }],
    ['draft: ja', { draft: 'ja' }, { kind: 'unclear', setting: 'draft', value: 'ja' }],
    ['draft: 2', { isdraft: 2 }, { kind: 'unclear', setting: 'isdraft', value: '2' }],
    ['draft: [true]', { draft: [true] }, { kind: 'unclear', setting: 'draft', value: '…' }],
    [
      'published: flase',
      { published: 'flase' },
      { kind: 'unclear', setting: 'published', value: 'flase' },
    ],
    [
      'publish: fasle',
      { publish: 'fasle' },
      { kind: 'unclear', setting: 'publish', value: 'fasle' },
    ],
  ])('hides %s', (_, values, reason) => {
    expect(findHiddenReason(facts(values))).toEqual(reason);
  });

  test.each([
    ['nothing said', {}],
    ['draft: false', { draft: false }],
    ['draft: "false"', { draft: 'false' }],
    ['published: true', { published: true }],
    ['a date of publication', { published: '2019-03-04' }],
    ['a published status', { status: 'published' }],
    ['an empty draft', { draft: null }],
    ['a status of another meaning', { status: 'drafty' }],
    ['a status of several words', { status: 'Private beta' }],
    ['a status of a text', { status: 'Draft 2 of the RFC' }],
    ['a year of publication', { published: 2019 }],
    ['a day of publication that is not clear', { published: '12/05/2019' }],
    ['a publisher', { published: 'Smashing Magazine' }],
    ['an address of publication', { published: 'https://example.org/false' }],
    ['a list of publications', { published: ['flase'] }],
    ['a table of publication', { publish: { draft: true } }],
    ['another word of publication', { publish: 'quarterly' }],
    ['what a theme calls published', { extra: { published: false } }],
    ['private: false', { private: false }],
    ['a private matter', { private: 'Ryan' }],
    ['private of a theme', { extra: { private: true } }],
    ['what Hugo only does not list', { build: { list: 'never', render: 'always' } }],
    ['a written address', { permalink: '/false/' }],
    ['draft: false beside a status', { draft: false, status: 'draft' }],
  ])('shows %s', (_, values) => {
    expect(findHiddenReason(facts(values))).toBeUndefined();
  });

  test.each(['fals', 'falsee', 'fa1se'])('hides what is published: %s', (value) => {
    const reason = { kind: 'unclear', setting: 'published', value };
    expect(findHiddenReason(facts({ published: value }))).toEqual(reason);
  });

  test.each(['Pulse', 'Valve', 'Fast', 'sale', 'fall', 'Smashing'])(
    'shows what is published: %s',
    (published) => {
      expect(findHiddenReason(facts({ published }))).toBeUndefined();
    },
  );

  test('hides Jekyll’s drafts', () => {
    expect(findHiddenReason(facts({}, { path: '_drafts/x.md' }))).toEqual({ kind: 'draft' });
    expect(findHiddenReason(facts({}, { path: 'a_drafts/x.md' }))).toBeUndefined();
  });

  test.each([
    ['_draft.md', '_draft.md'],
    ['a/_note.md', '_note.md'],
    ['_folder/a.md', '_folder/'],
    ['a/_b/c/index.md', '_b/'],
  ])('hides %s, as Jekyll and Astro do', (path, part) => {
    expect(findHiddenReason(facts({}, { path }))).toEqual({ kind: 'name', part });
  });

  test.each([
    '_posts/x.md',
    'tea/_posts/x.md',
    '_pages/x.md',
    'a_b/x_.md',
    '_index.md',
    'a/_index.fr.md',
  ])('shows %s', (path) => {
    expect(findHiddenReason(facts({}, { path }))).toBeUndefined();
  });

  test('shows a post of AstroPaper in such a folder, but no such file', () => {
    const values = { pubdatetime: '2020-01-01' };
    expect(findHiddenReason(facts(values, { path: '_releases/a.md' }))).toBeUndefined();
    expect(findHiddenReason(facts(values, { path: '_releases/_a.md' }))).toBeDefined();
  });

  test('takes the page of a section alone for what makes no page', () => {
    expect(findHiddenReason(facts({ render: false }, { path: 'a/_index.md' }))).toBeUndefined();
    expect(findHiddenReason(facts({ private: true }, { path: 'a/_index.md' }))).toEqual(
      unpublished('private', 'true'),
    );
  });

  test.each([
    ['tomorrow', ['2020-01-02'], { kind: 'future', day: '2020-01-02' }],
    ['today', ['2020-01-01'], undefined],
    ['no day', [undefined], undefined],
    [
      'a later day of publication',
      ['2019-01-01', '2021-01-01'],
      { kind: 'future', day: '2021-01-01' },
    ],
  ])('judges a post of %s', (_, from, reason) => {
    const days = { from, until: undefined };
    expect(findHiddenReason(facts({}, { days }))).toEqual(reason);
    expect(findHiddenReason(facts({}, { days, future: true }))).toBeUndefined();
  });

  test.each([
    ['2019-12-31', { kind: 'expired', day: '2019-12-31' }],
    ['2020-01-01', { kind: 'expired', day: '2020-01-01' }],
    ['2020-01-02', undefined],
  ])('judges a post that expires on %s', (until, reason) => {
    expect(findHiddenReason(facts({}, { days: { from: [], until }, future: true }))).toEqual(
      reason,
    );
  });
});
