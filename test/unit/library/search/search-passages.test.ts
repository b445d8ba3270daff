import { describe, expect, test } from 'vitest';

import { createPassages } from '../../../../src/library/search/search-passages.ts';
import type { WantedWords } from '../../../../src/search/words/wanted-words.ts';

const wanted: WantedWords = {
  find: (token) => (token === 'kettle' ? 0 : -1),
  isMatch: (token) => token === 'kettle',
};

describe('createPassages', () => {
  test('cuts the passage of a post in MDX from its Markdown', async () => {
    const source =
      '---\ntitle: A\n---\nimport Kettle from "./kettle.astro"\n\n<Kettle on={kettle}>The kettle *boils*.</Kettle>\n';
    const { read } = createPassages({ loadRaw: () => Promise.resolve(source) });
    const words = { words: 'kettle', wanted };
    expect((await read('a.mdx', words))?.excerpt).toBe('The kettle boils.');
    expect((await read('a.md', words))?.excerpt).toContain('import');
  });
});
