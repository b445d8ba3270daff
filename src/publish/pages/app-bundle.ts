import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { openFolderStore } from '../disk/folder-store.ts';
import type { FolderStore, KeptFolder } from '../disk/folder-store.ts';
import type { OutputFile } from '../disk/output-file.ts';
import type { AppAssets } from './find-assets.ts';
import type { RenderPage } from './prerender.ts';

/** The app, built. */
export interface AppBundle {
  readonly assets: AppAssets;
  /** Its files for the browser. */
  readonly files: readonly OutputFile[];
  /** Renders one page on the server side of the app. */
  readonly renderPage: RenderPage;
  /** Changes with all that the app is made from. */
  readonly hash: string;
  /** Removes the bundle from the disk unless the next build may use it. */
  remove(): Promise<void>;
}

/** What a kept bundle tells beside its files. */
export interface BundleNote {
  readonly assets: AppAssets;
  /** Name of the server's entry. */
  readonly entry: string;
}

/** Folders of a bundle: what browsers load, and what draws pages at build. */
export const outputs = { client: 'client', server: 'server' } as const;

/** The bundles that are kept in `cacheFolder`. */
export function openAppStore(cacheFolder: string): FolderStore {
  return openFolderStore(cacheFolder, 'app');
}

/** The app in a bundle that was made or kept; `isKept` when the next build may use it. */
export async function openBundle(
  bundle: KeptFolder,
  { hash, isKept }: { readonly hash: string; readonly isKept: boolean },
): Promise<AppBundle> {
  const { client, server } = outputs;
  const { assets, entry } = bundle.note as BundleNote;
  const module: unknown = await import(pathToFileURL(join(bundle.folder, server, entry)).href);
  return {
    assets,
    files: assets.files.flatMap((fileName) => {
      const content = bundle.files.get(`${client}/${fileName}`);
      return content === undefined ? [] : [{ fileName, content }];
    }),
    renderPage: findRenderPage(module),
    hash,
    remove: async () => {
      if (!isKept) await rm(bundle.folder, { recursive: true, force: true });
    },
  };
}

function findRenderPage(module: unknown): RenderPage {
  const hasRender =
    typeof module === 'object' &&
    module !== null &&
    'renderPage' in module &&
    typeof module.renderPage === 'function';
  if (!hasRender) throw new Error('`src/entry-server.tsx` does not export `renderPage`.');
  return module.renderPage as RenderPage;
}
