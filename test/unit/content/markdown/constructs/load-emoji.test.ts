import { nameToEmoji } from 'gemoji';
import { describe, expect, test } from 'vitest';

import { loadEmoji } from '../../../../../src/content/markdown/constructs/load-emoji.ts';

describe('loadEmoji', () => {
  test('knows the names that GitHub knows', async () => {
    expect(await loadEmoji()).toEqual(nameToEmoji);
  });
});
