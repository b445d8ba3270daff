import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { openCache } from '../../../../src/publish/disk/cache.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .toSorted();
}

describe('openCache', () => {
  test('gives back what was saved, in a later build too', async () => {
    const folder = makeFolder();
    await openCache(folder).save('abc1', { a: [1] });
    expect(await openCache(folder).load('abc1')).toEqual({ a: [1] });
  });

  test('knows nothing of other keys', async () => {
    expect(await openCache(makeFolder()).load('abc1')).toBeUndefined();
  });

  test.each([
    ['cut off', (text: string) => text.slice(0, -3)],
    ['changed in one letter', (text: string) => text.replace('tea', 'tee')],
    ['empty', () => ''],
    ['of another program', () => '{"a":"tea"}'],
  ])('takes a value for none that is %s', async (_what, damage) => {
    const folder = makeFolder();
    await openCache(folder).save('abc1', { a: 'tea' });
    const file = join(folder, 'ab/abc1.json');
    writeFileSync(file, damage(readFileSync(file, 'utf8')));
    expect(await openCache(folder).load('abc1')).toBeUndefined();
  });

  test('removes what was not used', async () => {
    const folder = makeFolder();
    const first = openCache(folder);
    await first.save('abc1', 1);
    await first.save('abd2', 2);
    await first.save('ffe3', 3);
    const second = openCache(folder);
    await second.load('abc1');
    await second.save('0004', 4);
    await second.prune();
    expect(listFiles(folder)).toEqual(['0004.json', 'abc1.json']);
  });

  test('removes the drafts of a build that was stopped', async () => {
    const folder = makeFolder({ 'ab/abc1.json': '1' });
    writeFileSync(join(folder, 'ab/abc1.json.77'), '1');
    const cache = openCache(folder);
    await cache.load('abc1');
    await cache.prune();
    expect(listFiles(folder)).toEqual(['abc1.json']);
  });

  test('prunes a folder that is not there', async () => {
    await expect(openCache(join(makeFolder(), 'none')).prune()).resolves.toBeUndefined();
  });
});
