import { afterEach, describe, expect, test, vi } from 'vitest';
import { createMarker } from '../../../../src/search/words/mark-text.ts';
import { loadStemmer } from '../../../../src/search/words/stem.ts';
import { canMark, findMarked, markRanges, unmark } from '../../../../src/ui/post/mark-words.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

function createBody(html: string): HTMLElement {
  const body = document.createElement('div');
  body.innerHTML = html;
  return body;
}

describe('findMarked', () => {
  test.each([
    ['cafe memo', '<p>Café <b>MEMORY</b> and cafés</p><p>incafe</p>', ['Café', 'MEMORY', 'cafés']],
    ['university', '<p>Two universities.</p>', ['universities']],
    ['strasse', '<p>Eine Straße</p>', ['Straße']],
    ['c', '<p>C, <i>C++</i> and C#</p>', ['C']],
    ['std', '<code>std::mem</code>', ['std']],
    ['検索', '<p>全文検索です</p>', ['検索']],
    [' … ', '<p>text</p>', []],
  ])('finds %j', async (words, html, expected) => {
    const mark = createMarker(words, [await loadStemmer('en')]);
    expect(findMarked(createBody(html), mark).map(String)).toEqual(expected);
  });

  test('stops at some hundreds of places', () => {
    expect(findMarked(createBody('a '.repeat(5000)), createMarker('a'))).toHaveLength(500);
  });
});

describe('markRanges', () => {
  test('does without the API, and uses it where it is', () => {
    expect(canMark()).toBe(false);
    expect(() => markRanges([])).not.toThrow();
    const highlights = { set: vi.fn(), delete: vi.fn() };
    vi.stubGlobal('Highlight', Set);
    vi.stubGlobal('CSS', { highlights });
    expect(canMark()).toBe(true);
    markRanges([]);
    unmark();
    expect(highlights.set).toHaveBeenCalledWith('rubric-search', expect.anything());
    expect(highlights.delete).toHaveBeenCalledWith('rubric-search');
  });
});
