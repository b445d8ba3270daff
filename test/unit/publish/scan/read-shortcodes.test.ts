import { describe, expect, test } from 'vitest';

import { readShortcodes } from '../../../../src/publish/scan/read-shortcodes.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';

describe('readShortcodes', () => {
  test('names templates by their files', async () => {
    const folder = makeFolder({ 'note.html': '<b>', 'zola/quote.md': '> ', 'notes.txt': '' });
    expect(await readShortcodes(folder)).toEqual({
      templates: { note: '<b>', quote: '> ' },
      problems: [],
    });
  });

  test('reports the second of two with one name', async () => {
    const { templates, problems } = await readShortcodes(
      makeFolder({ 'a.html': '1', 'b/a.md': '2' }),
    );
    expect(templates).toEqual({ a: '1' });
    expect(problems).toMatchObject([{ kind: 'shortcode', file: 'shortcodes/b/a.md' }]);
  });

  test('reports one that is too large', async () => {
    const { templates, problems } = await readShortcodes(
      makeFolder({ 'a.html': 'x'.repeat(70_000) }),
    );
    expect(templates).toEqual({});
    expect(problems).toMatchObject([{ kind: 'limit' }]);
  });

  test('finds none without a folder', async () => {
    expect(await readShortcodes('/none')).toEqual({ templates: {}, problems: [] });
  });
});
