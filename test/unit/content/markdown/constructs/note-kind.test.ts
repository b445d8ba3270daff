import { describe, expect, test } from 'vitest';

import { findNoteKind } from '../../../../../src/content/markdown/constructs/note-kind.ts';

describe('findNoteKind', () => {
  test('knows words in any case and no names of objects', () => {
    expect(findNoteKind('Hint')).toBe('tip');
    expect(findNoteKind('constructor')).toBeUndefined();
  });
});
