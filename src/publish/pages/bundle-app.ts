import { isAbsolute, resolve, sep } from 'node:path';

import type { Rolldown, ViteBuilder } from 'vite';

import type { KeptFolder } from '../disk/folder-store.ts';
import { hashBytes } from '../disk/hash-bytes.ts';
import { hashSources } from '../package/hash-sources.ts';
import { bundleServiceWorker, serviceWorkerFile } from './bundle-service-worker.ts';
import { openAppStore, openBundle, outputs } from './app-bundle.ts';
import type { AppBundle, BundleNote } from './app-bundle.ts';
import { findAssets } from './find-assets.ts';

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
  const store = openAppStore(options.cacheFolder);
  const parts = [hashSources(config.root), describe(config), options.settings];
  const hash = hashBytes(JSON.stringify(parts)).slice(0, 16);
  const kept = await store.load(hash);
  const bundle = kept ?? (await makeBundle(builder, options, (made) => store.save(hash, ...made)));
  // Vite builds by itself what nobody has built.
  for (const environment of Object.values(builder.environments)) environment.isBuilt = true;
  // Nobody would notice that a module beyond the hashed folders has changed.
  const isWhole = findStrangers(options.modules, config.root).length === 0;
  return openBundle(bundle, { hash, isKept: isWhole });
}

/** Vite's settings that no file tells: flags of the command line and the environment. */
function describe({ base, mode, define, env, build, plugins }: ViteBuilder['config']): unknown {
  const { outDir: _outDir, emptyOutDir: _emptyOutDir, ...settings } = build;
  const names = plugins.map(({ name }) => name);
  return [base, mode, define, env, settings, names, process.env['NODE_ENV']];
}

/** Modules that are neither of `src`, nor of a package, nor made by a plugin. */
function findStrangers(modules: ReadonlySet<string>, root: string): string[] {
  // Names of modules have slashes on every system.
  const nameOf = (file: string): string => resolve(root, file).split(sep).join('/');
  const sources = `${nameOf('src')}/`;
  const shell = nameOf('index.html');
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
  const { client, server } = outputs;
  const built = {
    [client]: await buildQuietly(builder, 'client'),
    [server]: await buildQuietly(builder, 'ssr'),
  };
  const entry = built[server].output.find((item) => item.type === 'chunk' && item.isEntry);
  if (entry === undefined) throw new Error('The server build has no entry.');
  const found = findAssets(built[client]);
  // The shell is for development: every page is written whole.
  const names = found.files.filter((name) => name !== 'index.html');
  const assets = { ...found, files: [...names, serviceWorkerFile] };
  const files = Object.entries(built).flatMap(([folder, output]) => listFiles(folder, output));
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
