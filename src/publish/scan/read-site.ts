import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

import type { Generator } from '../../content/address/generator.ts';
import { ContentError } from '../../content/model/problem.ts';
import { isPlainPath } from '../../content/site/permalink.ts';
import { defaultSite, parseSite } from '../../content/site/site.ts';
import type { Site } from '../../content/site/site.ts';
import { listAssetFolders } from './files/asset-folders.ts';
import type { AssetFolder } from './files/asset-folders.ts';
import type { StyleFile } from './files/own-styles.ts';

/** The blog's settings and the folders they name, as absolute paths. */
export interface SiteFiles {
  readonly site: Site;
  /** The settings file; it may be missing, then `site` holds the defaults. */
  readonly file: string;
  /** Its name as the blogger knows it, for messages. */
  readonly name: string;
  readonly posts: string;
  readonly pages: string;
  readonly static: string;
  readonly shortcodes: string;
  /** The blogger's own style sheet. */
  readonly styles?: StyleFile | undefined;
  readonly assets: readonly AssetFolder[];
  /** Folder that the blog is published into: never read as part of the blog, wherever it lies. */
  readonly output?: string;
}

/**
 * The settings in the file that `RUBRIC_SITE` names (relative to `cwd`), else in `site.toml` of `root`.
 *
 * Without `RUBRIC_SITE` a missing file means the defaults, so that a folder of posts alone is a blog. Where
 * the settings have no `url`, `RUBRIC_URL` gives it: a publishing workflow knows the address by itself.
 * Throws a {@link ContentError} when the named file is missing or its content is wrong.
 */
export function readSite(
  root: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
  cwd: string = process.cwd(),
): SiteFiles {
  const named = environment['RUBRIC_SITE'] || undefined;
  const file = named ? resolve(cwd, named) : resolve(root, 'site.toml');
  const source = readSettings(file, named);
  const written = source === undefined ? defaultSite : parseSite(source, named ?? 'site.toml');
  const url = written.url ?? readUrl(environment['RUBRIC_URL']);
  return toSiteFiles({ ...written, url }, file, named ?? 'site.toml');
}

/** `written`, the settings of a file, and the folders that they name; `name` is that of the file in messages. */
export function toSiteFiles(written: Site, file: string, name: string): SiteFiles {
  const folder = dirname(file);
  const found = withFolders(written, folder);
  const posts = resolve(folder, found.posts);
  const isOurs = written.posts === defaultSite.posts;
  const site = isOurs ? found : withSigns(found, listRoots(folder, posts));
  return {
    site,
    file,
    name,
    posts,
    pages: resolve(folder, site.pages),
    static: resolve(folder, site.static),
    shortcodes: resolve(folder, site.shortcodes),
    styles:
      site.styles === undefined
        ? undefined
        : { file: resolve(folder, site.styles), name: site.styles },
    assets: listAssetFolders(site.assets, folder),
  };
}

/**
 * `site` with its folders of posts and pages where they are when the settings do not say: below `public` as in Rubric's own
 * repository, else beside the settings file.
 */
function withFolders(site: Site, folder: string): Site {
  const find = (name: 'posts' | 'pages'): string => {
    const usual = defaultSite[name];
    return site[name] === usual && !existsSync(resolve(folder, usual)) ? name : site[name];
  };
  return { ...site, posts: find('posts'), pages: find('pages') };
}

/** Settings files of generators, and what one that others have too says in Zola or in Hugo alone. */
const signs: readonly (readonly [RegExp, RegExp | undefined, Generator])[] = [
  [/^hugo\.(?:toml|ya?ml|json)$/, undefined, 'hugo'],
  [/^_config\.(?:toml|ya?ml)$/, undefined, 'jekyll'],
  [/^(?:config|zola)\.toml$/, /^base_url\s*=/m, 'zola'],
  [/^config\.(?:toml|ya?ml|json)$/, /^\s*"?baseURL"?\s*[:=]/im, 'hugo'],
];

/** A folder of Hugo's content that holds one language. */
const languageFolder = /contentDir["']?\s*[:=]\s*["']?content\/([a-z-]+)/gi;

/** Folders that may be the root of the blog: that of the settings, and the one above its posts or its content. */
function listRoots(settings: string, posts: string): readonly string[] {
  const content = /^(.*[\\/])content(?:[\\/]|$)/.exec(posts)?.[1];
  return [settings, dirname(posts), ...(content === undefined ? [] : [content])];
}

/**
 * `site` with what the settings file of a generator beside it or the posts tells of addresses, where it does not say so itself: the
 * generator, and the folders that are languages to it.
 */
function withSigns(site: Site, roots: readonly string[]): Site {
  const found = roots.map(findSigns).find((each) => each !== undefined);
  const generator = site.generator ?? found?.generator;
  if (found === undefined || generator !== found.generator) return site;
  const isGiven = site.languageFolders.length > 0;
  return {
    ...site,
    generator,
    languageFolders: isGiven ? site.languageFolders : found.languageFolders,
  };
}

function findSigns(folder: string): Pick<Site, 'generator' | 'languageFolders'> | undefined {
  const names = listNames(folder);
  for (const [name, content, generator] of signs) {
    const file = names.find((each) => name.test(each));
    const text = file === undefined ? undefined : readSettings(resolve(folder, file), undefined);
    if (text === undefined || content?.test(text) === false) continue;
    const folders =
      generator === 'hugo' ? Array.from(text.matchAll(languageFolder), ([, tag = '']) => tag) : [];
    return { generator, languageFolders: [...new Set(folders)] };
  }
  return undefined;
}

function listNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    // A folder that is not there or may not be read tells nothing.
    return [];
  }
}

/** The address in `RUBRIC_URL`, checked like the setting `url`; messages name the variable as their file. */
function readUrl(value: string | undefined): string | undefined {
  return value ? parseSite(`url = ${JSON.stringify(value)}`, 'RUBRIC_URL').url : undefined;
}

function readSettings(file: string, named: string | undefined): string | undefined {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    if (!named && isMissing(error)) return undefined;
    throw new ContentError(
      {
        kind: 'site',
        severity: 'error',
        file: named ?? 'site.toml',
        message: isMissing(error)
          ? `The settings file \`${file}\` does not exist.`
          : `The settings file \`${file}\` cannot be read.`,
        remedy: named
          ? 'Let `RUBRIC_SITE` name a file, relative to the folder you start the command in.'
          : 'Check the permissions of the file.',
      },
      { cause: error },
    );
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/**
 * Path the blog lives under, decoded, with `/` at both ends: `given` (the option `--base`) when there is one,
 * else the path of the site's address, else `/`. Throws a {@link ContentError} for a `given` that cannot be one.
 */
export function findBase(site: Site, given: string | undefined): string {
  const path = given ?? (site.url === undefined ? '/' : new URL(site.url).pathname);
  // `./` and whole addresses, which Vite allows, would break the addresses of posts.
  const parts = path.replace(/^[a-z]+:\/\/[^/]*/i, '').split('/');
  const inner = parts.filter((part) => !/^\.{0,2}$/.test(part)).join('/');
  if (!isPlainPath(inner)) {
    throw new ContentError({
      kind: 'site',
      severity: 'error',
      file: '--base',
      message: `\`--base\` is \`${path}\`, which has a \`%\` that stands for no letter.`,
      remedy: 'Name the folder of the blog without it.',
    });
  }
  return inner === '' ? '/' : `/${decodeURI(inner)}/`;
}
