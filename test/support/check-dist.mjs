// Checks a built blog by the rules of GitHub Pages: every address of the sitemap and of every page leads to a
// file. A page of the blog's own that is missing is an error, and keeps the blog from being published. What the
// blogger wrote is only warned of: links in posts, in the navigation and in HTML files of their own.
//
//   node test/support/check-dist.mjs dist
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { JSDOM, VirtualConsole } from 'jsdom';

const folder = resolve(process.argv[2] ?? 'dist');
const isOnGitHub = process.env.GITHUB_ACTIONS === 'true';
let errors = 0;
let warnings = 0;

for (const name of ['index.html', '404.html', 'robots.txt', '.nojekyll']) {
  if (!existsSync(join(folder, name))) fail(`${name} is missing.`);
}

const sitemap = readSitemap('sitemap.xml');
const site = sitemap[0] ?? new URL('https://blog.invalid/');
/** Path of the blog, decoded. */
const root = decodePath(site.pathname);
for (const url of sitemap) {
  if (!answers(url.pathname)) fail(`The sitemap names ${url}, and nothing is there.`);
}

const pages = listFiles().filter((name) => name.endsWith('.html'));
/** The pages that lead to each address at which nothing is. */
const lost = { errors: new Map(), warnings: new Map() };
for (const page of pages) checkLinks(page);
for (const [address, from] of lost.errors) fail(describeLost(address, from));
for (const [address, from] of lost.warnings) warn(describeLost(address, from));

console.log(
  `${folder}: ${pages.length} pages and ${sitemap.length} addresses of the sitemap checked, ` +
    `${errors} errors, ${warnings} warnings.`,
);
process.exitCode = errors === 0 ? 0 : 1;

/** Whole addresses in a sitemap and the parts it names; home is the first. None without one. */
function readSitemap(name) {
  const file = join(folder, name);
  if (!existsSync(file)) return [];
  const parser = new XMLParser({ isArray: (tag) => tag === 'url' || tag === 'sitemap' });
  const { urlset, sitemapindex } = parser.parse(readFileSync(file, 'utf8'));
  const parts = sitemapindex?.sitemap ?? [];
  return [
    ...(urlset?.url ?? []).map(({ loc }) => new URL(loc)),
    ...parts.flatMap(({ loc }) =>
      readSitemap(decodeURIComponent(new URL(loc).pathname).split('/').at(-1)),
    ),
  ];
}

function checkLinks(page) {
  // Its parser of styles knows no layers, and says so each time.
  const virtualConsole = new VirtualConsole();
  const { document } = new JSDOM(readFileSync(join(folder, page)), { virtualConsole }).window;
  const base = new URL(page.split('/').map(encodeURIComponent).join('/'), site);
  const isOurs = page === '404.html' || document.getElementById('rubric-data') !== null;
  for (const element of document.querySelectorAll('[href], [src]')) {
    const written = element.getAttribute('href') ?? element.getAttribute('src') ?? '';
    if (!URL.canParse(written, base)) continue;
    const { origin, pathname } = new URL(written, base);
    if (origin !== site.origin || isElsewhere(pathname) || answers(pathname)) continue;
    const isWritten = !isOurs || element.closest('.prose, .site-header nav') !== null;
    const found = isWritten ? lost.warnings : lost.errors;
    found.set(pathname, (found.get(pathname) ?? new Set()).add(page));
  }
}

function describeLost(address, from) {
  const [first, ...others] = from;
  const who =
    others.length === 0 ? `${first} leads` : `${first} and ${others.length} other pages lead`;
  return `${who} to ${address}, and nothing is there.`;
}

/** Whether a path is that of another site on the same host. */
function isElsewhere(pathname) {
  return decodePath(pathname)?.startsWith(root) === false;
}

/** Whether GitHub Pages would answer, with a file or a redirect to a folder. */
function answers(pathname) {
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

function listFiles() {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted();
}

function fail(message) {
  errors++;
  console.error(`${isOnGitHub ? '::error::' : 'error: '}${message}`);
}

function warn(message) {
  warnings++;
  console.warn(`${isOnGitHub ? '::warning::' : 'warning: '}${message}`);
}
