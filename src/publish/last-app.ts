import { resolve } from 'node:path';

import { readAppSettings } from './build-blog.ts';
import type { BuildOptions } from './build-blog.ts';
import { openFolderStore } from './disk/folder-store.ts';
import { hashBytes } from './disk/hash-bytes.ts';
import { hashSources } from './package/hash-sources.ts';
import { packageRoot } from './package/package-root.ts';
import { openAppStore, openBundle } from './pages/app-bundle.ts';
import type { AppBundle } from './pages/app-bundle.ts';
import { findBase, readSite } from './scan/read-site.ts';
import { findCacheFolder } from './steps/open-workshop.ts';

/** A build of the command. */
export interface BuildRequest {
  /** Of the blog. */
  readonly folder: string;
  /** Path that the blog lives under, where it is given. */
  readonly base: string | undefined;
  /** The output folder. */
  readonly output: string;
}

/** The app of the last build that asked for the same. */
export interface LastApp {
  /** What to build with it, without loading Vite; `undefined` when the app must be bundled first. */
  find(): Promise<BuildOptions | undefined>;
  /** Remembers the app named `hash` for the next build. */
  note(hash: string): Promise<void>;
}

/**
 * Finds the bundle that Vite would make for `request`. Its name depends on Vite's whole configuration, so it is noted under
 * all that this follows from: sources, packages, settings, flags and environment.
 */
export async function openLastApp({ folder, base, output }: BuildRequest): Promise<LastApp> {
  const files = { ...readSite(resolve(folder)), output };
  const cacheFolder = findCacheFolder(resolve(folder));
  const mode = process.env['NODE_ENV'] ?? 'production';
  const told = Object.entries(process.env).filter(([name]) => name.startsWith('VITE_'));
  const parts = [hashSources(packageRoot), await readAppSettings(files), base ?? '', mode, told];
  const key = hashBytes(JSON.stringify(parts)).slice(0, 16);
  const notes = openFolderStore(cacheFolder, 'last');
  return {
    async find() {
      const noted = await notes.load(key);
      const app = noted && (await loadApp(cacheFolder, String(noted.note)));
      if (app === undefined) return undefined;
      // As Vite does it.
      process.env['NODE_ENV'] = mode;
      return {
        files,
        base: findBase(files.site, base),
        cacheFolder,
        folder: output,
        logger: console,
        openApp: () => Promise.resolve(app),
      };
    },
    note: async (hash) => void (await notes.save(key, new Map(), hash)),
  };
}

async function loadApp(cacheFolder: string, hash: string): Promise<AppBundle | undefined> {
  const bundle = await openAppStore(cacheFolder).load(hash);
  return bundle && openBundle(bundle, { hash, isKept: true });
}
