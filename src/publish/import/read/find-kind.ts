import type { Project } from './project.ts';
import type { ProjectKind } from './reading.ts';

/** Files that show the kind of a project, and what one that several kinds have says in this one. */
const signs: readonly (readonly [ProjectKind, RegExp, RegExp?])[] = [
  ['astro', /^astro\.config\.[cm]?[jt]s$/],
  ['eleventy', /^(?:\.eleventy\.[cm]?js|eleventy\.config\.[cm]?[jt]s)$/],
  ['vault', /^quartz\.config\.ts$/],
  ['hugo', /^hugo\.(?:toml|ya?ml|json)$/],
  ['hugo', /^config\/_default\/(?:hugo|config)\.(?:toml|ya?ml|json)$/],
  ['zola', /^(?:config|zola)\.toml$/, /^\s*base_url\s*=/m],
  ['hugo', /^config\.(?:toml|ya?ml|json)$/, /^\s*"?(?:baseURL|theme|languageCode)"?\s*[:=]/im],
  ['jekyll', /^_config\.(?:ya?ml|toml)$/],
  ['vault', /^(?:\.obsidian|\.foam)\/|^logseq\/config\.edn$/],
  ['jekyll', /^_posts\//],
];

/** The kind of `project`; `undefined` when nothing shows one. */
export function findKind(project: Project): ProjectKind | undefined {
  const found = signs.find(([, name, content]) =>
    project.paths.some(
      (path) => name.test(path) && content?.test(project.read(path) ?? '') !== false,
    ),
  );
  return found?.[0];
}
