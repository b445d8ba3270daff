import { describe, expect, test, vi } from 'vitest';
import { findWords, markRanges, unmark } from '../../../src/ui/mark-words.ts';

function createBody(html: string): HTMLElement {
  const body = document.createElement('div');
  body.innerHTML = html;
  return body;
}

describe('findWords', () => {
  test('finds words where they begin, without case and accents', () => {
    const body = createBody('<p>Café <b>MEMORY</b> and cafés</p><p>incafe</p>');
    expect(findWords(body, 'cafe memo').map(String)).toEqual(['Café', 'MEMO', 'café']);
  });

  test('stops at some hundreds of places', () => {
    expect(findWords(createBody('a '.repeat(5000)), 'a')).toHaveLength(500);
  });

  test('finds nothing for no words', () => {
    expect(findWords(createBody('text'), ' … ')).toEqual([]);
  });
});

describe('markRanges', () => {
  test('does without the API, and uses it where it is', () => {
    expect(() => markRanges([])).not.toThrow();
    const highlights = { set: vi.fn(), delete: vi.fn() };
    vi.stubGlobal('Highlight', Set);
    vi.stubGlobal('CSS', { highlights });
    markRanges([]);
    unmark();
    expect(highlights.set).toHaveBeenCalledWith('rubric-search', expect.anything());
    expect(highlights.delete).toHaveBeenCalledWith('rubric-search');
    vi.unstubAllGlobals();
  });
});
