import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { foldNothing } from '../../../../src/publish/disk/find-fold.ts';
import { openStage, realDisk, stageName } from '../../../../src/publish/output/stage.ts';
import type { Disk } from '../../../../src/publish/output/stage.ts';
import { foldPath } from '../../../../src/content/text/fold.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';

const never = (): boolean => false;
const always = (): boolean => true;
const read = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8');

/** The error that a disk gives. */
function fault(code: string): Error {
  return Object.assign(new Error(code), { code });
}

describe('openStage', () => {
  test('changes nothing before everything is there', async () => {
    const folder = makeFolder({ 'a.html': 'old' });
    const stage = openStage(folder, foldNothing);
    await stage.put(join(folder, 'a.html'), Buffer.from('new'));
    await stage.putCopy(join(folder, 'b/c.png'), join(folder, 'a.html'));
    expect(read(folder, 'a.html')).toBe('old');
    expect(existsSync(join(folder, 'b'))).toBe(false);
    expect(await stage.move(never)).toEqual([]);
    expect([read(folder, 'a.html'), read(folder, 'b/c.png')]).toEqual(['new', 'old']);
    stage.discard();
    expect(readdirSync(folder).toSorted()).toEqual(['a.html', 'b']);
  });

  test('moves pages last', async () => {
    const folder = makeFolder();
    const order: string[] = [];
    const disk: Disk = {
      ...realDisk,
      rename(from, to) {
        order.push(to.slice(folder.length + 1));
        return realDisk.rename(from, to);
      },
    };
    const stage = openStage(folder, foldNothing, disk);
    for (const name of ['index.html', 'a.js', 'a/b.html', 'data.json'])
      await stage.put(join(folder, name), Buffer.from(name));
    await stage.move(never);
    expect(order).toEqual(['a.js', 'data.json', 'index.html', 'a/b.html']);
  });

  test('moves the last of several contents, and none where what is there is right', async () => {
    const folder = makeFolder({ 'b.txt': 'right' });
    const stage = openStage(folder, foldPath);
    await stage.put(join(folder, 'A.txt'), Buffer.from('first'));
    await stage.put(join(folder, 'a.txt'), Buffer.from('second'));
    await stage.put(join(folder, 'b.txt'), Buffer.from('wrong'));
    stage.leave(join(folder, 'b.txt'));
    await stage.move(never);
    expect([read(folder, 'a.txt'), read(folder, 'b.txt')]).toEqual(['second', 'right']);
  });

  test.each(['ENOSPC', 'EACCES'])('moves nothing when a folder says %s', async (code) => {
    const folder = makeFolder({ 'a.html': 'old' });
    const disk: Disk = {
      ...realDisk,
      openFolder(path) {
        if (path.endsWith('locked')) throw fault(code);
        realDisk.openFolder(path);
      },
    };
    const stage = openStage(folder, foldNothing, disk);
    await stage.put(join(folder, 'a.html'), Buffer.from('new'));
    await stage.put(join(folder, 'locked/a.js'), Buffer.from('new'));
    await expect(stage.move(never)).rejects.toMatchObject({ code });
    expect(read(folder, 'a.html')).toBe('old');
  });

  test('keeps aside what cannot be put into its place, until it can', async () => {
    const folder = makeFolder({ 'a.html/old': '' });
    const stage = openStage(folder, foldNothing);
    await stage.put(join(folder, 'a.html'), Buffer.from('new'));
    await stage.put(join(folder, 'b.html'), Buffer.from('b'));
    const first = await stage.move(always);
    expect(first).toMatchObject([{ file: join(folder, 'a.html'), error: { code: 'EISDIR' } }]);
    expect(await stage.move(always)).toHaveLength(1);
    expect(read(folder, 'b.html')).toBe('b');
  });

  test('takes nothing after it was given up', async () => {
    const folder = makeFolder();
    const stage = openStage(folder, foldNothing);
    await stage.put(join(folder, 'a.html'), Buffer.from('new'));
    stage.discard();
    await stage.put(join(folder, 'b.html'), Buffer.from('new'));
    expect(readdirSync(folder)).toEqual([]);
  });

  test('removes what a build that was killed has left', () => {
    const folder = makeFolder({ [`${stageName}/0`]: 'half' });
    openStage(folder, foldNothing);
    expect(readdirSync(folder)).toEqual([]);
  });
});
