import { createServer } from 'vite';

import { say } from './base/terminal.ts';
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
  const [address] = server.resolvedUrls?.network ?? [];
  // In a file or a pipe nobody points a phone at it.
  if (address !== undefined && process.stdout.isTTY) await showCode(address);
}

/** Prints the address under which other devices reach the blog as a QR code, for the phone. */
async function showCode(address: string): Promise<void> {
  const { renderUnicodeCompact } = await import('uqr');
  say('', renderUnicodeCompact(address), '');
}
