import { describe, expect, test } from 'vitest';

import type { PostDate } from '../../../../src/content/model/post.ts';
import { describeOffsets } from '../../../../src/publish/report/describe-offsets.ts';
import { makeMeta } from '../../../support/create-meta.ts';

const morning: PostDate = { day: '2006-02-20', instant: '2006-02-19T17:08:00Z' };
const noon: PostDate = { day: '2006-02-20', instant: '2006-02-20T12:00:00Z' };
const settings = { timeZone: undefined, name: 'site.toml' };

describe('describeOffsets', () => {
  test('says once what was done with offsets', () => {
    const posts = [noon, morning, morning].map((date, at) => makeMeta({ path: `${at}.md`, date }));
    expect(describeOffsets(posts, settings)).toEqual({
      kind: 'date',
      severity: 'info',
      file: 'site.toml',
      message:
        'The dates of 2 posts are another day in UTC, such as that of `posts/1.md`: the day as written counts.',
      remedy: 'Set `time_zone` if the day on the clocks of one place is to count.',
    });
  });

  test.each([
    ['a zone is set', [makeMeta({ date: morning })], { ...settings, timeZone: 'UTC' }],
    ['no date is another day', [makeMeta({ date: noon }), makeMeta({ date: undefined })], settings],
    ['the post is hidden', [makeMeta({ date: morning, hidden: { kind: 'draft' } })], settings],
  ])('says nothing where %s', (_, posts, zone) => {
    expect(describeOffsets(posts, zone)).toBeUndefined();
  });
});
