import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

import { findGenerator } from '../../content/address/generator.ts';
import { findSpelling } from '../../content/address/spelling.ts';
import { loadTransliterateFor } from '../../content/address/transliterate.ts';
import type { Site } from '../../content/site/site.ts';
import { pathWithin } from '../../publish/disk/walk-folder.ts';
import { readSite } from '../../publish/scan/read-site.ts';
import { failure } from '../base/describe-failure.ts';
import type { NewPostFlags } from '../base/flags.ts';
import { say } from '../base/terminal.ts';
import { findToday } from '../base/today.ts';
import { chooseKeywords } from './choose-keywords.ts';
import { formatPost } from './format-post.ts';
import { surveyPosts } from './survey-posts.ts';
import type { Habits } from './survey-posts.ts';

/**
 * Writes an empty post with `title` into the blog of the current folder and prints its path. Throws a `ContentError` when a
 * post of that name is there, with whatever ending.
 */
export async function startPost(title: string, flags: NewPostFlags): Promise<void> {
  const { site, posts } = readSite(process.cwd());
  const plain = title.replace(/\p{Cc}+/gu, ' ').trim();
  if (plain === '') throw failure('TITLE', 'The title is empty.', 'Write `rubric new "A title"`.');
  const day = findToday(site.timeZone);
  const habits = await surveyPosts(posts, site, day);
  const folder = findFolder(posts, flags.in ?? habits.folder);
  const name = `${habits.hasDatedNames ? `${day}-` : ''}${await spellTitle(plain, site)}`;
  refuseTaken(folder, name);
  const keywords = await chooseKeywords(flags.keywords, habits.keywords);
  const post = { title: plain, day, keywords, isDraft: flags.draft === true };
  const file = join(folder, nameFile(name, habits, flags.bundle === true));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, formatPost(post, habits.dialect, habits.keywordSetting), { flag: 'wx' });
  say(relative(process.cwd(), file));
  if (flags.edit === true) openEditor(file);
}

/** A folder below that of the posts. */
function findFolder(posts: string, named: string): string {
  const folder = resolve(posts, named);
  if (pathWithin(posts, folder) !== undefined || folder === resolve(posts)) return folder;
  throw failure('--in', `\`${named}\` is not below the folder of posts.`, 'Name a folder in it.');
}

/** The last part of an address for `title`, by the rules of the generator that the blog comes from. */
async function spellTitle(title: string, site: Site): Promise<string> {
  const generator = findGenerator(site);
  const spelling = findSpelling(generator, await loadTransliterateFor(site));
  // A name must not hide the post, nor be that of a bundle.
  const slug = spelling.title(title).replace(/^[._]+/, '');
  return /^(?:index)?$/.test(slug) ? `post-${slug}`.replace(/-$/, '') : slug;
}

function nameFile(name: string, { ending }: Habits, isBundle: boolean): string {
  return isBundle ? join(name, `index${ending}`) : `${name}${ending}`;
}

/** Throws when `folder` has a post or a bundle `name`: both would have one address. */
function refuseTaken(folder: string, name: string): void {
  const taken = listNames(folder).find(
    (each) => each.toLowerCase().replace(/\.[^.]+$/, '') === name.toLowerCase(),
  );
  if (taken === undefined) return;
  throw failure(
    relative(process.cwd(), join(folder, taken)),
    'This post is there already, and nothing is overwritten.',
    'Give the new one another title.',
  );
}

function listNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Not there yet: it is made.
    return [];
  }
}

/** Opens `file` in the editor that `VISUAL` or `EDITOR` names, and waits until it is closed. */
function openEditor(file: string): void {
  const editor = process.env['VISUAL'] || process.env['EDITOR'];
  if (!editor)
    throw failure(
      '--edit',
      'No editor is set; the post is written.',
      'Set `EDITOR`, as in `EDITOR=nano`.',
    );
  // By a shell, as the variable may hold options; the path comes as an argument, so that no sign of it is read.
  const isWindows = process.platform === 'win32';
  const { status, error } = isWindows
    ? spawnSync(`${editor} "${file}"`, { stdio: 'inherit', shell: true })
    : spawnSync('sh', ['-c', `${editor} "$1"`, 'sh', file], { stdio: 'inherit' });
  if (error === undefined && status === 0) return;
  throw failure(
    '--edit',
    `\`${editor}\` could not be run; the post is written.`,
    'Set `EDITOR` to a program.',
  );
}
