import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { replaceBy, replaceFile } from '../../../../src/publish/output/replace-file.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';

const list = (folder: string): unknown =>
  readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]);

describe('replaceFile', () => {
  test('writes a new file and another content', async () => {
    const folder = makeFolder({ 'a.html': 'old' });
    await replaceFile(join(folder, 'a.html'), Buffer.from('new'));
    await replaceFile(join(folder, 'b.html'), Buffer.from('b'));
    expect(list(folder)).toEqual([
      ['a.html', 'new'],
      ['b.html', 'b'],
    ]);
  });

  test('takes a name as long as the disk does', async () => {
    const name = 'x'.repeat(255);
    const folder = makeFolder({ [name]: 'old' });
    await replaceFile(join(folder, name), Buffer.from('new'));
    expect(list(folder)).toEqual([[name, 'new']]);
  });
});

describe('replaceBy', () => {
  test('leaves the last good file, and nothing else, when the disk fills up in the middle', async () => {
    const folder = makeFolder({ 'a.html': 'old' });
    const replacing = replaceBy(join(folder, 'a.html'), async (draft) => {
      writeFileSync(draft, 'ne');
      await Promise.resolve();
      throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    });
    await expect(replacing).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(list(folder)).toEqual([['a.html', 'old']]);
  });
});
