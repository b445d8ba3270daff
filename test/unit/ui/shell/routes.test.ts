import type { Location } from '@solidjs/router';
import { describe, expect, test, vi } from 'vitest';
import type { Library } from '../../../../src/content/model/library.ts';
import { isReserved } from '../../../../src/content/site/reserved-address.ts';
import type { AppServices } from '../../../../src/ui/frame/app-context.ts';
import { sampleSite } from '../../../support/sample-site.ts';
import { createRoutes } from '../../../../src/ui/shell/routes.tsx';

/** What the parts of a route may be. */
const samples: Readonly<Record<string, readonly string[]>> = {
  slug: ['rust', 'c-plus-plus', '日本'],
  year: ['1999', '2019', 'undated'],
  month: ['01', '09', '10', '12'],
  pageNumber: ['1', '2', '10', '9999999'],
};

/** Every route but the last, which posts are shown by. */
const site = { draftDesk: false } as AppServices['site'];
const routes = createRoutes({ site } as AppServices).filter(({ path }) => path !== '*');
const patterns = routes.flatMap(({ path = [] }) => path);

/** Addresses that `pattern` takes. */
function fillIn(pattern: string): string[] {
  const name = /:([a-zA-Z]+)/.exec(pattern)?.[1];
  if (name === undefined) return [pattern.endsWith('/') ? pattern : `${pattern}/`];
  return (samples[name] ?? []).flatMap((value) => fillIn(pattern.replace(`:${name}`, value)));
}

/** Paths of the routes of a blog that has a post at the address of the desk, or none. */
function listPaths(hasPost: boolean): readonly unknown[] {
  const library = { hasPost: () => hasPost } as Partial<Library> as Library;
  const app = { site: sampleSite, library } as Partial<AppServices> as AppServices;
  return createRoutes(app).map(({ path }) => path);
}

describe('createRoutes', () => {
  test.each(patterns)('takes no address of %s from a post', (pattern) => {
    const addresses = fillIn(pattern);
    expect(addresses).not.toEqual([]);
    expect(addresses.filter((address) => !isReserved(address))).toEqual([]);
  });

  test('has the draft desk, which gives way to a post at its address', () => {
    expect(listPaths(false)).toContain('/preview/');
    expect(listPaths(true)).not.toContain('/preview/');
  });

  test('has the parts that are tried', () => {
    for (const { matchFilters } of routes) {
      for (const [name, filter] of Object.entries(matchFilters ?? {})) {
        for (const value of samples[name] ?? []) expect(value).toMatch(filter as RegExp);
      }
    }
  });

  test.each([
    ['/page/:pageNumber', { pageNumber: '2' }, { kind: 'all', pageNumber: 2 }],
    [
      '/keywords/:slug',
      { slug: 'c%23' },
      { kind: 'keyword', slug: 'c#', pageNumber: 1, counts: 'common' },
    ],
  ])('fetches the list of %s while a link to it is pointed at', (pattern, params, expected) => {
    const loadList = vi.fn(() => Promise.reject(new Error('gone')));
    const app = { site, library: { loadList } as Partial<Library> } as AppServices;
    const route = createRoutes(app).find(({ path }) => [path ?? []].flat().includes(pattern));
    const location = {} as Location;
    route?.preload?.({ intent: 'initial', params, location });
    expect(loadList).not.toHaveBeenCalled();
    route?.preload?.({ intent: 'preload', params, location });
    expect(loadList).toHaveBeenCalledExactlyOnceWith(expected);
  });
});
