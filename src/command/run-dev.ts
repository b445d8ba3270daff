import { createServer } from 'vite';

import type { ServerFlags } from './base/flags.ts';
import { listServerOptions, listViteOptions } from './vite-options.ts';

/** Serves the blog in `folder` until the process is ended. */
export async function runDev(folder: string, flags: ServerFlags): Promise<void> {
  const server = await createServer({
    ...listViteOptions(folder, flags),
    server: listServerOptions(flags),
  });
  await server.listen();
  server.printUrls();
}
