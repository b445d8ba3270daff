import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';

import type { Connect, ViteDevServer } from 'vite';

import type { Site } from '../../content/site/site.ts';
import { hrefToPermalink, permalinkToHref } from '../../content/site/permalink.ts';
import { packageRoot } from '../package/package-root.ts';
import { listRoutes } from '../scan/list-routes.ts';
import type { Blog } from '../scan/load-blog.ts';

/** The place of a blog that is asked for pages. */
export interface ShellOptions {
  readonly base: string;
  readonly site: Site;
  /** The blog as it is now. */
  readonly loadBlog: () => Promise<Blog>;
  /** The blog read again: a post that was saved this moment is not missing. */
  readonly readAgain: () => Promise<Blog>;
}

/**
 * Answers requests for pages, after Vite's own files: a redirect of the blog leads on, an address at which nothing is gets the
 * app's page with status 404, as a host answers. All other pages are left to Vite.
 */
export function createShellHandler(
  server: ViteDevServer,
  { base, site, loadBlog, readAgain }: ShellOptions,
): Connect.NextHandleFunction {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const { pathname, search } = new URL(addressOf(request), 'http://localhost');
    const permalink = hrefToPermalink(pathname, base);
    if (permalink === undefined) return false;
    const isThere = ({ catalog }: Blog): boolean =>
      catalog.byPermalink.has(permalink) || listRoutes(catalog, site).includes(permalink);
    if (isThere(await loadBlog())) return false;
    const blog = await readAgain();
    if (isThere(blog)) return false;
    const to = blog.catalog.redirects.find(({ from }) => from === permalink)?.to;
    if (to !== undefined) {
      const location = to.startsWith('/') ? permalinkToHref(to, base) + search : to;
      response.writeHead(302, { location, 'cache-control': 'no-cache' }).end();
      return true;
    }
    const shell = await readFile(join(packageRoot, 'index.html'), 'utf8');
    const html = await server.transformIndexHtml(pathname, shell, addressOf(request));
    const type = 'text/html; charset=utf-8';
    response.writeHead(404, { 'content-type': type, 'cache-control': 'no-cache' });
    response.end(request.method === 'HEAD' ? undefined : html);
    return true;
  };
  return (request, response, next) => {
    // Vite has named its page here for every address that a browser opens.
    if (!/^\/index\.html(?:\?|$)/.test(request.url ?? '')) return void next();
    const handle = async (): Promise<void> => {
      try {
        if (!(await answer(request, response))) next();
      } catch (error) {
        next(error);
      }
    };
    void handle();
  };
}

/** The address as the browser has asked for it: Vite leaves out the base, and names its page. */
function addressOf(request: Connect.IncomingMessage): string {
  return request.originalUrl ?? request.url ?? '/';
}
