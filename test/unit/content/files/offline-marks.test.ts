import { describe, expect, test } from 'vitest';
import { isOwnPage, nameSavedCache } from '../../../../src/content/files/offline-marks.ts';

describe('isOwnPage', () => {
  test.each([
    ['one of ours', '<body><div id="app">x</div></body></html>', true],
    ['one that is cut off', '<body><div id="app">x', false],
    ['that of a station', '<html><form>Sign in</form></html>', false],
  ])('%s', (_, text, expected) => {
    expect(isOwnPage(text)).toBe(expected);
  });
});

describe('nameSavedCache', () => {
  test('gives each blog of a host a name of its own', () => {
    const names = ['https://a.example/', 'https://a.example/repo/'].map(nameSavedCache);
    expect(new Set(names).size).toBe(2);
  });
});
