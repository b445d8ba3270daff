import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { openCache } from '../../../../src/publish/disk/cache.ts';
import { openKeptFiles } from '../../../../src/publish/output/kept-files.ts';
import type { FileSet, KeptFiles } from '../../../../src/publish/output/kept-files.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';

const set: FileSet = {
  fileNames: ['a.xml', 'b/c.xml'],
  problems: [{ kind: 'limit', severity: 'info', file: 'posts/a.md', message: 'Odd.' }],
};

/** The output folder after a build of two files of one set. */
function build(noted = set): { folder: string; open: (version?: string) => KeptFiles } {
  const folder = makeFolder({ 'a.xml': 'a', 'b/c.xml': 'c' });
  const cacheFolder = makeFolder();
  const open = (version = 'v1'): KeptFiles =>
    openKeptFiles({ cache: openCache(cacheFolder), folder, version });
  const files = open();
  files.note('feed', 'inputs', noted);
  files.save();
  return { folder, open };
}

describe('openKeptFiles', () => {
  test('finds a set that was made from the same, and its faults', () => {
    expect(build().open().find('feed', 'inputs')).toEqual(set);
  });

  test('keeps for the build after what it found, and nothing else', () => {
    const { open } = build();
    const files = open();
    files.find('feed', 'inputs');
    files.save();
    expect(open().find('feed', 'inputs')).toEqual(set);
    open().save();
    expect(open().find('feed', 'inputs')).toBeUndefined();
  });

  test('finds nothing made from other inputs, by another version or under another name', () => {
    const { open } = build();
    expect(open().find('feed', 'others')).toBeUndefined();
    expect(open('v2').find('feed', 'inputs')).toBeUndefined();
    expect(open().find('constructor', 'inputs')).toBeUndefined();
  });

  test.each([
    ['gone', (file: string) => rmSync(file)],
    ['longer', (file: string) => writeFileSync(file, 'more')],
    ['written again', (file: string) => utimesSync(file, 1, 1)],
  ])('finds no set of which a file is %s', (_what, damage) => {
    const { folder, open } = build();
    damage(join(folder, 'b/c.xml'));
    expect(open().find('feed', 'inputs')).toBeUndefined();
  });

  test('has a set made again of which the disk refused a file', () => {
    const { open } = build({ ...set, fileNames: ['a.xml', 'x'.repeat(300)] });
    expect(open().find('feed', 'inputs')).toBeUndefined();
  });
});
