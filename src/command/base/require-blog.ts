import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { failure } from './describe-failure.ts';

/**
 * Throws when nothing in `folder` is a blog: the command was called in the wrong folder. Settings that `RUBRIC_SITE` names may
 * lie elsewhere.
 */
export function requireBlog(folder: string): void {
  const signs = ['site.toml', 'posts', 'public/posts'];
  const hasSign = signs.some((name) => existsSync(join(resolve(folder), name)));
  if (process.env['RUBRIC_SITE'] || hasSign) return;
  throw failure(
    folder,
    'There is no blog here: neither a `site.toml` nor a folder `posts`.',
    'Go to the folder of your blog, or start one with `rubric init`.',
  );
}
