import { join } from 'node:path';

import { packageRoot } from '../package/package-root.ts';

/** Name of the file that browsers ask for; it never changes, or an old worker would stay for ever. */
export const serviceWorkerFile = 'service-worker.js';

/**
 * The service worker as one script.
 *
 * @param isOffline false for the one that takes back what an earlier version has set up
 */
export async function bundleServiceWorker(isOffline: boolean): Promise<string> {
  const name = isOffline ? 'service-worker.ts' : 'retire-service-worker.ts';
  const entry = join(packageRoot, 'src', 'worker', name);
  const { build } = await import('vite');
  const output = await build({
    configFile: false,
    root: packageRoot,
    logLevel: 'error',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: entry,
        output: { format: 'iife', entryFileNames: serviceWorkerFile },
      },
    },
  });
  const chunk = 'output' in output ? output.output.find(({ type }) => type === 'chunk') : undefined;
  if (chunk?.type !== 'chunk') throw new Error('Vite gave no service worker.');
  return chunk.code;
}
