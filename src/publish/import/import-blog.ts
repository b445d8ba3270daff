import { existsSync } from 'node:fs';
import { basename, join, relative } from 'node:path';

import { ContentError } from '../../content/model/problem.ts';
import { toSiteFiles } from '../scan/read-site.ts';
import { compareAddresses } from './compare-addresses.ts';
import type { ComparedAddresses } from './compare-addresses.ts';
import { formatSite } from './format-site.ts';
import { openProject } from './read/project.ts';
import type { Project } from './read/project.ts';
import { readProject } from './read/read-project.ts';
import type { ImportNote, ProjectKind, TemplateSource } from './read/reading.ts';
import { rewriteTemplate } from './rewrite-template.ts';
import { placeSettings, writeBlog } from './write-imported-blog.ts';
import type { CopyPlan, ImportFolders } from './write-imported-blog.ts';

/** What an import is asked to do. */
export interface ImportRequest extends ImportFolders {
  /** Whether content is copied; else the settings point at it. */
  readonly copies: boolean;
  /** Whether nothing is written. */
  readonly isDry: boolean;
}

/** What an import made. */
export interface ImportOutcome {
  readonly kind: ProjectKind;
  /** Files that were written, or would be: content by path within the blog. */
  readonly files: ReadonlyMap<string, string>;
  readonly copies: readonly CopyPlan[];
  readonly notes: readonly ImportNote[];
  readonly addresses: ComparedAddresses;
}

/**
 * Makes a blog of the project in `source`: a settings file by which addresses stay, and templates of its shortcodes. Nothing
 * in the source is changed. Throws a `ContentError` when no kind of project is there, or `into` has a blog already.
 */
export async function importBlog(request: ImportRequest): Promise<ImportOutcome> {
  const { source, into, isDry } = request;
  if (!existsSync(source))
    throw fail(source, 'There is no such folder.', 'Name the folder of a blog.');
  if (!isDry && isWithin(into, source))
    throw fail(
      into,
      'The folder of the blog lies in the one that is imported, of which nothing is changed.',
      'Give another folder with `--into`, such as `--into ../my-blog`.',
    );
  if (!isDry && existsSync(join(into, 'site.toml')))
    throw fail(
      into,
      'There is a `site.toml` already.',
      'Give another folder with `--into`, or look first with `--dry-run`.',
    );
  const project = openProject(source);
  const found = readProject(project);
  if (found === undefined)
    throw fail(
      source,
      'This is no project of Zola, Hugo, Jekyll, Astro or Eleventy, and no vault: none of their settings files is there.',
      'Name the folder that has the settings file. For a folder of Markdown alone, `posts = "…"` in `site.toml` is enough.',
    );
  const { kind, reading } = found;
  const templates = rewriteTemplates(project, reading.templates);
  const placed = placeSettings(reading.settings, reading.statics, request);
  const { toml, notes } = formatSite(placed.settings, basename(source));
  // Addresses are looked at where the content lies now, whether or not it is copied.
  const pointing = placeSettings(reading.settings, reading.statics, { ...request, copies: false });
  const { site } = formatSite(pointing.settings, '');
  const addresses = await compareAddresses(
    toSiteFiles(site, join(into, 'site.toml'), 'site.toml'),
    kind,
  );
  const files = new Map([['site.toml', toml], ...templates.files]);
  if (!isDry) writeBlog(into, { files, copies: placed.copies });
  return {
    kind,
    files,
    copies: placed.copies,
    notes: [...reading.notes, ...notes, ...templates.notes],
    addresses,
  };
}

/** The templates that posts call, in the blog's language as far as they are simple. */
function rewriteTemplates(
  project: Project,
  sources: readonly TemplateSource[],
): {
  readonly files: readonly (readonly [string, string])[];
  readonly notes: readonly ImportNote[];
} {
  const files: (readonly [string, string])[] = [];
  const notes: ImportNote[] = [];
  if (sources.length === 0) return { files, notes };
  const texts = project.paths
    .filter((path) => /\.(?:md|markdown|mdx)$/i.test(path))
    .map((path) => project.read(path) ?? '');
  const called = texts.join('\n');
  for (const { name, path, language } of sources) {
    if (!isCalled(name, called)) continue;
    const rewritten = rewriteTemplate(project.read(path) ?? '', language);
    const short = name.split('/').at(-1) ?? name;
    if (rewritten.kind === 'done') {
      files.push([`shortcodes/${short}.html`, rewritten.text]);
      if (rewritten.hasScript)
        notes.push({
          kind: 'different',
          file: path,
          message: `Scripts and styles of \`${name}\` are removed when it is shown.`,
        });
      continue;
    }
    const message = `\`${name}\` does more than a template here can (\`${rewritten.tag}\`): write \`shortcodes/${short}.html\` by hand.`;
    notes.push({ kind: 'hand', file: path, line: rewritten.line, message });
  }
  return { files, notes };
}

/** Whether one of the texts has a tag of that name. */
function isCalled(name: string, texts: string): boolean {
  const quoted = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(
    `\\{(?:\\{[<%]|\\{|%-?)\\s*(?:(?:include|render)\\s+["']?)?${quoted}(?![\\w-])`,
  ).test(texts);
}

function isWithin(folder: string, outer: string): boolean {
  return !/^\.\.(?:[\\/]|$)|^(?:[A-Za-z]:)?[\\/]/.test(relative(outer, folder));
}

function fail(file: string, message: string, remedy: string): ContentError {
  return new ContentError({ kind: 'site', severity: 'error', file, message, remedy });
}
