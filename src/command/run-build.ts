import { resolve } from 'node:path';

import { openLastApp } from '../publish/last-app.ts';
import { buildBlog } from '../publish/build-blog.ts';
import type { BuildFlags } from './base/flags.ts';

/** Publishes the blog in `folder` into its output folder. Vite is loaded only where the app must be bundled. */
export async function runBuild(folder: string, flags: BuildFlags): Promise<void> {
  const output = resolve(folder, flags.outDir);
  const last = await openLastApp({ folder, base: flags.base, output });
  const known = await last.find();
  if (known !== undefined) return buildBlog({ ...known, headers: flags.headers });
  const [{ createBuilder }, { listViteOptions }] = await Promise.all([
    import('vite'),
    import('./vite-options.ts'),
  ]);
  const builder = await createBuilder(listViteOptions(folder, { ...flags, noteApp: last.note }));
  await builder.buildApp();
}
