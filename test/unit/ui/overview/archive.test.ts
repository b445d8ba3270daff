import { describe, expect, test } from 'vitest';
import type { ArchivePlace, Library } from '../../../../src/content/model/library.ts';
import { formatArchivePath, loadArchiveView } from '../../../../src/ui/overview/archive.ts';
import { createFakeLibrary } from '../../../support/fake-library.ts';

describe('formatArchivePath', () => {
  test.each([
    [{}, '/archive/'],
    [{ year: 2019 }, '/archive/2019/'],
    [{ year: 0 }, '/archive/undated/'],
    [{ year: 2019, month: 3 }, '/archive/2019/03/'],
    [{ year: 2019, month: 11, pageNumber: 2 }, '/archive/2019/11/page/2/'],
    [{ year: 2019, pageNumber: 1 }, '/archive/2019/'],
  ])('writes %o as %s', (place, path) => {
    expect(formatArchivePath(place)).toBe(path);
  });
});

describe('loadArchiveView', () => {
  const library = createFakeLibrary(
    Array.from({ length: 250 }, (_, n) => ({ title: `P${n}`, day: `2020-0${1 + (n % 2)}-01` })),
  );
  const year: ArchivePlace = { year: 2020, month: undefined, pageNumber: 1 };
  const month: ArchivePlace = { year: 2020, month: 2, pageNumber: 2 };

  test('gives rows of a part that is shown, and how many pages it has', async () => {
    const view = await loadArchiveView(library, month);
    expect([view.rows.length, view.total, view.pageCount]).toEqual([25, 125, 2]);
  });

  test('asks for no rows of a part that is too large', async () => {
    const asked = library.calls.length;
    const view = await loadArchiveView(library, year);
    expect([view.rows.length, view.total, view.pageCount]).toEqual([0, 250, 1]);
    expect(library.calls.slice(asked)).not.toContainEqual(expect.stringMatching('archive'));
  });

  test('asks again once when a build came between', async () => {
    let builds = 0;
    const changing: Library = {
      ...library,
      loadOverview: async () => ({ ...(await library.loadOverview()), buildId: `${builds++}` }),
    };
    const { overview } = await loadArchiveView(changing, month);
    expect(overview.buildId).toBe('2');
  });
});
