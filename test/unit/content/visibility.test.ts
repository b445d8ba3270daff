import { describe, expect, test } from 'vitest';
import { createFields } from '../../../src/content/fields.ts';
import { findHiddenReason } from '../../../src/content/visibility.ts';
import type { VisibilityFacts } from '../../../src/content/visibility.ts';

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

describe('findHiddenReason', () => {
  test.each([
    ['draft', { draft: true }, { kind: 'draft' }],
    ['a quoted draft', { draft: 'true' }, { kind: 'draft' }],
    ['a status of draft', { status: 'Draft' }, { kind: 'draft' }],
    ['published: false', { published: false }, { kind: 'unpublished' }],
    ['published: "false"', { published: 'false' }, { kind: 'unpublished' }],
    ['published: no', { published: 'no' }, { kind: 'unpublished' }],
    ['a private status', { status: 'private' }, { kind: 'unpublished' }],
    ['a hidden status', { status: 'hidden' }, { kind: 'unpublished' }],
    ['a draft and a comma', { draft: 'true,' }, { kind: 'draft' }],
    ['a status of draft and a comma', { status: 'draft,' }, { kind: 'draft' }],
    ['a private status and a remark', { status: 'private # for now' }, { kind: 'unpublished' }],
    ['draft: ja', { draft: 'ja' }, { kind: 'unclear', setting: 'draft', value: 'ja' }],
    ['draft: 2', { isdraft: 2 }, { kind: 'unclear', setting: 'isdraft', value: '2' }],
    ['draft: [true]', { draft: [true] }, { kind: 'unclear', setting: 'draft', value: '…' }],
    [
      'published: flase',
      { published: 'flase' },
      { kind: 'unclear', setting: 'published', value: 'flase' },
    ],
    [
      'a day of publication that does not exist',
      { published: '2019-13-04' },
      { kind: 'unclear', setting: 'published', value: '2019-13-04' },
    ],
    ['publish: nein', { publish: 'nein' }, { kind: 'unclear', setting: 'publish', value: 'nein' }],
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
    ['draft: false beside a status', { draft: false, status: 'draft' }],
  ])('shows %s', (_, values) => {
    expect(findHiddenReason(facts(values))).toBeUndefined();
  });

  test('hides Jekyll’s drafts', () => {
    expect(findHiddenReason(facts({}, { path: '_drafts/x.md' }))).toEqual({ kind: 'draft' });
    expect(findHiddenReason(facts({}, { path: 'a_drafts/x.md' }))).toBeUndefined();
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
