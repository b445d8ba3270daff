import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { isInState, readState } from '../../../../src/publish/disk/file-state.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';

describe('readState', () => {
  test('tells size and time of a file', () => {
    const file = join(makeFolder({ 'a.txt': 'four' }), 'a.txt');
    utimesSync(file, 5, 5);
    expect(readState(file)).toEqual({ sizeBytes: 4, modifiedMs: 5000 });
  });

  test('tells nothing where there is no file', () => {
    const folder = makeFolder({ 'a.txt': '' });
    expect(readState(folder)).toBeUndefined();
    expect(readState(join(folder, 'b.txt'))).toBeUndefined();
    expect(readState(join(folder, 'a.txt/b.txt'))).toBeUndefined();
    expect(readState(join(folder, 'x'.repeat(300)))).toBeUndefined();
  });
});

describe('isInState', () => {
  test('holds until size or time are others', () => {
    const file = join(makeFolder({ 'a.txt': 'four' }), 'a.txt');
    utimesSync(file, 5, 5);
    const before = { sizeBytes: 4, modifiedMs: 5000 };
    expect(isInState(file, before)).toBe(true);
    writeFileSync(file, 'fours');
    utimesSync(file, 5, 5);
    expect(isInState(file, before)).toBe(false);
    writeFileSync(file, 'five');
    expect(isInState(file, before)).toBe(false);
  });
});
