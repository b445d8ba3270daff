import { resolve } from 'node:path';

import { formatImport } from '../publish/import/format-import.ts';
import { importBlog } from '../publish/import/import-blog.ts';
import type { ImportFlags } from './base/flags.ts';

/** Makes a blog of the project in `folder`, and says what became of its addresses. */
export async function runImport(folder: string, flags: ImportFlags): Promise<void> {
  const isDry = flags.dryRun === true;
  const outcome = await importBlog({
    source: resolve(folder),
    into: resolve(flags.into),
    copies: flags.copy === true,
    isDry,
  });
  const isWhole = flags.all === true;
  process.stdout.write(formatImport(outcome, { isWhole, isDry, into: flags.into }));
}
