import type { Collection } from '../../content/model/post.ts';
import type { Site } from '../../content/site/site.ts';
import type { ChosenFile, ChosenFiles } from './chosen-files.ts';

/** The place of a chosen file in the blog. */
export interface FilePlace {
  readonly collection: Collection;
  /** Within the folder of its collection. */
  readonly path: string;
}

/**
 * Where the file at `path` of `chosen` lies in the blog. A folder with an `index.md` is one post, named by the folder; in the
 * folder of a whole blog those that the settings name are found; any other folder is that of the posts.
 *
 * @example
 * placeFile('index.md', { name: 'my-trip', … }, site)  // { collection: 'posts', path: 'my-trip/index.md' }
 * placeFile('public/pages/about.md', { name: 'blog', … }, site)  // { collection: 'pages', path: 'about.md' }
 */
export function placeFile(
  path: string,
  { name, isFolder, files }: Pick<ChosenFiles, 'name' | 'isFolder' | 'files'>,
  site: Pick<Site, 'posts' | 'pages'>,
): FilePlace {
  if (!isFolder) return { collection: 'posts', path };
  const whole = `${name}/${path}`;
  for (const collection of ['posts', 'pages'] as const) {
    const parts = site[collection].split('/').filter((part) => part !== '.' && part !== '..');
    // The settings may name it from further up than the folder that was chosen.
    for (let from = 0; from < parts.length; from++) {
      const folder = `${parts.slice(from).join('/')}/`;
      const at = `/${whole}`.indexOf(`/${folder}`);
      if (at === 0 || at === name.length + 1)
        return { collection, path: whole.slice(at + folder.length) };
    }
  }
  const isBundle = [...files.keys()].some((file) => /^index(?:\.[a-z-]+)?\.mdx?$/i.test(file));
  return { collection: 'posts', path: isBundle ? whole : path };
}

/** All of `chosen` by their places in the blog: `posts/my-trip/cup.png`. */
export function placeFiles(
  chosen: ChosenFiles,
  site: Pick<Site, 'posts' | 'pages'>,
): ReadonlyMap<string, ChosenFile> {
  const placed = new Map<string, ChosenFile>();
  for (const file of chosen.files.values()) {
    const { collection, path } = placeFile(file.path, chosen, site);
    placed.set(`${collection}/${path}`, file);
  }
  return placed;
}
