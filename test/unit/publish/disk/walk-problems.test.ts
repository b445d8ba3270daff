import { symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { walkWithProblems } from '../../../../src/publish/disk/walk-problems.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';

const deny = (): Promise<never> => Promise.reject(new Error('EACCES: permission denied'));

describe('walkWithProblems', () => {
  test('names what is left out, in order, and what to do', async () => {
    const folder = makeFolder({ 'a.md': '' });
    symlinkSync('gone', join(folder, 'z.md'));
    symlinkSync(makeFolder({ 'x.md': '' }), join(folder, 'b'));
    const { files, problems } = await walkWithProblems({ folder, prefix: 'posts/' });
    expect(files.map(({ path }) => path)).toEqual(['a.md']);
    expect(problems).toMatchObject(
      [
        { severity: 'warning', file: 'posts/b', message: /leads out of the folder/ },
        { severity: 'warning', file: 'posts/z.md', message: /leads nowhere/, remedy: 'Remove it.' },
      ].map((problem) => ({ ...problem, message: expect.stringMatching(problem.message) })),
    );
  });

  test('stops the build when the folder itself cannot be read', async () => {
    const disk = { readdir: deny, stat: deny, realpath: (file: string) => Promise.resolve(file) };
    const walking = walkWithProblems({ folder: '/blog/posts', prefix: 'posts/', disk });
    await expect(walking).rejects.toThrow(/`\/blog\/posts` cannot be read: EACCES/);
  });
});
