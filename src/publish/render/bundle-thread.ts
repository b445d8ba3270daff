import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'vite';

import { hashBytes } from '../disk/hash-bytes.ts';
import { generatedModules } from './generated-modules.ts';

/** The thread's code as JavaScript that Node can run. */
export interface ThreadBundle {
  /** Absolute path of the entry. */
  readonly file: string;
  /** Changes whenever the code does: part of every cache key. */
  readonly hash: string;
}

const entryName = 'render-thread.js';

/**
 * Bundles `render-thread.ts` below `cacheFolder`, which must lie in the project, so that packages are
 * found from there. Each version has a folder of its own: one in use by another process stays whole.
 */
export async function bundleThread(cacheFolder: string): Promise<ThreadBundle> {
  const chunks = await bundle();
  const hash = hashBytes(JSON.stringify(chunks)).slice(0, 16);
  const folder = join(cacheFolder, `thread-${hash}`);
  const file = join(folder, entryName);
  if (existsSync(file)) return { file, hash };
  await removeOld(cacheFolder);
  const draft = join(cacheFolder, `draft-${process.pid}-${Date.now()}`);
  for (const { fileName, code } of chunks) {
    await mkdir(dirname(join(draft, fileName)), { recursive: true });
    await writeFile(join(draft, fileName), code);
  }
  try {
    await rename(draft, folder);
  } catch (error) {
    // Another process was faster with the same version.
    if (!existsSync(file)) throw error;
    await rm(draft, { recursive: true, force: true });
  }
  return { file, hash };
}

const weekMs = 7 * 24 * 60 * 60 * 1000;

/** Removes versions of the thread and of the server that were made more than a week ago. */
async function removeOld(cacheFolder: string): Promise<void> {
  const names = existsSync(cacheFolder) ? await readdir(cacheFolder) : [];
  for (const name of names) {
    if (!/^(?:thread|server|draft)-/.test(name)) continue;
    const folder = join(cacheFolder, name);
    // Another process may have removed it by now.
    const status = await stat(folder).catch(() => undefined);
    const ageMs = Date.now() - (status?.mtimeMs ?? Infinity);
    if (ageMs > weekMs) await rm(folder, { recursive: true, force: true });
  }
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
      ssr: fileURLToPath(new URL('./render-thread.ts', import.meta.url)),
      write: false,
      minify: false,
      target: 'node20',
      rolldownOptions: {
        output: { entryFileNames: entryName, chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
  if (!('output' in output)) throw new Error('Vite gave no output for the render thread.');
  return output.output.flatMap((item) =>
    item.type === 'chunk' ? [{ fileName: item.fileName, code: item.code }] : [],
  );
}
