import { readConfig, findText } from './config.ts';
import { given, toAuthor, toLanguage, toSiteUrl } from './common-settings.ts';
import { readProgram } from './javascript.ts';
import type { Program } from './javascript.ts';
import { listTemplates } from './list-templates.ts';
import type { Project } from './project.ts';
import type { ImportNote, Reading, StaticSource } from './reading.ts';

/**
 * An Eleventy site. Its settings are a program, of which only what stands there as text is read.
 *
 * @see https://www.11ty.dev/docs/config/ and https://www.11ty.dev/docs/permalinks/
 */
export function readEleventy(project: Project): Reading {
  const config = readProgram(project, /^(?:\.eleventy\.[cm]?js|eleventy\.config\.[cm]?[jt]s)$/);
  const input = trim(config.find('input', 'setInputDirectory') ?? '');
  const inside = (path: string): string => [input, path].filter(Boolean).join('/');
  const data = inside(
    trim(config.find('data', 'setDataDirectory') ?? '_data').replace(/^(?:\.\.\/)+/, ''),
  );
  const folders = [data, '_data'];
  const names = ['metadata', 'site', 'meta'].flatMap((name) =>
    folders.map((folder) => `${folder}/${name}`),
  );
  const json = readConfig(
    project,
    names.map((name) => `${name}.json`),
  );
  const script = readProgram(
    project,
    new RegExp(`^(?:${folders.join('|')})/(?:metadata|site|meta)\\.[cm]?js$`),
  );
  const directories = readDirectoryData(project, input);
  const includes = inside(
    trim(config.find('includes', 'setIncludesDirectory') ?? '_includes').replace(
      /^(?:\.\.\/)+/,
      '',
    ),
  );
  return {
    settings: given({
      title: findText(json.values, 'title', 'name') ?? script.find('title', 'name'),
      description: findText(json.values, 'description') ?? script.find('description'),
      url: toSiteUrl(
        findText(json.values, 'url', 'siteUrl') ?? script.find('url', 'siteUrl'),
        config.find('pathPrefix'),
      ),
      language: toLanguage(
        findText(json.values, 'language', 'lang') ?? script.find('language', 'lang'),
      ),
      author: toAuthor(json.values['author']) ?? script.find('author') ?? findInAuthor(script),
      generator: 'eleventy',
      permalink: '/:path/',
      permalinks: directories.patterns,
      posts: input,
    }),
    notes: [...json.notes, ...directories.notes, ...listNotes(config)],
    templates: listTemplates(
      project,
      new RegExp(`^${includes}/(?:partials/|components/)?([\\w-]+)\\.(?:html|liquid|njk)$`),
      'liquid',
    ),
    statics: listStatics(config),
  };
}

function findInAuthor({ text }: Program): string | undefined {
  return /\bauthor\s*:\s*\{[^}]*?\bname\s*:\s*["'`]([^"'`]+)/.exec(text)?.[1];
}

/** Patterns that files of data give to all posts of their folder. */
function readDirectoryData(
  project: Project,
  input: string,
): {
  readonly patterns: Readonly<Record<string, string>> | undefined;
  readonly notes: readonly ImportNote[];
} {
  const patterns = new Map<string, string>();
  const notes: ImportNote[] = [];
  for (const path of project.paths) {
    const found = /^(.*?)([^/]+)\/\2(?:\.11tydata)?\.(?:json|[cm]?js)$/.exec(path);
    if (found === null || (input !== '' && !path.startsWith(`${input}/`))) continue;
    const program = readProgram(project, new RegExp(`^${path.replace(/[.[\]()]/g, '\\$&')}$`));
    const written = program.find('permalink');
    const folder = `${found[1] ?? ''}${found[2] ?? ''}`.slice(input === '' ? 0 : input.length + 1);
    const pattern = written === undefined ? undefined : toPattern(written);
    if (pattern !== undefined) patterns.set(folder, pattern);
    else if (/\bpermalink["']?\s*[:=]|permalink\s*\(/.test(program.text))
      notes.push(
        program.note(
          'hand',
          /permalink/,
          `The addresses of \`${folder}\` are computed: write their pattern into \`[permalinks]\`.`,
        ),
      );
  }
  return { patterns: patterns.size === 0 ? undefined : Object.fromEntries(patterns), notes };
}

/** Expressions that templates of addresses are made of, and what stands for them in a pattern. */
const expressions: readonly (readonly [RegExp, string])[] = [
  [/^page\.fileSlug(?:\s*\|\s*slug(?:ify)?)?$/, ':slug'],
  [/^page\.filePathStem$/, ':path'],
  [/^title\s*\|\s*slug(?:ify)?$/, ':title'],
  [/^page\.date\s*\|\s*date(?:Filter)?\s*[:(]\s*["']%Y["']\)?$/, ':year'],
  [/^page\.date\s*\|\s*date(?:Filter)?\s*[:(]\s*["']%Y\/%m\/%d["']\)?$/, ':year/:month/:day'],
  [/^page\.date\s*\|\s*date(?:Filter)?\s*[:(]\s*["']%Y\/%m["']\)?$/, ':year/:month'],
];

/** The pattern that a template of addresses means; `undefined` for one that computes otherwise. */
function toPattern(template: string): string | undefined {
  let isKnown = true;
  const filled = template.replace(/\{\{-?\s*(.*?)\s*-?\}\}/g, (_, expression: string) => {
    const token = expressions.find(([form]) => form.test(expression))?.[1];
    if (token === undefined) isKnown = false;
    return token ?? '';
  });
  if (!isKnown || !filled.includes(':')) return undefined;
  return `/${filled.replace(/^\/+/, '').replace(/index\.html$/, '')}`.replace(/\/{2,}/g, '/');
}

/** What is passed through to the published folder as it is. */
function listStatics({ text }: Program): readonly StaticSource[] {
  const plain = Array.from(
    text.matchAll(/addPassthroughCopy\(\s*["'`]([^"'`*]+)["'`]/g),
    ([, from = '']) => ({
      from: trim(from),
      to: trim(from).split('/').at(-1) ?? '',
    }),
  );
  const tables = Array.from(
    text.matchAll(/addPassthroughCopy\(\s*\{([^}]*)\}/g),
    ([, inner = '']) => inner,
  );
  const mapped = tables.flatMap((inner) =>
    Array.from(
      inner.matchAll(/["'`]([^"'`*]+)["'`]\s*:\s*["'`]([^"'`]*)["'`]/g),
      ([, from = '', to = '']) => ({
        from: trim(from),
        to: trim(to),
      }),
    ),
  );
  return [...mapped, ...plain];
}

function listNotes(config: Program): readonly ImportNote[] {
  const notes: ImportNote[] = [];
  for (const [, kind = '', name = ''] of config.text.matchAll(
    /add(Paired\w*|Async\w*|Nunjucks\w*|Liquid\w*)?Shortcode\(\s*["'`]([^"'`]+)/g,
  )) {
    const place = new RegExp(`Shortcode\\(\\s*["'\`]${name}`);
    notes.push(
      config.note(
        'hand',
        place,
        `The ${kind === '' ? '' : 'paired '}shortcode \`${name}\` is a program: write it as \`shortcodes/${name}.html\`.`,
      ),
    );
  }
  if (/addPassthroughCopy\(\s*["'`][^"'`]*\*/.test(config.text))
    notes.push(
      config.note(
        'hand',
        /addPassthroughCopy\(\s*["'`][^"'`]*\*/,
        'Files passed through by a pattern with `*` are not copied: put them into the folder of static files.',
      ),
    );
  return notes;
}

function trim(path: string): string {
  return path
    .replace(/^(?:\.?\/)+/, '')
    .replace(/^\.$/, '')
    .replace(/\/+$/, '');
}
