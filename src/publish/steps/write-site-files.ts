import { nameSource } from '../../content/model/post.ts';
import { createToUrl } from '../../content/site/absolute-url.ts';
import type { Catalog } from '../../content/blog/catalog.ts';
import type { CatalogEntry } from '../../content/model/catalog-entry.ts';
import type { Problem } from '../../content/model/problem.ts';
import { permalinkToHref } from '../../content/site/permalink.ts';
import type { Site } from '../../content/site/site.ts';
import type { OutputFile } from '../disk/output-file.ts';

/** Most posts that `llms.txt` lists: it is meant to be read in one go. The sitemap has all. */
export const llmsLength = 1000;

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

/** `robots.txt`, `llms.txt`, `.nojekyll` and, for a domain of one's own, `CNAME`. */
export function writeSiteFiles(catalog: Catalog, options: SiteFileOptions): WrittenSiteFiles {
  const { site, settingsFile } = options;
  const domain = findDomain(site, options.base);
  const files: OutputFile[] = [
    { fileName: 'robots.txt', content: formatRobots(options) },
    { fileName: 'llms.txt', content: formatLlms(catalog, options) },
    // GitHub Pages would otherwise leave out files and folders that start with `_`.
    { fileName: '.nojekyll', content: '' },
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

/** Says so when previews cannot show the picture of the blog: it is to be a file and is none, or is SVG. */
function checkImage({ site: { image }, settingsFile, taken }: SiteFileOptions): readonly Problem[] {
  if (image === undefined) return [];
  const problem = { kind: 'site', severity: 'warning', file: settingsFile } as const;
  if (image.startsWith('/') && !taken.has(image.slice(1))) {
    const message = `\`image\` is \`${image}\`, and there is no such file.`;
    const remedy =
      'Put it into the folder that `static` names, or write the path that it has there.';
    return [{ ...problem, message, remedy }];
  }
  if (!/\.svg(?:[?#]|$)/i.test(image)) return [];
  const message = `\`image\` is \`${image}\`, and link previews cannot show SVG.`;
  return [{ ...problem, message, remedy: 'Name a picture in PNG, JPEG or WebP.' }];
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
    const address = toUrl(`/${nameSource(meta)}`);
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
  const { hostname: name, port } = new URL(site.url);
  // A final dot makes no other domain.
  const hostname = name.replace(/\.$/, '');
  const isDomain = hostname.includes('.') && !/^[\d.]+$|^\[|\.github\.io$/.test(hostname);
  return isDomain && port === '' ? hostname : undefined;
}
