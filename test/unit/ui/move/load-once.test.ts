import { describe, expect, test } from 'vitest';
import { LibraryError } from '../../../../src/library/net/library-error.ts';
import { isLoadError } from '../../../../src/ui/move/load-once.ts';

describe('isLoadError', () => {
  const modules = [
    ['Chromium', 'Failed to fetch dynamically imported module: https://x.org/a.js'],
    ['Firefox', 'error loading dynamically imported module: https://x.org/a.js'],
    ['Safari', 'Importing a module script failed.'],
    ['a style sheet', 'Unable to preload CSS for /a.css'],
  ] as const;

  test.each(modules)('knows that of %s', (_, message) => {
    expect(isLoadError(new TypeError(message))).toBe(true);
  });

  test.each(modules)('knows that of %s behind the library’s own', (_, message) => {
    const cause = new TypeError(message);
    const error = new LibraryError('not-found', 'A part of the app did not load.', { cause });
    expect(isLoadError(error)).toBe(true);
  });

  test('knows a list that only a newer app can read', () => {
    expect(isLoadError(new LibraryError('outdated', '`schema` is `2`.'))).toBe(true);
  });

  test.each([
    ['a list', new LibraryError('bad-content', '`root.json` cannot be read.')],
    ['no connection', new TypeError('Failed to fetch')],
    ['no error', 'Failed to fetch dynamically imported module'],
    ['nothing', undefined],
  ])('does not take %s for one', (_, error) => {
    expect(isLoadError(error)).toBe(false);
  });
});
