import { describe, expect, test } from 'vitest';

import { allowedTags, droppedWithContent } from '../../../../src/content/html/html-policy.ts';
import { isBlockMarkup } from '../../../../src/content/html/known-tags.ts';
import {
  directedTags,
  formattingTags,
  keptTags,
  rawTags,
  renameTag,
  silentTags,
  textBlocks,
} from '../../../../src/content/html/tag-sets.ts';

// Each list answers a question of its own, and the browser loads some without the others: they are not one table.
describe('sets of elements', () => {
  test.each([
    ['allowed', allowedTags],
    ['raw', rawTags],
    ['silent', silentTags],
  ])('that are %s are markup', (_, names) => {
    expect([...names].filter((name) => !isBlockMarkup(name))).toEqual([]);
  });

  test.each([
    ['with a direction', directedTags],
    ['that hold text', textBlocks],
    ['of formatting', formattingTags],
  ])('%s are kept', (_, names) => {
    expect([...names].filter((name) => !keptTags.has(name))).toEqual([]);
  });

  test('that go with their content are kept only where they are replaced', () => {
    expect(droppedWithContent.filter((name) => keptTags.has(name))).toEqual(['iframe']);
  });
});

describe('renameTag', () => {
  test.each(['acronym', 'aside', 'dir', 'image', 'main', 'menu'])(
    'makes an element that is kept of %s',
    (name) => {
      expect(keptTags.has(name)).toBe(false);
      expect(keptTags.has(renameTag(name))).toBe(true);
    },
  );

  test('leaves others alone', () => {
    expect(renameTag('p')).toBe('p');
  });
});
