import { nameSource } from '../../content/model/post.ts';
import type { SiteFiles } from './read-site.ts';
import type { FolderScan } from './scan-posts.ts';
import type { CopiedFile } from '../disk/output-file.ts';
import type { FolderFile } from '../disk/walk-folder.ts';

/** What to list. */
export interface CopyOptions {
  readonly posts: FolderScan;
  readonly pages: FolderScan;
  /** Files beside posts and pages that may be published: see `select-assets.ts`. */
  readonly assets: readonly CopiedFile[];
  readonly statics: readonly FolderFile[];
}

/**
 * Every file that is published as it is: raw posts and their assets under `posts/`, free pages under
 * `pages/`, static files at the root. Hidden posts are left out.
 */
export function listCopies({ posts, pages, assets, statics }: CopyOptions): readonly CopiedFile[] {
  return [
    ...statics.map(({ path, file }) => ({ fileName: path, file })),
    ...[posts, pages].flatMap(listPosts),
    ...assets,
  ];
}

/**
 * The blog's folders but for `folder` itself, its settings, and the published blog: what a walk through
 * `folder` leaves out.
 */
export function otherFolders(files: SiteFiles, folder: string): ReadonlySet<string> {
  const { file, posts, pages, shortcodes, output } = files;
  const all = [file, posts, pages, files.static, shortcodes, output];
  return new Set(all.flatMap((other) => (other === undefined || other === folder ? [] : [other])));
}

function listPosts({ posts }: FolderScan): CopiedFile[] {
  const visible = posts.filter(({ meta }) => meta.hidden === undefined);
  return visible.map(({ meta, file, isRewritten }) => ({
    fileName: nameSource(meta),
    file,
    ...(isRewritten === true && { isRewritten }),
  }));
}
