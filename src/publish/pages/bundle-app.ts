import { rm } from 'node:fs/promises';
import { isAbsolute, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import { normalizePath } from 'vite';
import type { Rolldown, ViteBuilder } from 'vite';

import { openFolderStore } from '../disk/folder-store.ts';
import type { KeptFolder } from '../disk/folder-store.ts';
import { hashBytes } from '../disk/hash-bytes.ts';
import { hashSources } from '../package/hash-sources.ts';
import type { OutputFile } from '../disk/output-file.ts';
import { bundleServiceWorker, serviceWorkerFile } from './bundle-service-worker.ts';
import { findAssets } from './find-assets.ts';
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

/** How to bundle. */
export interface BundleOptions {
  /** Where bundles are kept. */
  readonly cacheFolder: string;
  /** What the generated modules of the app are made from: settings and templates. */
  readonly settings: unknown;
  /** Whether the blog is kept for reading without a network. */
  readonly isOffline: boolean;
  /** Ids of the modules that Vite has met: filled while it builds. */
  readonly modules: ReadonlySet<string>;
}

/** Builds the app for the browser and for prerendering, or takes what the same sources and settings gave before. */
export async function bundleApp(builder: ViteBuilder, options: BundleOptions): Promise<AppBundle> {
  const { config } = builder;
  const store = openFolderStore(options.cacheFolder, 'app');
  const parts = [hashSources(config.root), describe(config), options.settings];
  const hash = hashBytes(JSON.stringify(parts)).slice(0, 16);
  const kept = await store.load(hash);
  const bundle = kept ?? (await makeBundle(builder, options, (made) => store.save(hash, ...made)));
  // Vite builds by itself what nobody has built.
  for (const environment of Object.values(builder.environments)) environment.isBuilt = true;
  const { assets, entry } = bundle.note as BundleNote;
  const module: unknown = await import(pathToFileURL(join(bundle.folder, server, entry)).href);
  const isWhole = findStrangers(options.modules, config.root).length === 0;
  return {
    assets,
    files: assets.files.flatMap((fileName) => {
      const content = bundle.files.get(`${client}/${fileName}`);
      return content === undefined ? [] : [{ fileName, content }];
    }),
    renderPage: findRenderPage(module),
    hash,
    remove: async () => {
      // Nobody would notice that a module beyond the hashed folders has changed.
      if (!isWhole) await rm(bundle.folder, { recursive: true, force: true });
    },
  };
}

const client = 'client';
const server = 'server';

/** What a kept bundle tells beside its files. */
interface BundleNote {
  readonly assets: AppAssets;
  /** Name of the server's entry. */
  readonly entry: string;
}

/** Vite's settings that no file tells: flags of the command line and the environment. */
function describe({ base, mode, define, env, build, plugins }: ViteBuilder['config']): unknown {
  const { outDir: _outDir, emptyOutDir: _emptyOutDir, ...settings } = build;
  const names = plugins.map(({ name }) => name);
  return [base, mode, define, env, settings, names, process.env['NODE_ENV']];
}

/** Modules that are neither of `src`, nor of a package, nor made by a plugin. */
function findStrangers(modules: ReadonlySet<string>, root: string): string[] {
  const sources = normalizePath(`${resolve(root, 'src')}/`);
  const shell = normalizePath(resolve(root, 'index.html'));
  return [...modules].filter((id) => {
    const file = id.replace(/[?#].*$/s, '');
    // Others are made by a plugin or are Node's own.
    if (!isAbsolute(file)) return false;
    return file !== shell && !file.startsWith(sources) && !file.includes('/node_modules/');
  });
}

async function makeBundle(
  builder: ViteBuilder,
  { isOffline }: BundleOptions,
  save: (made: [KeptFolder['files'], BundleNote]) => Promise<KeptFolder>,
): Promise<KeptFolder> {
  const outputs = {
    [client]: await buildQuietly(builder, 'client'),
    [server]: await buildQuietly(builder, 'ssr'),
  };
  const entry = outputs[server].output.find((item) => item.type === 'chunk' && item.isEntry);
  if (entry === undefined) throw new Error('The server build has no entry.');
  const found = findAssets(outputs[client]);
  // The shell is for development: every page is written whole.
  const names = found.files.filter((name) => name !== 'index.html');
  const assets = { ...found, files: [...names, serviceWorkerFile] };
  const files = Object.entries(outputs).flatMap(([folder, output]) => listFiles(folder, output));
  const worker = await bundleServiceWorker(isOffline);
  files.push([`${client}/${serviceWorkerFile}`, Buffer.from(worker)]);
  return save([new Map(files), { assets, entry: entry.fileName }]);
}

function listFiles(folder: string, { output }: Rolldown.RolldownOutput): [string, Uint8Array][] {
  return output.map((item) => {
    const content = item.type === 'chunk' ? item.code : item.source;
    return [`${folder}/${item.fileName}`, Buffer.from(content)];
  });
}

/** Builds without Vite's list of two hundred files, under which the problems of posts would go unseen. */
async function buildQuietly(builder: ViteBuilder, name: string): Promise<Rolldown.RolldownOutput> {
  const { logger } = builder.config;
  const { info } = logger;
  logger.info = () => undefined;
  try {
    return await buildEnvironment(builder, name);
  } finally {
    logger.info = info;
  }
}

async function buildEnvironment(
  builder: ViteBuilder,
  name: string,
): Promise<Rolldown.RolldownOutput> {
  const environment = builder.environments[name];
  if (environment === undefined) throw new Error(`Vite has no environment \`${name}\`.`);
  const output = await builder.build(environment);
  if (Array.isArray(output) || !('output' in output)) {
    throw new Error(`Vite gave no single output for \`${name}\`.`);
  }
  return output;
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
