import { findKind } from './find-kind.ts';
import type { Project } from './project.ts';
import { readAstro } from './read-astro.ts';
import { readEleventy } from './read-eleventy.ts';
import { readHugo } from './read-hugo.ts';
import { readJekyll } from './read-jekyll.ts';
import { readVault } from './read-vault.ts';
import { readZola } from './read-zola.ts';
import type { ProjectKind, Reading } from './reading.ts';

const readers: Readonly<Record<ProjectKind, (project: Project) => Reading>> = {
  zola: readZola,
  hugo: readHugo,
  jekyll: readJekyll,
  astro: readAstro,
  eleventy: readEleventy,
  vault: readVault,
};

/** The kind of a project and what it says of its blog; `undefined` when nothing shows a kind. */
export function readProject(
  project: Project,
): { readonly kind: ProjectKind; readonly reading: Reading } | undefined {
  const kind = findKind(project);
  return kind === undefined ? undefined : { kind, reading: readers[kind](project) };
}
