import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

import { packageRoot, readManifest } from '../../publish/package/package-root.ts';
import { failure } from '../base/describe-failure.ts';
import type { InitFlags } from '../base/flags.ts';
import { nameCommand } from '../base/name-command.ts';
import { paint, say } from '../base/terminal.ts';
import { findToday } from '../base/today.ts';
import { listBlogFiles } from './blog-files.ts';
import type { NewBlog } from './new-blog.ts';

/**
 * Writes a new blog into `folder`, which is made if it is not there, and prints the next two commands. Throws a
 * `ContentError`, before anything is written, when a file of the blog is there already.
 */
export function initBlog(folder: string, options: InitFlags): void {
  const blog = resolve(folder);
  const files = listBlogFiles(describeBlog(options));
  refuseBlog(blog, folder, [...files.keys()]);
  for (const [name, content] of files) {
    const file = join(blog, name);
    mkdirSync(dirname(file), { recursive: true });
    // `wx`: a file that somebody makes meanwhile is not lost.
    writeFileSync(file, content, { flag: 'wx' });
    say(`${paint('green', 'wrote')}  ${relative(process.cwd(), file)}`);
  }
  const steps = listNextSteps(relative(process.cwd(), blog), options);
  say('', 'Now:', ...steps.map((step) => `  ${paint('bold', step)}`));
}

function describeBlog({ title, package: hasPackage = false, from }: InitFlags): NewBlog {
  const { version = '0' } = readManifest(join(packageRoot, 'package.json'));
  return { title, hasPackage, source: from ?? version, day: findToday(undefined) };
}

function refuseBlog(blog: string, named: string, names: readonly string[]): void {
  const taken = names.find((name) => existsSync(join(blog, name)));
  // Posts that lie there are a blog's already: a first post among them would be in the way.
  const posts = join(blog, 'posts');
  const found = taken ?? (existsSync(posts) && readdirSync(posts).length > 0 ? 'posts' : undefined);
  if (found === undefined) return;
  throw failure(
    join(named, found),
    'This is there already, and nothing is overwritten.',
    'Name an empty folder: `rubric init my-blog`. A blog that is there needs no `init`: `rubric dev` shows it.',
  );
}

function listNextSteps(
  folder: string,
  { package: hasPackage, from }: InitFlags,
): readonly string[] {
  const named = /\s/.test(folder) ? JSON.stringify(folder) : folder;
  const enter = folder === '' ? '' : `cd ${named} && `;
  if (hasPackage === true) return [`${enter}npm install`, 'npm start'];
  const name = (command: string): string =>
    from === undefined ? nameCommand(command) : `npx --package=${from} rubric ${command}`;
  return [`${enter}${name('dev')}`, name('new "A title"')];
}
