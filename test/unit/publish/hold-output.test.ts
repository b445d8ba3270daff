import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { holdOutput } from '../../../src/publish/hold-output.ts';
import { makeFolder } from '../../support/temporary-folder.ts';

describe('holdOutput', () => {
  test('marks the folder while a build is at work, and no longer', () => {
    const lock = join(makeFolder(), 'new/lock');
    const release = holdOutput('/out', lock);
    expect(existsSync(lock)).toBe(true);
    release();
    expect(existsSync(lock)).toBe(false);
  });

  test('keeps another build out', () => {
    // The parent of this process is at work for as long as the test.
    const lock = join(makeFolder({ lock: String(process.ppid) }), 'lock');
    expect(() => holdOutput('/out', lock)).toThrow(/Another build is writing to `\/out`/);
    expect(existsSync(lock)).toBe(true);
  });

  test.each(['', 'x', '0', '-1', '999999999'])(
    'takes over the mark `%s` of a dead build',
    (text) => {
      const lock = join(makeFolder(), 'lock');
      writeFileSync(lock, text);
      holdOutput('/out', lock)();
      expect(existsSync(lock)).toBe(false);
    },
  );
});
