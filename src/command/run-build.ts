import { createBuilder } from 'vite';

import type { BuildFlags } from './base/flags.ts';
import { listViteOptions } from './vite-options.ts';

/** Publishes the blog in `folder` into its output folder. */
export async function runBuild(folder: string, flags: BuildFlags): Promise<void> {
  const builder = await createBuilder(listViteOptions(folder, flags));
  await builder.buildApp();
}
