import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { hasBytes, isSameFile } from '../../../../src/publish/output/same-bytes.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';

const long = new Uint8Array(600_000).fill(7);
const other = Uint8Array.from(long).fill(8, 599_999);

describe('isSameFile', () => {
  test.each([
    ['equal files', 'a', 'a', true],
    ['empty files', '', '', true],
    ['files of other lengths', 'a', 'ab', false],
    ['files of other content', 'a', 'b', false],
    ['long files', long, long, true],
    ['long files that differ in the last byte', long, other, false],
  ])('compares %s', async (_what, first, second, expected) => {
    const folder = makeFolder({ first, second });
    expect(await isSameFile(join(folder, 'first'), join(folder, 'second'))).toBe(expected);
  });

  test('finds no copy where there is none or a folder', async () => {
    const folder = makeFolder({ first: 'a', 'folder/x': '' });
    expect(await isSameFile(join(folder, 'first'), join(folder, 'none'))).toBe(false);
    expect(await isSameFile(join(folder, 'first'), join(folder, 'folder'))).toBe(false);
  });

  test('rejects a source that is not there', async () => {
    const folder = makeFolder({ copy: 'a' });
    await expect(isSameFile(join(folder, 'none'), join(folder, 'copy'))).rejects.toThrow('ENOENT');
  });
});

describe('hasBytes', () => {
  test('compares a file with bytes', async () => {
    const folder = makeFolder({ a: 'abc' });
    expect(await hasBytes(join(folder, 'a'), Buffer.from('abc'))).toBe(true);
    expect(await hasBytes(join(folder, 'a'), Buffer.from('abd'))).toBe(false);
    expect(await hasBytes(join(folder, 'none'), Buffer.from(''))).toBe(false);
  });
});
