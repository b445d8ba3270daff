import { resolve } from 'node:path';

import type { ViteDevServer } from 'vite';

import { isIgnored, pathWithin } from '../disk/walk-folder.ts';
import type { SiteFiles } from '../scan/read-site.ts';

/** Changes closer together than this are one: an editor saves by writing, renaming and deleting. */
const quietMs = 40;

/** What is done when a file of the blog has changed. */
export interface ChangeHandlers {
  /** Called after each burst of changes with the names of changed posts, pages and other files: `posts/x.md`. */
  readonly onChange: (changed: ReadonlySet<string>) => void;
  /** Called when the settings file has changed, come or gone. */
  readonly onSettings: () => void;
}

/** Calls `handlers` for what changes in the folders of the blog, whatever an editor does to save. */
export function watchBlog(server: ViteDevServer, files: SiteFiles, handlers: ChangeHandlers): void {
  let changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const folders = listFolders(files);
  const { styles } = files;
  server.watcher.add([files.file, ...(styles ? [styles.file] : []), ...Object.values(folders)]);
  server.watcher.on('all', (_event, file) => {
    if (resolve(file) === files.file) {
      handlers.onSettings();
      return;
    }
    if (resolve(file) === styles?.file) reloadModule(server, 'virtual:rubric/styles.css');
    const name = findName(file, folders);
    const isPublished = files.output !== undefined && pathWithin(files.output, file) !== undefined;
    if (name === undefined || isPublished) return;
    // Templates are part of the app's code: start over.
    if (name.startsWith('shortcodes/')) reloadModule(server, 'virtual:rubric/shortcodes');
    changed.add(name);
    clearTimeout(timer);
    timer = setTimeout(() => {
      handlers.onChange(changed);
      changed = new Set();
    }, quietMs);
  });
}

/** The folders of the blog by the name that problems use for them. */
export function listFolders(files: SiteFiles): Readonly<Record<string, string>> {
  return {
    posts: files.posts,
    pages: files.pages,
    static: files.static,
    ...Object.fromEntries(files.assets.map(({ alias, folder }) => [alias, folder])),
    shortcodes: files.shortcodes,
  };
}

/** The name problems use for an absolute path: `posts/x.md`; `undefined` when it is none of the blog's. */
function findName(file: string, folders: Readonly<Record<string, string>>): string | undefined {
  for (const [name, folder] of Object.entries(folders)) {
    const path = pathWithin(folder, file);
    if (path !== undefined && !isIgnored(path)) return `${name}/${path}`;
  }
  return undefined;
}

function reloadModule(server: ViteDevServer, id: string): void {
  const { client } = server.environments;
  const known = client.moduleGraph.getModuleById(`\0${id}`);
  if (known !== undefined) client.moduleGraph.invalidateModule(known);
  client.hot.send({ type: 'full-reload' });
}
