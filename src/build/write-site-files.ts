import { createToUrl } from '../content/absolute-url.ts';
import type { Catalog } from '../content/catalog.ts';
import type { CatalogEntry } from '../content/catalog-entry.ts';
import type { Problem } from '../content/content-error.ts';
import { permalinkToHref } from '../content/permalink.ts';
import type { Site } from '../content/site.ts';
import type { OutputFile } from './output-file.ts';

/** Most posts that `llms.txt` lists: it is meant to be read in one go. The sitemap has all. */
export const llmsLength = 1000;

/** Names under which browsers are shown the icon of a blog. */
const iconNames = ['favicon.svg', 'favicon.ico', 'favicon.png'];

/** A pilcrow in the colours of the rubric. */
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<style>path{fill:#b51c2f}@media(prefers-color-scheme:dark){path{fill:#f58b88}}</style>
<path d="M13.6 4h10.9v2.6h-2.3V28h-2.7V6.6h-3.3V28h-2.7V17.2C9.3 17.2 6 14.6 6 10.6S9.3 4 13.6 4z"/>
</svg>
`;

/** What the files at the root are made with. */
export interface SiteFileOptions {
  readonly site: Site;
  /** Name of the settings file as the blogger knows it. */
  readonly settingsFile: string;
  /** Path the blog lives under, with `/` at both ends. */
  readonly base: string;
  /** Names of all the blogger's own files: they are never replaced. */
  readonly taken: ReadonlySet<string>;
}

/** The files, and what there is to say about the settings. */
export interface WrittenSiteFiles {
  readonly files: readonly OutputFile[];
  readonly problems: readonly Problem[];
}

/**
 * Whether a blog whose own files are `taken` gets a `favicon.svg`: browsers ask every site for an icon, and
 * the console of a blog without one would tell of a missing file.
 */
export function lacksIcon(taken: { has(name: string): boolean }): boolean {
  return !iconNames.some((name) => taken.has(name));
}

/** `robots.txt`, `llms.txt`, `.nojekyll`, an icon where there is none and, for a domain of one's own, `CNAME`. */
export function writeSiteFiles(catalog: Catalog, options: SiteFileOptions): WrittenSiteFiles {
  const { site, settingsFile } = options;
  const domain = findDomain(site, options.base);
  const files: OutputFile[] = [
    { fileName: 'robots.txt', content: formatRobots(options) },
    { fileName: 'llms.txt', content: formatLlms(catalog, options) },
    // GitHub Pages would otherwise leave out files and folders that start with `_`.
    { fileName: '.nojekyll', content: '' },
    ...(lacksIcon(options.taken) ? [{ fileName: 'favicon.svg', content: icon }] : []),
    ...(domain === undefined ? [] : [{ fileName: 'CNAME', content: `${domain}\n` }]),
  ];
  return {
    files: files.filter(({ fileName }) => !options.taken.has(fileName)),
    problems: [
      ...(site.url === undefined ? [describeMissingUrl(settingsFile)] : []),
      ...checkImage(options),
    ],
  };
}

function describeMissingUrl(file: string): Problem {
  return {
    kind: 'site',
    severity: 'info',
    file,
    message: '`url` is not set, so there are no feeds, no sitemap and no canonical addresses.',
    remedy:
      'Set it to where the blog will be published, for example `url = "https://you.example/"`.',
  };
}

/** Says so when the picture for previews is to be a file of the blog and is none. */
function checkImage({ site: { image }, settingsFile, taken }: SiteFileOptions): readonly Problem[] {
  if (image?.startsWith('/') !== true || taken.has(image.slice(1))) return [];
  return [
    {
      kind: 'site',
      severity: 'warning',
      file: settingsFile,
      message: `\`image\` is \`${image}\`, and there is no such file.`,
      remedy: 'Put it into the folder that `static` names, or write the path that it has there.',
    },
  ];
}

function formatRobots({ site, base }: SiteFileOptions): string {
  const sitemap =
    site.url === undefined ? '' : `\nSitemap: ${createToUrl(site.url, base)('/sitemap.xml')}\n`;
  return `User-agent: *\nAllow: /\n${sitemap}`;
}

/**
 * The blog for machines that read: what it is, and each post's Markdown.
 *
 * @see llmstxt.org
 */
function formatLlms({ entries, pages }: Catalog, { site, base }: SiteFileOptions): string {
  const toUrl =
    site.url === undefined
      ? (path: string) => permalinkToHref(path, base)
      : createToUrl(site.url, base);
  const newest = entries.slice(-llmsLength).toReversed();
  const rest = entries.length - newest.length;
  const sections = [
    `# ${oneLine(site.title)}`,
    site.description === '' ? '' : `> ${oneLine(site.description)}`,
    formatSection('Pages', pages, toUrl),
    formatSection('Posts', newest, toUrl),
    rest === 0 ? '' : `${rest} older posts are listed in [the archive](${toUrl('/archive/')}).`,
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function formatSection(
  title: string,
  entries: readonly CatalogEntry[],
  toUrl: (path: string) => string,
): string {
  if (entries.length === 0) return '';
  const lines = entries.map(({ meta, card }) => {
    const day = card.day === undefined ? '' : `${card.day}. `;
    const address = toUrl(`/${meta.collection}/${meta.path}`);
    const about = `${day}${oneLine(card.summary)}`.trim();
    return `- [${escapeLabel(card.title)}](${address})${about === '' ? '' : `: ${about}`}`;
  });
  return `## ${title}\n\n${lines.join('\n')}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function escapeLabel(text: string): string {
  return oneLine(text).replace(/[[\]\\]/g, '\\$&');
}

/** The blog's own domain: a blog under a path, on a host of Pages or on an address has none. */
function findDomain(site: Site, base: string): string | undefined {
  if (site.url === undefined || base !== '/') return undefined;
  const { hostname, port } = new URL(site.url);
  const isDomain = hostname.includes('.') && !/^[\d.]+$|^\[|\.github\.io$/.test(hostname);
  return isDomain && port === '' ? hostname : undefined;
}
