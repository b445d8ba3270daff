import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

import type { InlineConfig } from 'vite';

import { packageRoot } from '../publish/package/package-root.ts';
import { rubric } from '../publish/plugin.ts';
import { failure } from './base/describe-failure.ts';
import type { BuildFlags, ServerFlags } from './base/flags.ts';

/**
 * Settings of Vite for the blog in `folder`: the app is that of this package, all else is the blog's. No settings file of
 * Vite is read, and no `.env`: neither belongs to a blog.
 */
export function listViteOptions(
  folder: string,
  { base, outDir }: Partial<BuildFlags>,
): InlineConfig {
  const blog = resolve(folder);
  requireBlog(blog, folder);
  return {
    configFile: false,
    envDir: false,
    root: packageRoot,
    clearScreen: false,
    plugins: [rubric({ folder: blog, buildCommand: nameCommand('build') })],
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

/** The command `name` as the blogger has called this one: by a script of npm, or by its own name. */
export function nameCommand(name: 'build' | 'dev'): string {
  const isScript =
    process.env['npm_command'] === 'run-script' || process.env['npm_command'] === 'start';
  if (!isScript) return `rubric ${name}`;
  return name === 'dev' ? 'npm start' : `npm run ${name}`;
}

/** Throws when nothing in `blog` is a blog: the command was called in the wrong folder. */
export function requireBlog(blog: string, named: string): void {
  const signs = ['site.toml', 'posts', 'public/posts'];
  if (process.env['RUBRIC_SITE'] || signs.some((name) => existsSync(join(blog, name)))) return;
  throw failure(
    named,
    'There is no blog here: neither a `site.toml` nor a folder `posts`.',
    'Go to the folder of your blog, or start one with `rubric init`.',
  );
}
