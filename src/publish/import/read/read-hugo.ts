import { findFlag, findText, lookUp, readConfig, toTable } from './config.ts';
import type { Config, Table } from './config.ts';
import {
  given,
  toAuthor,
  toLanguage,
  toNavigation,
  toSiteUrl,
  toTimeZone,
} from './common-settings.ts';
import { listTemplates } from './list-templates.ts';
import type { Project } from './project.ts';
import type { ImportNote, Reading } from './reading.ts';

const endings = ['toml', 'yaml', 'yml', 'json'];
const rootNames = ['hugo', 'config', 'config/_default/hugo', 'config/_default/config'];
const knownTaxonomies = new Set(['tag', 'category', 'keyword', 'series']);

/** Hugo's own pattern: the section in the address, and the name of the file. */
const defaultPattern = '/:sections/:slugorcontentbasename/';

/** A Hugo site. @see https://gohugo.io/configuration/all/ */
export function readHugo(project: Project): Reading {
  const config = readConfig(project, rootNames.flatMap(withEndings));
  const values = { ...config.values, ...readParts(project, config) };
  const notes: ImportNote[] = [...config.notes, ...listNotes(project, values, config)];
  const isUgly = findFlag(values, 'uglyURLs') === true;
  const content = findText(values, 'contentDir') ?? 'content';
  const language = findText(values, 'defaultContentLanguage');
  const languages = Object.entries(toTable(lookUp(values, 'languages')));
  const own = toTable(languages.find(([tag]) => tag === (language ?? 'en'))?.[1]);
  const inSubdir = findFlag(values, 'defaultContentLanguageInSubdir') === true;
  return {
    settings: given({
      title: findText(own, 'title') ?? findText(values, 'title'),
      description:
        findText(own, 'params.description', 'description') ??
        findText(values, 'params.description', 'params.subtitle', 'params.siteDescription'),
      url: toSiteUrl(findText(own, 'baseURL') ?? findText(values, 'baseURL')),
      language: toLanguage(
        findText(own, 'languageCode', 'locale') ??
          findText(values, 'languageCode', 'locale') ??
          language,
      ),
      timeZone: toTimeZone(findText(values, 'timeZone')),
      author: toAuthor(lookUp(values, 'params.author') ?? lookUp(values, 'author')),
      generator: 'hugo',
      permalink: isUgly ? defaultPattern.replace(/\/$/, '.html') : defaultPattern,
      permalinks: readPatterns(lookUp(values, 'permalinks'), isUgly),
      posts: content,
      languageFolders: inSubdir ? undefined : readLanguageFolders(languages, content),
      math: findFlag(values, 'params.math', 'params.katex', 'params.mathjax', 'params.math.enable'),
      smartPunctuation: findFlag(values, 'markup.goldmark.extensions.typographer') ?? true,
      future: findFlag(values, 'buildFuture'),
      feedLength: toFeedLength(lookUp(values, 'services.rss.limit') ?? lookUp(values, 'rssLimit')),
      navigation: toNavigation(
        lookUp(own, 'menus.main') ??
          lookUp(own, 'menu.main') ??
          lookUp(values, 'menus.main') ??
          lookUp(values, 'menu.main'),
      ),
    }),
    notes,
    templates: listTemplates(
      project,
      /^(?:themes\/[^/]+\/)?layouts\/(?:_)?shortcodes\/(.+)\.html$/,
      'hugo',
    ),
    statics: listStatics(values),
  };
}

function withEndings(name: string): readonly string[] {
  return endings.map((ending) => `${name}.${ending}`);
}

/** Settings that have a file of their own beside the main one: `config/_default/menus.en.toml`. */
function readParts(project: Project, config: Config): Table {
  if (!config.file.startsWith('config/')) return {};
  const parts = ['params', 'permalinks', 'languages', 'markup', 'services', 'taxonomies'];
  const found = parts.flatMap((name) => {
    const { values } = readConfig(project, withEndings(`config/_default/${name}`));
    return Object.keys(values).length === 0 ? [] : [[name, values] as const];
  });
  const menus = ['menus', 'menu', 'menus.en', 'menu.en'].map(
    (name) => readConfig(project, withEndings(`config/_default/${name}`)).values,
  );
  const menu = menus.find((each) => Object.keys(each).length > 0);
  return { ...Object.fromEntries(found), ...(menu && { menus: menu }) };
}

/** Hugo's table of patterns, in its older form and the one by kinds of pages. */
function readPatterns(
  value: unknown,
  isUgly: boolean,
): Readonly<Record<string, string>> | undefined {
  const table = toTable(value);
  const pages = { ...table, ...toTable(table['page']) };
  const patterns = Object.entries(pages).flatMap(([section, pattern]) =>
    typeof pattern === 'string'
      ? [[section, isUgly ? pattern.replace(/\/?$/, '.html') : pattern]]
      : [],
  );
  return patterns.length === 0 ? undefined : Object.fromEntries(patterns);
}

/** Folders below the content that are a language each and stand in no address. */
function readLanguageFolders(
  languages: readonly (readonly [string, unknown])[],
  content: string,
): readonly string[] | undefined {
  const folders = languages.flatMap(([, language]) => {
    const folder = findText(toTable(language), 'contentDir');
    return folder?.startsWith(`${content}/`) === true ? [folder.slice(content.length + 1)] : [];
  });
  return folders.length === 0 ? undefined : folders;
}

function toFeedLength(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 1 && value <= 1000 ? value : undefined;
}

function listStatics(values: Table): Reading['statics'] {
  const written = lookUp(values, 'staticDir');
  const folders = Array.isArray(written) ? written : [written ?? 'static'];
  return folders.flatMap((from) => (typeof from === 'string' ? [{ from, to: '' }] : []));
}

function listNotes(project: Project, values: Table, { note, file }: Config): readonly ImportNote[] {
  const notes: ImportNote[] = [];
  for (const name of Object.keys(toTable(lookUp(values, 'taxonomies')))) {
    if (!knownTaxonomies.has(name))
      notes.push(note('different', name, `The lists of \`${name}\` are not made.`));
  }
  if (findFlag(values, 'defaultContentLanguageInSubdir') === true)
    notes.push(
      note(
        'hand',
        'defaultContentLanguageInSubdir',
        'Posts of the main language named by suffix (`x.md`) lose its folder in the address: let the host lead from `/en/…` to `/…`.',
      ),
    );
  for (const key of ['disablePathToLower', 'removePathAccents', 'canonifyURLs']) {
    if (findFlag(values, key) === true)
      notes.push(
        note('hand', key, `\`${key}\` has no counterpart: look whether your addresses stay.`),
      );
  }
  if (lookUp(values, 'module.mounts') !== undefined)
    notes.push(
      note(
        'hand',
        'mounts',
        'Mounted folders are not read: put what they hold into the folder of the content.',
      ),
    );
  if (lookUp(values, 'cascade') !== undefined)
    notes.push(
      note('hand', 'cascade', '`cascade` is not read: write into the posts what it gives them.'),
    );
  const theme = findText(values, 'theme');
  if (theme !== undefined)
    notes.push(
      note('different', 'theme', `The theme \`${theme}\` is left behind, its pictures too.`),
    );
  if (
    project.paths.some(
      (path) => path.startsWith('assets/') && /\.(?:png|jpe?g|webp|gif|svg)$/i.test(path),
    )
  )
    notes.push({
      kind: 'hand',
      file: 'assets',
      message:
        'Pictures in `assets/` are not published at the root: move those that posts name to `static/`.',
    });
  return notes.map((each) => ({ ...each, file: each.file === '' ? file : each.file }));
}
