import type { Catalog } from '../../content/blog/catalog.ts';
import { encodePageData } from '../../content/files/page-data.ts';
import type { PageData } from '../../content/files/page-data.ts';
import type { Library } from '../../content/model/library.ts';
import { draftDesk } from '../../content/model/draft-desk.ts';
import { hrefToPermalink, pageFile } from '../../content/site/permalink.ts';
import type { Site } from '../../content/site/site.ts';
import { listRoutes } from '../scan/list-routes.ts';
import type { OutputFile } from '../disk/output-file.ts';
import { nextTurn } from '../disk/work-queue.ts';
import type { KeptPages } from './kept-pages.ts';
import type { PageContent } from './page-html.ts';

/** What `entry-server.tsx` exports: one address to HTML. */
export type RenderPage = (request: {
  readonly path: string;
  readonly base: string;
  readonly library: Library;
  readonly site: Site;
  /** Of the post at the address, where it is not the blog's. */
  readonly language: string | undefined;
}) => Promise<{
  readonly html: string;
  readonly head: string;
  readonly language: string;
  readonly direction: 'rtl' | undefined;
  readonly status: 200 | 404;
}>;

/** What pages are made from. */
export interface PrerenderOptions {
  readonly catalog: Catalog;
  readonly site: Site;
  readonly base: string;
  readonly renderPage: RenderPage;
  /** A library for one page, and what that page asked it. */
  readonly openLibrary: () => { readonly library: Library; readonly read: () => PageData };
  /** Pages that are there already and need not be rendered. */
  readonly kept?: Pick<KeptPages, 'find' | 'note'>;
  readonly format: (page: PageContent) => string;
  readonly onProgress?: (done: number, total: number) => void;
  /** Milliseconds one page may take. */
  readonly deadlineMs?: number;
}

/** A page waits for nothing but memory and the cache: one that takes longer hangs. */
const defaultDeadlineMs = 60_000;

/** Addresses that pages may lead to without being listed: parts of the archive depend on its size. */
const discoverable = /^\/archive\/(?:[^/]+\/){0,4}$/;

/** A page, or the name of one that is in the output folder already. */
export interface PageFile extends Pick<OutputFile, 'fileName'> {
  readonly content: string | undefined;
}

/**
 * Every page of the blog: posts, free pages, lists and `404.html`, one after the other. The pages of the
 * archive are found by following its links.
 *
 * Throws when a page cannot be rendered: an error that a reader would meet fails the build.
 */
export async function* prerender(options: PrerenderOptions): AsyncGenerator<PageFile, void> {
  const { catalog } = options;
  const listed = new Set([...listRoutes(catalog, options.site), ...catalog.byPermalink.keys()]);
  const routes = new Set(listed);
  let done = 0;
  // A set may grow while it is walked: what is found on the way is walked too.
  for (const route of routes) {
    const fileName = pageFile(route);
    // A page that is there already waits for nothing.
    await nextTurn();
    const page = await findOrRender(route, fileName, options);
    options.onProgress?.(++done, routes.size + 1);
    if (page.status === 404) {
      if (listed.has(route)) throw new Error(`There is no page at \`${route}\`.`);
      continue;
    }
    for (const found of page.leads) routes.add(found);
    yield { fileName, content: page.html };
  }
  const missing = await renderRoute('/404.html', options);
  yield { fileName: '404.html', content: missing.html };
}

interface FinishedPage {
  /** `undefined` for a page that is there already. */
  readonly html: string | undefined;
  readonly status: 200 | 404;
  /** Addresses that are found from it. */
  readonly leads: readonly string[];
}

async function findOrRender(
  route: string,
  fileName: string,
  options: PrerenderOptions,
): Promise<FinishedPage> {
  const known = await options.kept?.find(fileName);
  if (known !== undefined) return { html: undefined, status: 200, leads: known.leads };
  const { answers, html, status } = await renderRoute(route, options);
  const leads = discoverable.test(route) ? findLinks(html, options.base) : [];
  if (status === 200) await options.kept?.note(fileName, answers, leads);
  return { html, status, leads };
}

interface RenderedPage {
  readonly html: string;
  readonly status: 200 | 404;
  readonly answers: PageData;
}

async function renderRoute(path: string, options: PrerenderOptions): Promise<RenderedPage> {
  const { site, base } = options;
  const { library, read } = options.openLibrary();
  const language = options.catalog.byPermalink.get(path)?.card.language;
  try {
    const page = await withDeadline(
      options.renderPage({ path, base, library, site, language }),
      options.deadlineMs ?? defaultDeadlineMs,
    );
    const answers = read();
    const html = options.format({
      language: page.language,
      direction: page.direction,
      head: page.head,
      app: page.html,
      // What is shown at a missing address depends on the address, which only the browser knows.
      data: page.status === 404 ? undefined : encodePageData(answers),
      // A post at its address is there instead of it.
      isDesk: path === draftDesk && !options.catalog.byPermalink.has(draftDesk),
    });
    return { html, status: page.status, answers };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The page at \`${path}\` cannot be rendered: ${reason}`, { cause: error });
  }
}

/** Addresses of the archive that a page links to. */
function findLinks(html: string, base: string): string[] {
  return [...html.matchAll(/\shref="([^"?#]+)"/g)].flatMap((match) => {
    const path = hrefToPermalink((match[1] ?? '').replaceAll('&amp;', '&'), base);
    return path !== undefined && discoverable.test(path) ? [path] : [];
  });
}

/** Rejects when `work` is not done in time. It is not stopped: the build ends anyway. */
async function withDeadline<T>(work: Promise<T>, deadlineMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`It was not done after ${deadlineMs / 1000} seconds.`));
    }, deadlineMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
