import { describe, expect, test } from 'vitest';
import type { Library, ListRequest } from '../../../../src/content/model/library.ts';
import { loadListView } from '../../../../src/ui/list/load-list-view.ts';
import { createFakeLibrary } from '../../../support/fake-library.ts';
import type { FakePost } from '../../../support/fake-library.ts';

const all = (pageNumber: number): ListRequest => ({ kind: 'all', pageNumber });
const posts = Array.from({ length: 50 }, (_, n): FakePost => ({
  title: `Post ${n}`,
  day: `2020-01-${String((n % 28) + 1).padStart(2, '0')}`,
}));
const old = createFakeLibrary(posts);
const added = createFakeLibrary([...posts, { title: 'Added', day: '2021-01-01' }]);
/** A post was put in and another one taken away: as many as before. */
const swapped = createFakeLibrary([...posts.slice(1), { title: 'Added', day: '2021-01-01' }]);

/** Answers as `old`, from the third question on as `next`, whose build has another id. */
function publishBetween(next: Library): Library {
  let asked = 0;
  const pick = (): Library => (++asked > 2 ? next : old);
  return {
    ...old,
    async loadOverview() {
      const library = pick();
      const overview = await library.loadOverview();
      return library === next ? { ...overview, buildId: 'next' } : overview;
    },
    loadList: (request) => pick().loadList(request),
  };
}

const view = (library: Library, first: number, last: number): ReturnType<typeof loadListView> =>
  loadListView(library, all, first, last);

describe('loadListView', () => {
  test('joins consecutive pages', async () => {
    const { posts: shown, firstPage, pageNumber, total } = await view(old, 1, 2);
    expect(shown).toHaveLength(40);
    expect({ firstPage, pageNumber, total }).toEqual({ firstPage: 1, pageNumber: 2, total: 50 });
  });

  test.each([
    ['more posts', added],
    ['as many posts', swapped],
  ])('asks for all pages again when a build with %s came between', async (_, next) => {
    const { posts: shown, overview } = await view(publishBetween(next), 1, 2);
    const expected = await view(next, 1, 2);
    expect(shown).toEqual(expected.posts);
    expect(overview.buildId).toBe('next');
  });

  test('keeps the pages before one that fails, and says why', async () => {
    const error = new Error('No line.');
    const broken: Library = {
      ...old,
      loadList: (request) =>
        request.pageNumber === 2 ? Promise.reject(error) : old.loadList(request),
    };
    const { posts: shown, failure } = await view(broken, 1, 3);
    expect(shown).toHaveLength(20);
    expect(failure).toBe(error);
  });

  test('rejects when the first page fails', async () => {
    const broken: Library = { ...old, loadList: () => Promise.reject(new Error('No line.')) };
    await expect(view(broken, 1, 2)).rejects.toThrow('No line.');
  });
});
