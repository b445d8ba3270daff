import { describe, expect, test } from 'vitest';

import { describeUnreadMath } from '../../../../src/publish/report/describe-unread-math.ts';
import type { MathPost } from '../../../../src/publish/report/describe-unread-math.ts';
import { makeMeta } from '../../../support/create-meta.ts';

function makePosts(count: number, withMath: number): readonly MathPost[] {
  return Array.from({ length: count }, (_, at) => ({
    meta: makeMeta({ path: `${at}.md` }),
    ...(at < withMath && { hasUnreadMath: true }),
  }));
}

describe('describeUnreadMath', () => {
  test('says once that many posts have formulas that are not read', () => {
    const problems = describeUnreadMath(makePosts(8, 4), { math: false, file: 'site.toml' });
    expect(problems).toMatchObject([{ kind: 'math', file: 'site.toml' }]);
    expect(problems[0]?.message).toMatch(/^4 of 8 posts have formulas/);
  });

  test.each([
    ['few have', makePosts(9, 2), false],
    ['one has', makePosts(1, 1), false],
    ['the settings ask for it', makePosts(8, 8), true],
    ['none has', makePosts(8, 0), false],
  ])('says nothing where %s', (_, posts, math) => {
    expect(describeUnreadMath(posts, { math, file: 'site.toml' })).toEqual([]);
  });

  test('does not count what is hidden', () => {
    const [post, ...others] = makePosts(4, 4);
    const hidden = [post, ...others].flatMap((each) =>
      each === undefined
        ? []
        : [{ ...each, meta: { ...each.meta, hidden: { kind: 'draft' } as const } }],
    );
    expect(describeUnreadMath(hidden, { math: false, file: 'site.toml' })).toEqual([]);
  });
});
