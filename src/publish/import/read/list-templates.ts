import type { Project } from './project.ts';
import type { TemplateSource } from './reading.ts';

/** The templates of a project whose paths fit `pattern`, whose first group is the name; the project's own before those of themes. */
export function listTemplates(
  project: Project,
  pattern: RegExp,
  language: TemplateSource['language'],
): readonly TemplateSource[] {
  const byName = new Map<string, TemplateSource>();
  const own = project.paths.filter((path) => !path.startsWith('themes/'));
  const ofThemes = project.paths.filter((path) => path.startsWith('themes/'));
  for (const path of [...own, ...ofThemes]) {
    const name = pattern.exec(path)?.[1];
    if (name !== undefined && !byName.has(name)) byName.set(name, { name, path, language });
  }
  return [...byName.values()];
}
