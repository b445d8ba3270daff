import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { findFold } from '../../../../src/publish/disk/find-fold.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';

describe('findFold', () => {
  test('compares names as the disk does, and leaves nothing there', async () => {
    const folder = makeFolder({ 'a.txt': '' });
    const fold = await findFold(folder);
    expect(fold('A.txt') === fold('a.txt')).toBe(existsSync(join(folder, 'A.txt')));
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });

  test('makes the folder', async () => {
    const folder = join(makeFolder(), 'dist/deep');
    await findFold(folder);
    expect(readdirSync(folder)).toEqual([]);
  });
});
