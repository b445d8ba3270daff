import { describe, expect, test } from 'vitest';

import { checkFolders } from '../../../../../src/publish/scan/files/check-folders.ts';
import { readSite } from '../../../../../src/publish/scan/read-site.ts';
import { makeFolder } from '../../../../support/temporary-folder.ts';

async function check(files: Readonly<Record<string, string>>): Promise<unknown> {
  const folder = makeFolder(files);
  try {
    await checkFolders(readSite(folder, {}));
  } catch (error) {
    return String(error).replaceAll(folder, '.');
  }
  return undefined;
}

describe('checkFolders', () => {
  test.each([
    ['all are there', { 'site.toml': 'posts = "a"\npages = "b"', 'a/x.md': '', 'b/y.md': '' }],
    ['the others are left to the defaults', { 'public/posts/a.md': '' }],
    ['a setting is commented out', { 'site.toml': '# pages = "x"', 'public/posts/a.md': '' }],
  ])('says nothing where %s', async (_, files) => {
    expect(await check(files)).toBeUndefined();
  });

  test.each([
    [
      'posts',
      { 'site.toml': 'title = "A"\nposts = "content/psots"', 'content/posts/a.md': '' },
      'ContentError: site.toml:2:9  `posts` names a folder that does not exist: `./content/psots`. ' +
        'Create the folder, or set `posts` in `site.toml` to the one you mean.',
    ],
    [
      'pages',
      { 'site.toml': 'pages = "p"', 'public/posts/a.md': '' },
      'ContentError: site.toml:1:9  `pages` names a folder that does not exist: `./p`. ' +
        'Create the folder, or set `pages` in `site.toml` to the one you mean.',
    ],
    [
      'a file in place of a folder',
      { 'site.toml': 'static = "s"', s: '', 'public/posts/a.md': '' },
      'ContentError: site.toml:1:10  `static` names a folder that does not exist: `./s`. ' +
        'Create the folder, or set `static` in `site.toml` to the one you mean.',
    ],
    [
      'posts by default',
      { 'a.md': '' },
      `ContentError: site.toml  There is no folder \`./posts\`, where posts are looked for when \`posts\` is not set. ` +
        'Create the folder, or set `posts` in `site.toml` to the one you mean.',
    ],
  ])('names the folder and the setting: %s', async (_, files, message) => {
    expect(await check(files)).toBe(message.replace('`public', '`./public'));
  });
});
