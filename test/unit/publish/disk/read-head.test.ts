import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { readHead } from '../../../../src/publish/disk/read-head.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';

describe('readHead', () => {
  test.each([
    [3, 'Som'],
    [100, 'Some text'],
  ])('reads at most %i bytes', async (length, text) => {
    const file = join(makeFolder({ 'a.txt': 'Some text' }), 'a.txt');
    expect(new TextDecoder().decode(await readHead(file, length))).toBe(text);
  });

  test('throws for a file that is not there', async () => {
    await expect(readHead(join(makeFolder(), 'none'), 3)).rejects.toThrow('ENOENT');
  });
});
