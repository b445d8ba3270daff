import { describe, expect, test } from 'vitest';
import { createDraftTargets } from '../../../src/worker/draft-targets.ts';

const draft = ['posts/trip/index.md', 'posts/trip/cup.png', 'posts/other.md', 'pages/about.md'];
const from = { collection: 'posts', path: 'trip/index.md' } as const;

describe('createDraftTargets', () => {
  const findTarget = createDraftTargets({ ...from, draft });
  test.each([
    ['cup.png', '/posts/trip/cup.png'],
    ['./cup.png?v=1', '/posts/trip/cup.png'],
    ['missing.png', undefined],
    ['../other.md', '/preview/posts/other.md'],
    ['../gone.md', undefined],
    ['@/other.md', '/preview/posts/other.md'],
    ['ref:other', '/preview/posts/other.md'],
    ['ref:trip', '/preview/posts/trip/index.md'],
    ['ref:#A heading', undefined],
    ['/images/a.png', '/images/a.png'],
    ['../published/', '/posts/published/'],
    ['', undefined],
  ])('leads %s to %s', (reference, target) => {
    expect(findTarget(reference)).toBe(target);
  });

  test('takes everything beside a draft without its folder to be there', () => {
    const findAlone = createDraftTargets({ ...from, path: 'trip.md', draft: [] });
    expect(findAlone('cup.png')).toBe('/posts/cup.png');
    expect(findAlone('other.md')).toBe('/preview/posts/other.md');
  });
});
