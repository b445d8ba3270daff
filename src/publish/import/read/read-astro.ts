import { given, toLanguage, toNavigation, toSiteUrl, toTimeZone } from './common-settings.ts';
import { findLineOf } from './project.ts';
import type { Project } from './project.ts';
import { readProgram } from './javascript.ts';
import type { Program } from './javascript.ts';
import type { ImportNote, Reading } from './reading.ts';

/** A collection of posts: its folder, and the folder of pages that it is shown below. */
interface Collection {
  readonly name: string;
  readonly folder: string;
  /** Path of its addresses without `/` at both ends. */
  readonly route: string;
}

/**
 * An Astro site. Its settings are a program, of which only what stands there as text is read.
 *
 * @see https://docs.astro.build/en/guides/content-collections/ and https://docs.astro.build/en/guides/routing/
 */
export function readAstro(project: Project): Reading {
  const config = readProgram(project, /^astro\.config\.[cm]?[jt]s$/);
  const words = readProgram(project, /^src\/(?:config|consts|site\.config|constants)\.[jt]s$/);
  const isFile = /format\s*:\s*["']file["']/.test(config.text);
  const collections = listCollections(project);
  const [first] = collections;
  const end = isFile ? '.html' : '/';
  const isOne = collections.length <= 1;
  return {
    settings: given({
      title: words.find('SITE_TITLE', 'title', 'TITLE', 'name', 'NAME'),
      description: words.find('SITE_DESCRIPTION', 'description', 'desc', 'DESCRIPTION'),
      url: toSiteUrl(
        config.find('site') ?? words.find('website', 'site', 'SITE_URL'),
        config.find('base'),
      ),
      language: toLanguage(config.find('defaultLocale') ?? words.find('lang', 'locale', 'LOCALE')),
      timeZone: toTimeZone(words.find('timezone', 'timeZone')),
      author: words.find('author', 'AUTHOR', 'SITE_AUTHOR'),
      generator: 'astro',
      permalink: `/${[first?.route ?? 'blog', ':path'].filter(Boolean).join('/')}${end}`,
      permalinks: isOne
        ? undefined
        : Object.fromEntries(collections.map((each) => toPattern(each, end))),
      posts: isOne ? (first?.folder ?? 'src/content') : 'src/content',
      pages:
        project.hasFolder('src/pages') && project.paths.some(isMarkdownPage)
          ? 'src/pages'
          : undefined,
      assets: readAliases(project),
      navigation: toNavigation(readMenu(words), first?.route),
    }),
    notes: [
      ...config.listUnread(['site', 'base']),
      ...listNotes(config, project),
      ...(first === undefined ? [describeNoPosts(config.file)] : []),
    ],
    templates: [],
    statics: [{ from: config.find('publicDir')?.replace(/^\.\//, '') ?? 'public', to: '' }],
  };
}

function toPattern({ folder, route }: Collection, end: string): readonly [string, string] {
  const section = folder.replace(/^src\/content\//, '');
  const depth = section.split('/').length;
  return [section, `/${[route, `:sections[${depth}:]`, ':slug'].filter(Boolean).join('/')}${end}`];
}

function isMarkdownPage(path: string): boolean {
  return /^src\/pages\/.*\.mdx?$/.test(path);
}

/** The collections that hold Markdown and that a page shows post by post. */
function listCollections(project: Project): readonly Collection[] {
  const { text } = readProgram(project, /^src\/(?:content\.config|content\/config)\.[cm]?[jt]s$/);
  const globs = Array.from(
    text.matchAll(/(\w+)\s*=\s*defineCollection\(\{[\s\S]*?(?=defineCollection|export\s)/g),
    ([own, name = '']) => ({ name, base: findBase(own, text) }),
  );
  const folders = new Set(
    project.paths.flatMap((path) => /^(src\/content\/[^/]+)\/.*\.mdx?$/.exec(path)?.[1] ?? []),
  );
  const named = globs.flatMap(({ name, base }) =>
    base === undefined ? [] : [{ name, folder: base }],
  );
  const known = new Set(named.map(({ folder }) => folder));
  const plain = [...folders]
    .filter(
      (folder) => ![...known].some((each) => each === folder || each.startsWith(`${folder}/`)),
    )
    .map((folder) => ({ name: folder.slice('src/content/'.length), folder }));
  const all = [...named, ...plain].filter(({ folder }) => project.hasFolder(folder));
  return all.flatMap((each) => {
    const route = findRoute(project, each.name);
    return route === undefined ? [] : [{ ...each, route }];
  });
}

/** The folder of a collection by `glob`: a text, or a constant of the same file. */
function findBase(own: string, whole: string): string | undefined {
  const [, literal, name] = /base\s*:\s*(?:["'`]([^"'`$]+)|`?\$?\{?(\w+))/.exec(own) ?? [];
  const constant =
    name === undefined ? undefined : new RegExp(`\\b${name}\\s*=\\s*["']([^"']+)`).exec(whole)?.[1];
  return (literal ?? constant)?.replace(/^\.?\//, '').replace(/\/+$/, '');
}

/** The path below which a page shows each post of a collection. */
function findRoute(project: Project, collection: string): string | undefined {
  const dynamic = /^src\/pages\/(?:(.+)\/)?\[(?:\.\.\.)?\w+\](?:\/index)?\.(?:astro|[jt]sx?)$/;
  const asks = new RegExp(`get(?:Collection|Entry)\\(\\s*["'\`]${collection}["'\`]`);
  const routes = project.paths.flatMap((path) => {
    const found = dynamic.exec(path);
    return found === null || found[1]?.includes('[') === true
      ? []
      : [{ path, route: found[1] ?? '' }];
  });
  const own = routes.find(({ path }) => asks.test(project.read(path) ?? ''));
  return (own ?? routes.find(({ route }) => route === collection))?.route;
}

/** Folders of pictures by alias, from the settings of TypeScript. */
function readAliases(project: Project): Readonly<Record<string, string>> | undefined {
  const text = project.read('tsconfig.json') ?? '';
  const found = Array.from(
    text.matchAll(/"([@~][\w/-]*)\/\*"\s*:\s*\[\s*"(?:\.\/)?([\w./-]+)\/\*"/g),
    ([, alias = '', folder = '']) => [alias, folder] as const,
  ).filter(([, folder]) => project.hasFolder(folder));
  const own = project.hasFolder('src/assets') ? [['@assets', 'src/assets'] as const] : [];
  const all = found.length > 0 ? found : own;
  return all.length === 0 ? undefined : Object.fromEntries(all);
}

/** A menu as a list of tables with a name and an address, as themes have them among their words. */
function readMenu({ text }: Program): unknown {
  const list =
    /\b(?:NAV\w*|MENU|nav\w*|menu\w*)\b[^=:]*[=:]\s*\[([\s\S]*?)\]/.exec(text)?.[1] ?? '';
  return Array.from(list.matchAll(/\{([^{}]*)\}/g), ([, entry = '']) => {
    const find = (name: string): string | undefined =>
      new RegExp(`(?:${name})["']?\\s*:\\s*["'\`]([^"'\`]*)`).exec(entry)?.[1];
    return { title: find('title|label|name|text'), url: find('href|url|link|path') };
  });
}

function listNotes(config: Program, project: Project): readonly ImportNote[] {
  const notes: ImportNote[] = [];
  const add = (kind: ImportNote['kind'], pattern: RegExp, message: string): void => {
    if (pattern.test(config.text)) notes.push(config.note(kind, pattern, message));
  };
  add(
    'hand',
    /\bredirects\s*:/,
    'Redirects of the site are not read: write the old addresses as `aliases` of the posts.',
  );
  add(
    'hand',
    /remarkPlugins|rehypePlugins/,
    'Plugins for Markdown are not run: look at what they did.',
  );
  add(
    'hand',
    /\bi18n\s*:/,
    'Check the addresses of other languages: rules of routing are not read.',
  );
  for (const path of project.paths) {
    if (
      /^src\/pages\/.*\.astro$/.test(path) &&
      !/\[|\/(?:index|404|rss|search|archives?|tags)/.test(path)
    )
      notes.push({
        kind: 'hand',
        file: path,
        message: 'A page that is a program: write it as Markdown into the folder of pages.',
      });
    if (
      /^src\/pages\/(?!rss\.xml|atom\.xml|feed\.xml|index\.xml).*\.xml\.[jt]s$/.test(path) &&
      !/sitemap|robots/.test(path)
    )
      notes.push({
        kind: 'hand',
        file: path,
        line: findLineOf(project.read(path) ?? '', /export/),
        message: 'The feed of this name is not there: let the host lead from it to `/rss.xml`.',
      });
  }
  return notes;
}

function describeNoPosts(file: string): ImportNote {
  return {
    kind: 'hand',
    file,
    message:
      'No page was found that shows a collection post by post: set `posts` and `permalink` in `site.toml`.',
  };
}
