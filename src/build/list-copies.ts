import type { SiteFiles } from './read-site.ts';
import type { FolderScan } from './scan-posts.ts';
import { walkFolder } from './walk-folder.ts';
import type { FolderFile } from './walk-folder.ts';

/** A file published byte for byte. */
export interface CopiedFile {
  /** Path under the output folder, decoded: `posts/x/a.png`. */
  readonly fileName: string;
  /** Absolute path of the source. */
  readonly file: string;
}

/** What to list. */
export interface CopyOptions {
  readonly posts: FolderScan;
  readonly pages: FolderScan;
  readonly statics: readonly FolderFile[];
}

/**
 * Every file that is published as it is: raw posts and their assets under `posts/`, free pages under
 * `pages/`, static files at the root. Hidden posts and what lies beside only them are left out.
 */
export function listCopies({ posts, pages, statics }: CopyOptions): readonly CopiedFile[] {
  return [
    ...statics.map(({ path, file }) => ({ fileName: path, file })),
    ...listFolder('posts', posts),
    ...listFolder('pages', pages),
  ];
}

/** The static files of the blog; none when they share their folder with the posts or pages. */
export async function findStatics(files: SiteFiles): Promise<readonly FolderFile[]> {
  if (files.static === files.posts || files.static === files.pages) return [];
  return walkFolder(files.static, otherFolders(files, files.static));
}

/** The blog's folders but for `folder` itself, and the published blog: what a walk through it leaves out. */
export function otherFolders(files: SiteFiles, folder: string): ReadonlySet<string> {
  const all = [files.posts, files.pages, files.static, files.shortcodes, files.output];
  return new Set(all.flatMap((other) => (other === undefined || other === folder ? [] : [other])));
}

function listFolder(name: string, scan: FolderScan): CopiedFile[] {
  const visible = scan.posts.filter((post) => post.meta.hidden === undefined);
  return [
    ...visible.map(({ meta, file }) => ({ fileName: `${name}/${meta.path}`, file })),
    ...scan.assets.map(({ path, file }) => ({ fileName: `${name}/${path}`, file })),
  ];
}
