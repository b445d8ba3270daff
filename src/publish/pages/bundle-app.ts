import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import type { Rolldown, ViteBuilder } from 'vite';

import { findAssets } from './find-assets.ts';
import type { AppAssets } from './find-assets.ts';
import type { RenderPage } from './prerender.ts';

/** The app, built: its files for the browser are in the output folder already. */
export interface AppBundle {
  readonly assets: AppAssets;
  /** Renders one page on the server side of the app. */
  readonly renderPage: RenderPage;
  /** Removes the server's code from the disk. */
  remove(): Promise<void>;
}

/** Builds the app for the browser and for prerendering. */
export async function bundleApp(builder: ViteBuilder): Promise<AppBundle> {
  const assets = findAssets(await buildQuietly(builder, 'client'));
  const output = await buildQuietly(builder, 'ssr');
  const entry = output.output.find((item) => item.type === 'chunk' && item.isEntry);
  if (entry === undefined) throw new Error('The server build has no entry.');
  const { outDir } = builder.environments['ssr']?.config.build ?? {};
  const folder = resolve(builder.config.root, outDir ?? '');
  const module: unknown = await import(pathToFileURL(resolve(folder, entry.fileName)).href);
  return {
    assets,
    renderPage: findRenderPage(module),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Builds without Vite's list of two hundred files, under which the problems of posts would go unseen. */
async function buildQuietly(builder: ViteBuilder, name: string): Promise<Rolldown.RolldownOutput> {
  const { logger } = builder.config;
  const { info } = logger;
  logger.info = () => undefined;
  try {
    return await build(builder, name);
  } finally {
    logger.info = info;
  }
}

async function build(builder: ViteBuilder, name: string): Promise<Rolldown.RolldownOutput> {
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
