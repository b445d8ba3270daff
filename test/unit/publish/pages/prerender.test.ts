import { describe, expect, test } from 'vitest';

import { prerender } from '../../../../src/publish/pages/prerender.ts';
import type { PrerenderOptions, RenderPage } from '../../../../src/publish/pages/prerender.ts';
import { recordAnswers } from '../../../../src/publish/pages/record-answers.ts';
import { createMemoryLibrary } from '../../../../src/publish/pages/memory-library.ts';
import { buildCatalog } from '../../../../src/content/blog/catalog.ts';
import { createOverview } from '../../../../src/content/files/post-index.ts';
import { encodePageData } from '../../../../src/content/files/page-data.ts';
import { defaultSite } from '../../../../src/content/site/site.ts';
import { makeMeta } from '../../../support/create-meta.ts';

const keyword = { slug: 'rust', name: 'Rust' };
const metas = Array.from({ length: 25 }, (_, index) =>
  makeMeta({ path: `p${index}.md`, title: `P${index}`, keywords: [keyword] }),
);
const about = makeMeta({ path: 'about.md', collection: 'pages', permalink: '/about/' });
const catalog = buildCatalog([...metas, about], defaultSite);
const library = createMemoryLibrary({
  catalog,
  overview: createOverview(catalog, 'x'),
  loadRecord: () => Promise.reject(new Error('not asked')),
  loadBody: () => Promise.reject(new Error('not asked')),
});

const renderPage: RenderPage = ({ path, base }) =>
  Promise.resolve({
    html:
      path === '/archive/'
        ? `<a href="${base}archive/2019/">2019</a><a href="${base}archive/1999/">x</a><a href="/%E0">y</a>`
        : path,
    head: `<title>${path}</title>`,
    language: 'en',
    direction: undefined,
    status: path === '/404.html' || path === '/archive/1999/' ? 404 : 200,
  });

const broken: RenderPage = (request) =>
  request.path === '/about/' ? Promise.reject(new Error('no such thing')) : renderPage(request);

const hanging: RenderPage = () => new Promise(() => undefined);

async function list(
  changes: Partial<PrerenderOptions> = {},
): Promise<Map<string, string | undefined>> {
  const files = new Map<string, string | undefined>();
  const options: PrerenderOptions = {
    catalog,
    site: defaultSite,
    base: '/repo/',
    renderPage,
    openLibrary: () => recordAnswers(library),
    format: (page) => `${page.head}${page.app}${page.data ?? ''}`,
    ...changes,
  };
  for await (const { fileName, content } of prerender(options)) files.set(fileName, content);
  return files;
}

describe('prerender', () => {
  test('makes a page of every route, post and free page', async () => {
    const names = [...(await list()).keys()];
    expect(names).toEqual(
      expect.arrayContaining([
        'index.html',
        'page/2/index.html',
        'keywords/index.html',
        'keywords/rust/index.html',
        'keywords/rust/page/2/index.html',
        'archive/index.html',
        'about/index.html',
        'posts/p0/index.html',
        'posts/p24/index.html',
      ]),
    );
    expect(names.at(-1)).toBe('404.html');
    expect(new Set(names).size).toBe(names.length);
  });

  test('follows the links of the archive to its parts, and only to those there are', async () => {
    const names = [...(await list()).keys()];
    expect(names).toContain('archive/2019/index.html');
    expect(names).not.toContain('archive/1999/index.html');
  });

  test('gives a page its data, and the missing page none', async () => {
    const files = await list();
    const nothingAsked = encodePageData(recordAnswers(library).read());
    expect(files.get('index.html')).toBe(`<title>/</title>/${nothingAsked}`);
    expect(files.get('404.html')).toBe('<title>/404.html</title>/404.html');
  });

  test('renders no page that is kept, and notes the others', async () => {
    const noted: string[] = [];
    const keptNames = ['about/index.html', 'archive/1999/index.html'];
    const kept: PrerenderOptions['kept'] = {
      find: (fileName) =>
        Promise.resolve(keptNames.includes(fileName) ? { leads: ['/archive/1999/'] } : undefined),
      note(fileName) {
        noted.push(fileName);
        return Promise.resolve();
      },
    };
    const files = await list({ kept });
    expect(files.has('about/index.html')).toBe(true);
    expect(files.get('about/index.html')).toBeUndefined();
    expect(noted).toContain('posts/p0/index.html');
    expect(noted).not.toContain('about/index.html');
    // The address that a page once led to is still walked.
    expect(files.has('archive/1999/index.html')).toBe(true);
  });

  test('tells its progress', async () => {
    const told: string[] = [];
    await list({ onProgress: (done, total) => void told.push(`${done}/${total}`) });
    expect(told[0]).toBe('1/34');
    expect(told).toHaveLength(35);
  });

  test('fails with the address of a page that fails', async () => {
    await expect(list({ renderPage: broken })).rejects.toThrow(
      'The page at `/about/` cannot be rendered: no such thing',
    );
  });

  test('fails when a page hangs', async () => {
    await expect(list({ renderPage: hanging, deadlineMs: 10 })).rejects.toThrow('not done after');
  });

  test.each(['/about/', '/archive/2019/about/'])(
    'fails when a post is not found at its address: %s',
    async (permalink) => {
      const lost: RenderPage = async (request) => ({
        ...(await renderPage(request)),
        status: request.path === permalink ? 404 : 200,
      });
      const page = makeMeta({ path: 'about.md', collection: 'pages', permalink });
      const outcome = list({ renderPage: lost, catalog: buildCatalog([page], defaultSite) });
      await expect(outcome).rejects.toThrow(`There is no page at \`${permalink}\``);
    },
  );
});
