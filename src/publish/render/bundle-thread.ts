import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'vite';

import { openFolderStore } from '../disk/folder-store.ts';
import type { KeptFolder } from '../disk/folder-store.ts';
import { hashBytes } from '../disk/hash-bytes.ts';
import { hashSources } from '../package/hash-sources.ts';
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
  const key = hashSources(packageRoot).slice(0, 16);
  if (isCompiled) return describeCompiled(key);
  const store = openFolderStore(cacheFolder, 'thread');
  const kept = (await store.load(key)) ?? (await makeBundle(store, key));
  const find = (name: keyof typeof entries): string => join(kept.folder, `${name}.js`);
  return {
    file: find('render-thread'),
    searchFile: find('search-thread'),
    hash: String(kept.note),
  };
}

function describeCompiled(hash: string): ThreadBundle {
  const folder = join(packageRoot, 'compiled');
  return {
    file: join(folder, 'render-thread.js'),
    searchFile: join(folder, 'search-thread.js'),
    hash,
  };
}

async function makeBundle(
  store: ReturnType<typeof openFolderStore>,
  key: string,
): Promise<KeptFolder> {
  const chunks = await bundle();
  const files = new Map(chunks.map(({ fileName, code }) => [fileName, Buffer.from(code)]));
  return store.save(key, files, hashBytes(JSON.stringify(chunks)).slice(0, 16));
}

interface Chunk {
  readonly fileName: string;
  readonly code: string;
}

async function bundle(): Promise<readonly Chunk[]> {
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
