import { describe, expect, test } from 'vitest';
import type { SearchAnswer } from '../../../../src/content/model/library.ts';
import { describeStatus } from '../../../../src/ui/home/home-status.ts';
import type { SearchProgress } from '../../../../src/ui/search/search-session.ts';

const view = { total: 48, firstPage: 1, pageNumber: 1 };
const answer = (total: number, match: SearchAnswer['match'] = 'all'): SearchAnswer => ({
  total,
  match,
  scope: 'text',
  hits: [],
  counts: {},
  counted: 'all',
  corrections: [],
  suggestions: [],
});
const nameOf = (slug: string): string => slug.toUpperCase();

describe('describeStatus', () => {
  test.each([
    { text: '', keywords: [], answer: undefined, line: '48 posts, newest first', title: '' },
    {
      text: '',
      keywords: ['rust', 'parser'],
      answer: undefined,
      line: '48 posts about rust and parser',
      title: 'rust + parser (48 posts)',
    },
    {
      text: 'memory',
      keywords: ['rust'],
      answer: answer(6),
      line: '6 posts match “memory” in rust',
      title: '“memory” (6 posts)',
    },
    {
      text: 'memory',
      keywords: [],
      answer: answer(1),
      line: '1 post matches “memory”',
      title: '“memory” (1 post)',
    },
    {
      text: 'two words',
      keywords: [],
      answer: answer(3, 'some'),
      line: 'No post has every word. Showing posts with some of them.',
      title: '“two words” (3 posts)',
    },
    {
      text: 'xyz',
      keywords: [],
      answer: answer(0, 'none'),
      line: 'No posts match “xyz”.',
      title: '“xyz” (0 posts)',
    },
    { text: 'x', keywords: [], answer: undefined, line: 'Searching for “x”', title: '“x”' },
  ])('says $line', ({ line, title, text, keywords, answer: found }) => {
    const search = found && progress(text, found, keywords);
    const status = describeStatus({ view, text, keywords, search, nameOf: (slug) => slug });
    expect(status).toMatchObject({ line, title });
  });

  test('keeps the words of the answer on screen until the next has come', () => {
    const given = { view, text: 'secateurs', keywords: ['rust', 'wasm'], nameOf };
    const search = progress('quince', answer(2), ['rust']);
    expect(describeStatus({ ...given, search }).line).toBe('2 posts match “quince” in RUST');
    expect(describeStatus({ ...given, search: { ...search, isSlow: true } })).toEqual({
      line: 'Searching for “secateurs” in RUST and WASM',
      title: '“secateurs”',
      isNoMatch: false,
    });
  });

  test('speaks of the words that were searched for where a slip was repaired', () => {
    const search = { ...progress('webasembly', answer(10), []), searched: 'webassembly' };
    const given = { view, text: 'webasembly', keywords: [], search, nameOf };
    expect(describeStatus(given).line).toBe('10 posts match “webassembly”');
  });

  test.each([
    [2, '2 titles match “memory”'],
    [0, 'No titles match “memory”.'],
  ])('says that only titles were searched: %d', (total, line) => {
    const search = progress('memory', { ...answer(total), scope: 'titles' });
    const given = { view, text: 'memory', keywords: [], search, nameOf };
    expect(describeStatus(given).line).toBe(line);
  });

  test('names an older page', () => {
    const status = describeStatus({
      view: { total: 48, firstPage: 2, pageNumber: 2 },
      text: '',
      search: undefined,
      keywords: [],
      nameOf,
    });
    expect(status.title).toBe('Posts, page 2');
    expect(status.line).toBe('48 posts, newest first, page 2');
  });
});

function progress(
  text: string,
  found: SearchAnswer,
  keywords: readonly string[] = [],
): SearchProgress {
  const input = { text, keywords, limit: 20, order: 'best' } as const;
  return { input, answer: found, isSlow: false, searched: text };
}
