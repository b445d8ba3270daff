import { existsSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test, vi } from 'vitest';

import { openFolderStore } from '../../../../src/publish/disk/folder-store.ts';
import type { FolderStore } from '../../../../src/publish/disk/folder-store.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';

const files = new Map([
  ['a.js', Buffer.from('one')],
  ['assets/b.css', Buffer.from('two')],
]);

function open(): { parent: string; store: FolderStore } {
  const parent = makeFolder();
  return { parent, store: openFolderStore(parent, 'app') };
}

describe('openFolderStore', () => {
  test('gives back what was saved, with its note', async () => {
    const { parent, store } = open();
    await store.save('k', files, { entry: 'a.js' });
    const kept = await store.load('k');
    expect(kept).toEqual({ folder: join(parent, 'app-k'), files, note: { entry: 'a.js' } });
    expect(await store.load('other')).toBeUndefined();
  });

  test.each([
    ['changed', (folder: string) => writeFileSync(join(folder, 'a.js'), 'onE')],
    ['cut off', (folder: string) => writeFileSync(join(folder, 'assets/b.css'), '')],
    ['missing', (folder: string) => rmSync(join(folder, 'assets/b.css'))],
    ['without its list', (folder: string) => rmSync(join(folder, 'files.json'))],
    ['with half a list', (folder: string) => writeFileSync(join(folder, 'files.json'), '{"hash":')],
    [
      'with another list',
      (folder: string) => writeFileSync(join(folder, 'files.json'), '{"hash":"x","text":"{}"}'),
    ],
  ])('notices a folder that is %s, and replaces it', async (_what, damage) => {
    const { store } = open();
    const { folder } = await store.save('k', files, 'note');
    damage(folder);
    expect(await store.load('k')).toBeUndefined();
    await store.save('k', files, 'note');
    expect((await store.load('k'))?.files).toEqual(files);
  });

  test('takes a folder that several save at a time', async () => {
    const { parent, store } = open();
    // Within one millisecond, too.
    vi.spyOn(Date, 'now').mockReturnValue(1_800_000_000_000);
    await Promise.all(Array.from({ length: 20 }, () => store.save('k', files, 1)));
    vi.restoreAllMocks();
    expect((await store.load('k'))?.files).toEqual(files);
    expect(readdirSync(parent)).toEqual(['app-k']);
  });

  test('removes folders that were not used for long, the newest stay', async () => {
    const { parent, store } = open();
    for (let age = 1; age <= 12; age++) {
      const { folder } = await store.save(`k${age}`, files, '');
      const then = new Date(Date.now() - age * 24 * 60 * 60 * 1000);
      utimesSync(folder, then, then);
    }
    writeFileSync(join(parent, 'thread-x'), '');
    await store.load('k12');
    await store.save('new', files, '');
    expect(existsSync(join(parent, 'app-k12'))).toBe(true);
    expect(existsSync(join(parent, 'app-k11'))).toBe(false);
    expect(existsSync(join(parent, 'thread-x'))).toBe(true);
    expect(readdirSync(parent).filter((name) => name.startsWith('app-'))).toHaveLength(9);
  });
});
