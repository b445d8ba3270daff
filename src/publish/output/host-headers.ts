import type { Problem } from '../../content/model/problem.ts';
import type { OutputFile } from '../disk/output-file.ts';

/** Hosts that send the headers which a file among the published ones asks for. */
export const headerHosts = ['netlify', 'cloudflare', 'vercel'] as const;

export type HeaderHost = (typeof headerHosts)[number];

/** What headers are written from. */
export interface HeaderOptions {
  readonly host: HeaderHost;
  /** The policy that all pages live under. */
  readonly policy: string;
  /** Names of the blogger's own files, which are published as they are. */
  readonly own: ReadonlySet<string>;
}

/** The file for the host, and what there is to say about it. */
export interface WrittenHeaders {
  readonly files: readonly OutputFile[];
  readonly problems: readonly Problem[];
}

/** One path and what every answer below it carries. */
interface Rule {
  /** Of the folder that is published, with `*` for anything at its end. */
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** Names change with the content of these files, so a browser need never ask again. */
const lasting = ['Cache-Control', 'public, max-age=31536000, immutable'] as const;

/** The least that a policy can do for pages that are not of Rubric. */
const framePolicy = "frame-ancestors 'self'";

/** Longest line that Cloudflare reads. */
const longestLine = 2000;

/**
 * `_headers` or `vercel.json`: what a page cannot say of itself (no other site may frame it), its policy once more for the
 * files that are no pages (a picture in SVG can hold a script), and how long hashed files are kept. The host's own default,
 * asking again each time, is right for all else. A file that the blogger has of that name stays.
 */
export function writeHeaders(options: HeaderOptions): WrittenHeaders {
  const { host, own } = options;
  const fileName = host === 'vercel' ? 'vercel.json' : '_headers';
  if (own.has(fileName)) {
    const message = 'This file of yours is published, so no headers were written.';
    const remedy = 'Take it away to have one written, or leave out `--headers`.';
    return { files: [], problems: [{ ...describe('warning', fileName), message, remedy }] };
  }
  const rules = listRules(options);
  const content = host === 'vercel' ? formatVercel(rules) : formatHeaders(rules);
  return { files: [{ fileName, content }], problems: listReasons(options, fileName) };
}

function listRules({ policy, own }: HeaderOptions): readonly Rule[] {
  const held = hasPages(own) || policy.length > longestLine - 50 ? framePolicy : policy;
  const all: Rule = {
    path: '/*',
    headers: [
      ['Content-Security-Policy', held],
      ['X-Content-Type-Options', 'nosniff'],
      ['Referrer-Policy', 'strict-origin-when-cross-origin'],
    ],
  };
  return sharesAssets(own) ? [all] : [all, { path: '/assets/*', headers: [lasting] }];
}

/** Notes on rules that were left out because of files that the blogger has. */
function listReasons({ policy, own }: HeaderOptions, fileName: string): readonly Problem[] {
  const note = describe('info', fileName);
  const problems: Problem[] = [];
  if (hasPages(own)) {
    const message = `\`${findPage(own)}\` is a page of your own, which the policy could break: the headers only forbid other sites to frame pages.`;
    problems.push({ ...note, message });
  } else if (policy.length > longestLine - 50) {
    const message =
      'The policy names so many hosts that a header cannot hold it: the headers only forbid other sites to frame pages.';
    problems.push({ ...note, message });
  }
  if (!sharesAssets(own)) return problems;
  const message =
    'Files of your own lie in `assets/`, where names tell of the content: nothing there is kept for long.';
  const remedy = 'Put them into another folder, and readers load the app once.';
  return [...problems, { ...note, message, remedy }];
}

function describe(severity: Problem['severity'], file: string): Omit<Problem, 'message'> {
  return { kind: 'site', severity, file };
}

function findPage(own: ReadonlySet<string>): string | undefined {
  return [...own].find((name) => /\.x?html?$/i.test(name));
}

function hasPages(own: ReadonlySet<string>): boolean {
  return findPage(own) !== undefined;
}

function sharesAssets(own: ReadonlySet<string>): boolean {
  return [...own].some((name) => name.startsWith('assets/'));
}

/** @see https://docs.netlify.com/routing/headers/ and https://developers.cloudflare.com/pages/configuration/headers/ */
function formatHeaders(rules: readonly Rule[]): string {
  const blocks = rules.map(({ path, headers }) => {
    const lines = headers.map(([name, value]) => `  ${name}: ${value}`);
    return [path, ...lines].join('\n');
  });
  return `${blocks.join('\n')}\n`;
}

/** @see https://vercel.com/docs/project-configuration/vercel-json */
function formatVercel(rules: readonly Rule[]): string {
  const settings = {
    // As other hosts of files do: `/about` leads to `/about/`.
    trailingSlash: true,
    headers: rules.map(({ path, headers }) => ({
      source: path.replace('*', '(.*)'),
      headers: headers.map(([key, value]) => ({ key, value })),
    })),
  };
  return `${JSON.stringify(settings, undefined, 2)}\n`;
}
