import { escapeHtml } from '../../content/model/html.ts';
import { formatDeskPolicy, formatPolicy } from './csp.ts';
import type { PageHosts } from '../render/find-hosts.ts';
import type { AppAssets } from './find-assets.ts';
import { createCssSelector, findPageNames } from './select-css.ts';
import { splitCss } from './split-css.ts';

/** What is the same on all pages. */
export interface PageFrame {
  /** Path the blog lives under, with `/` at both ends. */
  readonly base: string;
  readonly assets: AppAssets;
  /** JavaScript that sets the theme before the first paint. */
  readonly themeScript: string;
  /** Names of static files that browsers look for: `favicon.svg` and the like. */
  readonly icons: readonly string[];
  /** Hosts that posts load from. */
  readonly hosts: PageHosts;
}

/** What one page says. */
export interface PageContent {
  readonly language: string;
  /** Of the page as a whole, where it is not from left to right. */
  readonly direction?: 'rtl' | undefined;
  /** `title` and the page's own tags, as HTML. */
  readonly head: string;
  /** What goes into `#app`. */
  readonly app: string;
  /** The page's data block as JSON; `undefined` where the app must ask for everything itself. */
  readonly data: string | undefined;
  /** `true` for the draft desk, which has a policy of its own. */
  readonly isDesk?: boolean;
}

/** Has the browser draw ahead the page of a link that the reader points at: `ui/start/warm-links.ts` marks it. */
const linkRules =
  '{"prerender":[{"where":{"selector_matches":"[data-warm]"},"eagerness":"immediate"}]}';

/** Scripts that stand in every page. */
export function listInlineScripts(themeScript: string): readonly string[] {
  return [themeScript, linkRules];
}

/** Paper colours of `tokens.css`, for the browser's own frame. */
const themeColours =
  '<meta name="theme-color" media="(prefers-color-scheme: light)" content="#f9fafc">' +
  '<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#10151f">';

const iconTags: Readonly<Record<string, string>> = {
  'favicon.ico': '<link rel="icon" sizes="32x32" href="$">',
  'favicon.svg': '<link rel="icon" type="image/svg+xml" href="$">',
  'favicon.png': '<link rel="icon" type="image/png" href="$">',
  'apple-touch-icon.png': '<link rel="apple-touch-icon" href="$">',
  'manifest.webmanifest': '<link rel="manifest" href="$">',
};

/** Names of static files that a page may name in its head. */
export const iconNames: readonly string[] = Object.keys(iconTags);

/**
 * A function that puts a whole page together: policy, theme and first styles in the head, so that the
 * text can be painted after one request; then the text, the data, and last what starts the app.
 *
 * A page gets only the rules of the style sheet that can match on it; the whole sheet follows after the text.
 */
export function createPageFormatter(frame: PageFrame): (page: PageContent) => string {
  const { assets, themeScript } = frame;
  const href = (name: string): string => escapeHtml(encodeURI(frame.base + name));
  const select = createCssSelector(splitCss(assets.css));
  const icons = frame.icons.map((name) => (iconTags[name] ?? '').replace('$', href(name))).join('');
  const sheets = assets.sheets
    .map((name) => `<link rel="stylesheet" href="${href(name)}">`)
    .join('');
  const app = assets.app === undefined ? '' : ` data-app="${href(assets.app)}"`;
  return (page) => {
    const body = `<body><div id="app">${page.app}</div>`;
    const css = select(findPageNames(`<html><head>${body}`));
    const inline = { scripts: listInlineScripts(themeScript), styles: [css] };
    const policy =
      page.isDesk === true ? formatDeskPolicy(inline) : formatPolicy(inline, frame.hosts);
    return [
      `<!doctype html><html lang="${escapeHtml(page.language)}"${page.direction === 'rtl' ? ' dir="rtl"' : ''}><head><meta charset="utf-8">`,
      `<meta http-equiv="Content-Security-Policy" content="${escapeAttribute(policy)}">`,
      '<meta name="viewport" content="width=device-width">',
      `<script>${themeScript}</script>`,
      page.head,
      themeColours,
      icons,
      `<style>${css}</style></head>`,
      body,
      page.data === undefined ? '' : formatData(page.data),
      `<script type="speculationrules">${linkRules}</script>`,
      `<script type="module" src="${href(assets.script)}"${app}></script>`,
      ...assets.imports.map((name) => `<link rel="modulepreload" href="${href(name)}">`),
      sheets,
      '</body></html>\n',
    ].join('');
  };
}

/** Text of the inlined theme script without its comments and line breaks. */
export function minifyThemeScript(source: string): string {
  return source
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/\s*\n\s*/g, '')
    .trim();
}

/** An inert data block: `<` is written so that nothing in it can end the element. */
function formatData(json: string): string {
  return `<script type="application/json" id="rubric-data">${json.replaceAll('<', '\\u003c')}</script>`;
}

/** A value for an attribute in double quotes; single quotes stay as they are, for they are many. */
function escapeAttribute(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
