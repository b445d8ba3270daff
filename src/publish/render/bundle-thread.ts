import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { openFolderStore } from '../disk/folder-store.ts';
import type { KeptFolder } from '../disk/folder-store.ts';
import { hashBytes } from '../disk/hash-bytes.ts';
import { hashPackages, hashSources } from '../package/hash-sources.ts';
import { isCompiled, packageRoot } from '../package/package-root.ts';
import { generatedModules } from './generated-modules.ts';

/** The threads' code as JavaScript that Node can run. */
export interface ThreadBundle {
  /** Absolute path of what parses and renders posts. */
  readonly file: string;
  /** Absolute path of what makes the search index. */
  readonly searchFile: string;
  /** Changes whenever the code does: part of every cache key. */
  readonly hash: string;
}

/** Entries by their names in the bundle. */
const entries = {
  'render-thread': new URL('./render-thread.ts', import.meta.url),
  'search-thread': new URL('../search/search-thread.ts', import.meta.url),
};

/**
 * Bundles the code of the threads below `cacheFolder`, which must lie in the project, so that packages are
 * found from there; the bundle of the same sources is used again. Each version has a folder of its own: one in use
 * by another process stays whole. An installed package has the threads compiled.
 */
export async function bundleThread(cacheFolder: string): Promise<ThreadBundle> {
  if (isCompiled) return describeCompiled();
  const key = hashSources(packageRoot).slice(0, 16);
  const store = openFolderStore(cacheFolder, 'thread');
  const kept = (await store.load(key)) ?? (await makeBundle(store, key));
  const find = (name: keyof typeof entries): string => join(kept.folder, `${name}.js`);
  return {
    file: find('render-thread'),
    searchFile: find('search-thread'),
    hash: String(kept.note),
  };
}

/** The threads beside this code, which lies in the folder of the command or in that of its parts. */
function describeCompiled(): ThreadBundle {
  const own = dirname(fileURLToPath(import.meta.url));
  const folder = existsSync(join(own, 'render-thread.js')) ? own : dirname(own);
  const codes = listScripts(folder).map((file) => hashBytes(readFileSync(file)));
  return {
    file: join(folder, 'render-thread.js'),
    searchFile: join(folder, 'search-thread.js'),
    hash: hashBytes(JSON.stringify([codes, hashPackages(packageRoot)])).slice(0, 16),
  };
}

function listScripts(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .toSorted()
    .map((name) => join(folder, name));
}

async function makeBundle(
  store: ReturnType<typeof openFolderStore>,
  key: string,
): Promise<KeptFolder> {
  const chunks = await bundle();
  const files = new Map(chunks.map(({ fileName, code }) => [fileName, Buffer.from(code)]));
  const parts = [chunks, hashPackages(packageRoot)];
  return store.save(key, files, hashBytes(JSON.stringify(parts)).slice(0, 16));
}

interface Chunk {
  readonly fileName: string;
  readonly code: string;
}

async function bundle(): Promise<readonly Chunk[]> {
  const { build } = await import('vite');
  const output = await build({
    configFile: false,
    root: fileURLToPath(new URL('.', import.meta.url)),
    logLevel: 'error',
    publicDir: false,
    plugins: [generatedModules()],
    build: {
      ssr: true,
      write: false,
      minify: false,
      target: 'node20',
      rolldownOptions: {
        input: Object.fromEntries(
          Object.entries(entries).map(([name, url]) => [name, fileURLToPath(url)]),
        ),
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
  if (!('output' in output)) throw new Error('Vite gave no output for the threads.');
  return output.output.flatMap((item) =>
    item.type === 'chunk' ? [{ fileName: item.fileName, code: item.code }] : [],
  );
}
