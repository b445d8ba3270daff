import { nameSource } from '../../content/model/post.ts';
import { createToUrl } from '../../content/site/absolute-url.ts';
import type { Redirect } from '../../content/blog/alias.ts';
import type { Catalog } from '../../content/blog/catalog.ts';
import type { Problem } from '../../content/model/problem.ts';
import { escapeHtml } from '../../content/model/html.ts';
import { permalinkToHref } from '../../content/site/permalink.ts';
import type { Site } from '../../content/site/site.ts';
import type { Fold } from '../disk/find-fold.ts';
import type { OutputFile } from '../disk/output-file.ts';

/** What redirect pages are made with. */
export interface RedirectOptions {
  readonly site: Site;
  /** Path the blog lives under, with `/` at both ends. */
  readonly base: string;
  /** File names that other steps or the blogger's own files have: a redirect never replaces one. */
  readonly taken: ReadonlySet<string>;
  /** How the disk that is written to compares names. */
  readonly fold: Fold;
}

/** Redirect pages, and the aliases that could not have one. */
export interface WrittenRedirects {
  readonly files: readonly OutputFile[];
  readonly problems: readonly Problem[];
}

/**
 * A page at each old address that leads on at once: by `meta refresh`, as a host of files cannot answer with a
 * redirect, with a canonical link for search engines and a plain link for everyone else. On a disk to which capitals
 * make no difference, an alias that differs from a page only in them is left out: it would take the page's place.
 */
export function writeRedirects(catalog: Catalog, options: RedirectOptions): WrittenRedirects {
  const { fold } = options;
  const files = new Map<string, OutputFile>();
  const leads = new Map<string, string>();
  const problems: Problem[] = [];
  const taken = new Set(Array.from(options.taken, fold));
  for (const redirect of catalog.redirects) {
    const fileName = toFileName(redirect.from);
    const key = fold(fileName ?? '');
    const isTaken = taken.has(key) || files.has(key);
    if (fileName !== undefined && !isTaken) {
      files.set(key, { fileName, content: formatPage(redirect.to, options) });
      leads.set(key, redirect.to);
    } else if (leads.get(key) !== redirect.to && redirect.isOptional !== true) {
      const isSame = fileName !== undefined && options.taken.has(fileName);
      const fault = isTaken ? (isSame ? faults.taken : faults.spelled) : faults.noPath;
      problems.push(describeFault(redirect, fault, catalog));
    }
  }
  return { files: [...files.values()], problems };
}

const faults = {
  noPath: 'is no path',
  taken: 'is the address of another page',
  spelled:
    'differs only in its spelling from the address of another page, and this disk does not tell them apart',
} as const;

/** File that answers at `from`: `/old.html` → `old.html`, `/old` and `/old/` → `old/index.html`. */
function toFileName(from: string): string | undefined {
  const parts = from.split('/').filter((part) => part !== '');
  const isPath = /^\/[^?#\\\p{Cc}]*$/u.test(from) && !parts.some((part) => /^\.\.?$/.test(part));
  if (!isPath) return undefined;
  const isFile = !from.endsWith('/') && /\.[a-z0-9]{1,5}$/i.test(from);
  return isFile ? parts.join('/') : [...parts, 'index.html'].join('/');
}

function describeFault({ from, to }: Redirect, fault: string, catalog: Catalog): Problem {
  const meta = catalog.byPermalink.get(to)?.meta;
  return {
    kind: 'permalink',
    severity: 'warning',
    file: meta === undefined ? to : nameSource(meta),
    message: `The alias \`${from}\` ${fault}, so no page there leads to \`${to}\`.`,
    remedy: 'Write a path that nothing else has, such as `/old-name/`.',
  };
}

/** Works under any policy: there is no script and no style in it. */
function formatPage(to: string, { site, base }: RedirectOptions): string {
  const isWhole = !to.startsWith('/');
  const href = escapeHtml(isWhole ? to : permalinkToHref(to, base));
  const canonical =
    isWhole || site.url === undefined ? href : escapeHtml(createToUrl(site.url, base)(to));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'">
<meta http-equiv="refresh" content="0; url=${href}">
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="canonical" href="${canonical}">
<title>Moved</title>
</head>
<body>
<p>This page has moved to <a href="${href}">${escapeHtml(to)}</a>.</p>
</body>
</html>
`;
}
