// Checks a built blog by the rules of GitHub Pages: every address of the sitemap and of every page leads to a
// file. A page of the blog's own that is missing is an error; a link in a post that leads nowhere is a warning.
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
for (const url of sitemap) {
  if (!answers(url)) fail(`The sitemap names ${url}, and nothing is there.`);
}

const pages = listFiles().filter((name) => name.endsWith('.html'));
for (const page of pages) checkLinks(page);

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
  const base = new URL(encodeURI(page.replace(/index\.html$/, '')), site);
  const seen = new Set();
  for (const element of document.querySelectorAll('[href], [src]')) {
    const written = element.getAttribute('href') ?? element.getAttribute('src') ?? '';
    if (seen.has(written) || !URL.canParse(written, base)) continue;
    seen.add(written);
    const url = new URL(written, base);
    if (url.origin !== site.origin || !url.pathname.startsWith(site.pathname) || answers(url))
      continue;
    const message = `${page} leads to ${url.pathname}, and nothing is there.`;
    if (element.closest('.prose') === null) fail(message);
    else warn(message);
  }
}

/** Whether GitHub Pages would answer, with a file or a redirect to a folder. */
function answers(url) {
  const path = decodePath(url.pathname);
  if (path === undefined || !path.startsWith(site.pathname)) return false;
  const file = join(folder, path.slice(decodePath(site.pathname).length));
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
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

function fail(message) {
  errors++;
  console.error(`${isOnGitHub ? '::error::' : 'error: '}${message}`);
}

function warn(message) {
  warnings++;
  console.warn(`${isOnGitHub ? '::warning::' : 'warning: '}${message}`);
}
