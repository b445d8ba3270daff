import { describe, expect, test } from 'vitest';
import { isSettingName } from '../../../../../src/content/front-matter/base/setting-name.ts';

describe('isSettingName', () => {
  test.each([
    ['draft', true],
    ['Title', true],
    ['last_modified_at', true],
    ['"is-draft"', true],
    ['three', false],
    ['constructor', false],
    ['', false],
  ])('%s: %s', (name, expected) => {
    expect(isSettingName(name)).toBe(expected);
  });
});
