import { resolve } from 'node:path';

import type { InlineConfig } from 'vite';

import { packageRoot } from '../publish/package/package-root.ts';
import { rubric } from '../publish/plugin.ts';
import type { RubricOptions } from '../publish/plugin.ts';
import type { BuildFlags, ServerFlags } from './base/flags.ts';
import { nameCommand } from './base/name-command.ts';

/**
 * Settings of Vite for the blog in `folder`: the app is that of this package, all else is the blog's. No settings file of
 * Vite is read, and no `.env`: neither belongs to a blog.
 */
export function listViteOptions(
  folder: string,
  { base, outDir, headers, noteApp }: Partial<BuildFlags> & Pick<RubricOptions, 'noteApp'>,
): InlineConfig {
  const blog = resolve(folder);
  return {
    configFile: false,
    envDir: false,
    root: packageRoot,
    clearScreen: false,
    plugins: [
      rubric({
        folder: blog,
        buildCommand: nameCommand('build'),
        headers,
        ...(noteApp && { noteApp }),
      }),
    ],
    ...(base !== undefined && { base }),
    build: { outDir: resolve(blog, outDir ?? 'dist') },
  };
}

/** As Vite takes the flags of a server. */
export function listServerOptions({ port, host, open }: ServerFlags): {
  readonly port?: number;
  readonly host?: string | true;
  readonly open?: boolean;
} {
  return {
    ...(port !== undefined && { port }),
    ...(host !== undefined && { host }),
    ...(open !== undefined && { open }),
  };
}
