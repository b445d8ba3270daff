// Checks a built blog by the rules of GitHub Pages: every address of the sitemap and of every page leads to a
// file. A page of the blog's own that is missing is an error, and keeps the blog from being published. What the
// blogger wrote is only warned of: links in posts, in the navigation and in HTML files of their own.
//
//   node test/support/check-dist.mjs dist
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { XMLParser } from 'fast-xml-parser';
import { JSDOM, VirtualConsole } from 'jsdom';

const needed = ['index.html', '404.html', 'robots.txt', '.nojekyll'];

/**
 * Checks the blog that is published in `folder`.
 *
 * @returns messages of errors and warnings, and a sentence that counts what was checked.
 */
export function checkDist(folder) {
  const errors = needed
    .filter((name) => !existsSync(join(folder, name)))
    .map((name) => `${name} is missing.`);
  const sitemap = readSitemap(folder, 'sitemap.xml');
  const site = sitemap[0] ?? new URL('https://blog.invalid/');
  const blog = { folder, site, root: decodePath(site.pathname) };
  for (const url of sitemap) {
    if (!answers(blog, url.pathname)) {
      errors.push(`The sitemap names ${url}, and nothing is there.`);
    }
  }
  const pages = listFiles(folder).filter((name) => name.endsWith('.html'));
  const lost = findLost(blog, pages);
  errors.push(...[...lost.errors].map(describeLost));
  const warnings = [...lost.warnings].map(describeLost);
  const summary =
    `${folder}: ${pages.length} pages and ${sitemap.length} addresses of the sitemap checked, ` +
    `${errors.length} errors, ${warnings.length} warnings.`;
  return { errors, warnings, summary };
}

/** Whole addresses in a sitemap and the parts it names; home is the first. None without one. */
function readSitemap(folder, name) {
  const file = join(folder, name);
  if (!existsSync(file)) return [];
  const parser = new XMLParser({ isArray: (tag) => tag === 'url' || tag === 'sitemap' });
  const { urlset, sitemapindex } = parser.parse(readFileSync(file, 'utf8'));
  const parts = sitemapindex?.sitemap ?? [];
  return [
    ...(urlset?.url ?? []).map(({ loc }) => new URL(loc)),
    ...parts.flatMap(({ loc }) =>
      readSitemap(folder, decodeURIComponent(new URL(loc).pathname).split('/').at(-1)),
    ),
  ];
}

/** The pages that lead to each address at which nothing is. */
function findLost(blog, pages) {
  const lost = { errors: new Map(), warnings: new Map() };
  for (const page of pages) {
    for (const { pathname, isWritten } of findDeadLinks(blog, page)) {
      const found = isWritten ? lost.warnings : lost.errors;
      found.set(pathname, (found.get(pathname) ?? new Set()).add(page));
    }
  }
  return lost;
}

/** Addresses of this blog that `page` leads to and at which nothing is; `isWritten` by the blogger. */
function findDeadLinks(blog, page) {
  // Its parser of styles knows no layers, and says so each time.
  const virtualConsole = new VirtualConsole();
  const { document } = new JSDOM(readFileSync(join(blog.folder, page)), { virtualConsole }).window;
  const base = new URL(page.split('/').map(encodeURIComponent).join('/'), blog.site);
  const isOurs = page === '404.html' || document.getElementById('rubric-data') !== null;
  return [...document.querySelectorAll('[href], [src]')].flatMap((element) => {
    const written = element.getAttribute('href') ?? element.getAttribute('src') ?? '';
    if (!URL.canParse(written, base)) return [];
    const { origin, pathname } = new URL(written, base);
    if (origin !== blog.site.origin || isElsewhere(blog, pathname) || answers(blog, pathname)) {
      return [];
    }
    const isWritten = !isOurs || element.closest('.prose, .site-header nav') !== null;
    return [{ pathname, isWritten }];
  });
}

function describeLost([address, from]) {
  const [first, ...others] = from;
  const who =
    others.length === 0 ? `${first} leads` : `${first} and ${others.length} other pages lead`;
  return `${who} to ${address}, and nothing is there.`;
}

/** Whether a path is that of another site on the same host. */
function isElsewhere({ root }, pathname) {
  return decodePath(pathname)?.startsWith(root) === false;
}

/** Whether GitHub Pages would answer, with a file or a redirect to a folder. */
function answers({ folder, root }, pathname) {
  const path = decodePath(pathname);
  if (path?.startsWith(root) !== true) return false;
  const file = join(folder, path.slice(root.length));
  return isFile(file) || isFile(`${file}.html`) || isFile(join(file, 'index.html'));
}

function decodePath(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    // Malformed: no file can be there.
    return undefined;
  }
}

function isFile(file) {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

function listFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const isOnGitHub = process.env.GITHUB_ACTIONS === 'true';
  const { errors, warnings, summary } = checkDist(resolve(process.argv[2] ?? 'dist'));
  for (const message of errors) console.error(`${isOnGitHub ? '::error::' : 'error: '}${message}`);
  for (const message of warnings) {
    console.warn(`${isOnGitHub ? '::warning::' : 'warning: '}${message}`);
  }
  console.log(summary);
  process.exitCode = errors.length === 0 ? 0 : 1;
}
