import { describe, expect, test } from 'vitest';

import { ContentError } from '../../../../src/content/model/problem.ts';
import { describeDiskFault } from '../../../../src/publish/report/describe-disk-fault.ts';

const fail = (code: string, path?: string): Error =>
  Object.assign(new Error(`${code}: it failed`), { code, path });

describe('describeDiskFault', () => {
  test.each([
    ['ENOSPC', /the disk is full \(ENOSPC\)\. What was published before is left\./],
    ['EACCES', /you are not allowed to/],
    ['EROFS', /takes no changes/],
    ['EBUSY', /another program uses it/],
    ['ENOTDIR', /a file is in the way/],
  ])('says what %s means and what to do', (code, message) => {
    const error = describeDiskFault(fail(code, '/out/a.html'), '/out');
    expect(error).toBeInstanceOf(ContentError);
    expect(String(error)).toMatch(/`\/out\/a\.html` cannot be written/);
    expect(String(error)).toMatch(message);
  });

  test('names the folder where the fault names no file', () => {
    expect(String(describeDiskFault(fail('ENOSPC'), '/out'))).toContain('`/out`');
  });

  test.each([[fail('ERR_X')], [new Error('a bug')], ['text'], [undefined]])(
    'leaves other errors as they are: %s',
    (error) => {
      expect(describeDiskFault(error, '/out')).toBe(error);
    },
  );
});
