import { findFlag, findText, lookUp, readConfig, toTable, toTables } from './config.ts';
import type { Config, Table } from './config.ts';
import {
  given,
  toAuthor,
  toLanguage,
  toNavigation,
  toSiteUrl,
  toTimeZone,
} from './common-settings.ts';
import { listFeedNotes } from './feed-notes.ts';
import { listTemplates } from './list-templates.ts';
import type { Project } from './project.ts';
import type { ImportNote, Reading } from './reading.ts';

/** A Jekyll site. @see https://jekyllrb.com/docs/configuration/default/ and https://jekyllrb.com/docs/permalinks/ */
export function readJekyll(project: Project): Reading {
  const config = readConfig(project, ['_config.yml', '_config.yaml', '_config.toml']);
  const { values, note } = config;
  const defaults = readDefaults(values);
  const isAll = findText(values, 'source') === undefined;
  const notes: ImportNote[] = [...config.notes, ...listNotes(values, note)];
  const feed = findText(values, 'feed.path');
  return {
    settings: given({
      title: findText(values, 'title', 'name'),
      description: findText(values, 'description', 'tagline', 'subtitle'),
      url: toSiteUrl(findText(values, 'url'), findText(values, 'baseurl')),
      language: toLanguage(findText(values, 'lang', 'locale', 'language')),
      timeZone: toTimeZone(findText(values, 'timezone')),
      author: toAuthor(lookUp(values, 'author')),
      generator: 'jekyll',
      permalink: defaults.posts ?? findText(values, 'permalink') ?? 'date',
      permalinks: { ...readCollections(values), ...defaults.sections },
      posts: '',
      pages: '',
      future: findFlag(values, 'future'),
      // Kramdown, Jekyll's own reader of Markdown, makes marks typographic.
      smartPunctuation: findText(values, 'markdown') === 'GFM' ? undefined : true,
      math: findFlag(values, 'math', 'mathjax', 'use_math', 'katex'),
      navigation: readMenu(project, values),
    }),
    notes: isAll
      ? [...notes, ...listFeedNotes(feed, 'feed', note)]
      : [
          note('hand', 'source', 'The folder of the sources is another: import that folder.'),
          ...notes,
        ],
    templates: listTemplates(project, /^_includes\/(.+)\.(?:html|md|liquid)$/, 'liquid'),
    statics: [{ from: '', to: '' }],
  };
}

/** Addresses of the collections that are published. */
function readCollections(values: Table): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(toTable(lookUp(values, 'collections'))).flatMap(([name, options]) => {
      const pattern = findText(toTable(options), 'permalink');
      return pattern === undefined || name === 'posts' ? [] : [[name, pattern]];
    }),
  );
}

/** Addresses that `defaults` give to all posts, and to those of a folder. */
function readDefaults(values: Table): {
  readonly posts: string | undefined;
  readonly sections: Readonly<Record<string, string>>;
} {
  const sections = new Map<string, string>();
  let posts = findText(toTable(lookUp(values, 'collections.posts')), 'permalink');
  for (const entry of toTables(lookUp(values, 'defaults'))) {
    const pattern = findText(entry, 'values.permalink');
    if (pattern === undefined) continue;
    const path = (findText(entry, 'scope.path') ?? '').replace(/^_|\/+$/g, '');
    const type = findText(entry, 'scope.type') ?? 'posts';
    if (path === '' && type === 'posts') posts = pattern;
    else if (type !== 'pages') sections.set(path === '' ? type : path, pattern);
  }
  return { posts, sections: Object.fromEntries(sections) };
}

/** The menu where themes look for it. */
function readMenu(project: Project, values: Table): ReturnType<typeof toNavigation> {
  const data = readConfig(project, [
    '_data/navigation.yml',
    '_data/navigation.yaml',
    '_data/menu.yml',
    '_data/nav.yml',
  ]);
  const tables = [
    lookUp(data.values, 'main'),
    lookUp(values, 'navigation'),
    lookUp(values, 'nav'),
    lookUp(values, 'menu'),
  ];
  const found = tables.map((menu) => toNavigation(menu)).find((menu) => menu !== undefined);
  return found ?? toNavigation(listHeaderPages(project, lookUp(values, 'header_pages')));
}

/** The pages that the theme Minima shows in its header, by their own titles. */
function listHeaderPages(project: Project, pages: unknown): unknown {
  if (!Array.isArray(pages)) return undefined;
  return pages
    .filter((page): page is string => typeof page === 'string')
    .map((page) => {
      const head = /^---\n([\s\S]*?)\n---/.exec(project.read(page) ?? '')?.[1] ?? '';
      const read = (name: string): string | undefined =>
        new RegExp(`^${name}:\\s*(.+)$`, 'm').exec(head)?.[1]?.trim();
      const url = read('permalink') ?? page.replace(/(?:\/?index)?\.(?:md|markdown|html)$/, '/');
      return { title: read('title')?.replace(/^["']|["']$/g, ''), url };
    });
}

function listNotes(values: Table, note: Config['note']): readonly ImportNote[] {
  const notes: ImportNote[] = [];
  for (const [name, options] of Object.entries(toTable(lookUp(values, 'collections')))) {
    if (findFlag(toTable(options), 'output') === false)
      notes.push(
        note(
          'hand',
          name,
          `The collection \`${name}\` was not published; here it is. Move its folder away if it is not for readers.`,
        ),
      );
  }
  if (Array.isArray(lookUp(values, 'exclude')))
    notes.push(
      note(
        'hand',
        'exclude',
        'What `exclude` names is not known here: the doctor lists files that are published by mistake.',
      ),
    );
  const theme = findText(values, 'theme', 'remote_theme');
  if (theme !== undefined)
    notes.push(note('different', 'theme', `The theme \`${theme}\` is left behind.`));
  for (const key of ['tag_archive', 'category_archive', 'jekyll-archives', 'paginate_path']) {
    const value = lookUp(values, key);
    if (value !== undefined)
      notes.push(
        note(
          'different',
          key,
          `Lists of \`${key}\` have other addresses; those of terms at \`/tags/x/\` and \`/categories/x/\` lead on.`,
        ),
      );
  }
  return notes;
}
