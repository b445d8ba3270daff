import { preview } from 'vite';

import type { BuildFlags, ServerFlags } from './base/flags.ts';
import { listServerOptions, listViteOptions } from './vite-options.ts';

/** Serves what was built of the blog in `folder` until the process is ended. */
export async function runPreview(folder: string, flags: ServerFlags & BuildFlags): Promise<void> {
  const server = await preview({
    ...listViteOptions(folder, flags),
    preview: listServerOptions(flags),
  });
  server.printUrls();
}
