import { describe, expect, test } from 'vitest';
import { findTargetByRules } from '../../../../src/content/site/find-target-by-rules.ts';

describe('findTargetByRules', () => {
  test.each([
    ['a.png', '/posts/x/a.png'],
    ['./b/a%20b.png?size=1', '/posts/x/b/a b.png'],
    ['../a.png', '/posts/a.png'],
    ['../../../../a.png', '/a.png'],
    ['/about/', '/about/'],
    ['sub/', '/posts/x/sub/'],
    ['@/other.md', undefined],
    ['../other.md', undefined],
    ['ref:other', undefined],
    ['%E0%A4%A', undefined],
    ['', undefined],
  ])('leads %j to %s', (reference, target) => {
    expect(findTargetByRules(reference, { path: 'x/index.md', collection: 'posts' })).toBe(target);
  });
});
