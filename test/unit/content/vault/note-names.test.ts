import { describe, expect, test } from 'vitest';

import { createNoteFinder } from '../../../../src/content/vault/note-names.ts';
import type { NamedNote } from '../../../../src/content/vault/note-names.ts';

function note(source: string, title = source, names: readonly string[] = []): NamedNote {
  return { source, permalink: `/at/${source}/`, title, names };
}

const find = createNoteFinder({
  notes: [
    note('posts/a/b/Tea.md'),
    note('posts/c/Tea.md'),
    note('posts/Cup.md', 'Tea'),
    note('posts/pot/index.md', 'A pot'),
    note('posts/tools___Tea strainer.md'),
    note('posts/2020-01-02-Kettle.md'),
    note('posts/Ältere.md', 'Old', ['Cup', 'v1.2']),
  ],
  files: ['/posts/x/p.png', '/posts/p.png', '/shared/q.png'],
});

describe('createNoteFinder', () => {
  test.each([
    ['a file name before a title, the shortest path first', 'tea', 'posts/c/Tea.md'],
    ['a path', 'a/b/Tea', 'posts/a/b/Tea.md'],
    ['the end of a path', 'b/tea.md', 'posts/a/b/Tea.md'],
    ['a path from where it stands', './Tea', 'posts/c/Tea.md'],
    ['a path upwards', '../a/b/Tea', 'posts/a/b/Tea.md'],
    ['a file name before a further name', 'CUP', 'posts/Cup.md'],
    ['a bundle by its folder', 'pot', 'posts/pot/index.md'],
    [
      'a name with a `/`, as Logseq writes it',
      'Tools/tea strainer',
      'posts/tools___Tea strainer.md',
    ],
    ['a title', 'a pot', 'posts/pot/index.md'],
    ['a file name without its day', 'kettle', 'posts/2020-01-02-Kettle.md'],
    ['letters composed otherwise', 'A\u0308ltere', 'posts/Ältere.md'],
    ['a further name with a dot', 'V1.2', 'posts/Ältere.md'],
    ['a file by its name', 'P.png', 'posts/p.png'],
    ['a file by its path', 'x/p.png', 'posts/x/p.png'],
    ['nothing by another path', 'z/Tea', undefined],
    ['nothing by no name', '', undefined],
  ])('finds %s', (_, name, source) => {
    expect(find(name, 'posts/c/Here.md')?.source).toBe(source);
  });

  test('names the others that bear the name', () => {
    expect(find('Tea', 'posts/Here.md')?.rivals).toEqual(['posts/a/b/Tea.md']);
    expect(find('pot', 'posts/Here.md')?.rivals).toEqual([]);
  });
});
