import { findFlag, findText, lookUp, readConfig, toTable, toTables } from './config.ts';
import { given, toAuthor, toLanguage, toNavigation, toSiteUrl } from './common-settings.ts';
import { listFeedNotes } from './feed-notes.ts';
import { listTemplates } from './list-templates.ts';
import type { Project } from './project.ts';
import type { ImportNote, Reading } from './reading.ts';

/** Folders in which the blog lists its keywords, or leads from to them. */
const knownTaxonomies = new Set(['tags', 'categories', 'keywords']);

/** A Zola site. @see https://www.getzola.org/documentation/getting-started/configuration/ */
export function readZola(project: Project): Reading {
  const config = readConfig(project, ['zola.toml', 'config.toml']);
  const { values, note } = config;
  const notes: ImportNote[] = [...config.notes];
  for (const { name } of toTables(lookUp(values, 'taxonomies'))) {
    if (typeof name === 'string' && !knownTaxonomies.has(name))
      notes.push(
        note('different', 'taxonomies', `The lists of \`${name}\` at \`/${name}/\` are not made.`),
      );
  }
  const slugs = toTable(lookUp(values, 'slugify'));
  for (const [key, value] of Object.entries(slugs)) {
    if (value !== 'on')
      notes.push(
        note(
          'hand',
          key,
          `\`slugify.${key} = "${String(value)}"\` is not known here: names that it keeps become others.`,
        ),
      );
  }
  if (findFlag(values, 'build_search_index') === true)
    notes.push(
      note('different', 'build_search_index', 'Search is that of this blog, in all languages.'),
    );
  for (const path of project.paths) {
    if (/^content\/.*_index(?:\.[\w-]+)?\.md$/.test(path) && hasText(project.read(path)))
      notes.push({
        kind: 'different',
        file: path,
        message: 'The text of a section has no page here.',
      });
  }
  return {
    settings: given({
      title: findText(values, 'title'),
      description: findText(values, 'description'),
      url: toSiteUrl(findText(values, 'base_url')),
      language: toLanguage(findText(values, 'default_language')),
      author: toAuthor(lookUp(values, 'author') ?? lookUp(values, 'extra.author')),
      generator: 'zola',
      permalink: '/:path/',
      posts: 'content',
      smartPunctuation: findFlag(values, 'markdown.smart_punctuation'),
      math: findFlag(values, 'extra.math', 'extra.katex', 'extra.mathjax', 'extra.katex.enabled'),
      feedLength: toFeedLength(lookUp(values, 'feed_limit')),
      navigation: findMenu(values),
    }),
    notes: [...notes, ...listFeedNotes(lookUp(values, 'feed_filenames'), 'feed_filenames', note)],
    templates: listTemplates(
      project,
      /^(?:themes\/[^/]+\/)?templates\/shortcodes\/(.+)\.(?:html|md)$/,
      'tera',
    ),
    statics: [{ from: 'static', to: '' }],
  };
}

/** Menus stand where themes look for them. */
function findMenu(values: Parameters<typeof findText>[0]): ReturnType<typeof toNavigation> {
  const names = [
    'extra.menu',
    'extra.menu_links',
    'extra.nav',
    'extra.main_menu',
    'extra.navbar',
    'extra.header_nav',
  ];
  return names.map((name) => toNavigation(lookUp(values, name))).find((menu) => menu !== undefined);
}

function toFeedLength(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 1 && value <= 1000 ? value : undefined;
}

function hasText(source: string | undefined): boolean {
  return /\S/.test(source?.replace(/^\s*(\+\+\+|---)[\s\S]*?\n\1/, '') ?? '');
}
