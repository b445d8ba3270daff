import { describe, expect, test } from 'vitest';
import { resolveClashes } from '../../../../src/content/blog/permalink-clash.ts';
import { createMeta } from '../../../support/create-meta.ts';

describe('resolveClashes', () => {
  test('leaves addresses alone that do not clash', () => {
    const metas = [createMeta({ path: 'a.md' }), createMeta({ path: 'b.md' })];
    expect(resolveClashes(metas)).toEqual({ permalinks: new Map(), problems: [] });
  });

  test('lets the first keep the address and gives the second its date', () => {
    const first = createMeta({ path: '1/x.md', permalink: '/posts/x/', day: '2019-01-01' });
    const second = createMeta({ path: '2/x.md', permalink: '/posts/x/', day: '2020-02-03' });
    const { permalinks, problems } = resolveClashes([first, second]);
    expect([...permalinks]).toEqual([[second, '/posts/2020-02-03-x/']]);
    expect(problems).toEqual([
      {
        kind: 'permalink',
        severity: 'warning',
        file: 'posts/2/x.md',
        message:
          'The address `/posts/x/` is taken by `posts/1/x.md`; the post is at `/posts/2020-02-03-x/`.',
        remedy: 'Give it a `slug` of its own.',
      },
    ]);
  });

  test.each([
    [
      'undated posts',
      ['/posts/x/', '/posts/x/', '/posts/x/'],
      undefined,
      ['/posts/x-2/', '/posts/x-3/'],
    ],
    ['pages by name', ['/x.html', '/x.html'], '2020-01-01', ['/2020-01-01-x.html']],
    ['case only', ['/posts/Foo/', '/posts/foo/'], '2020-01-01', ['/posts/2020-01-01-foo/']],
    [
      'a twin on the same day',
      ['/x/', '/x/', '/x/'],
      '2020-01-01',
      ['/2020-01-01-x/', '/2020-01-01-x-2/'],
    ],
    ['composed and decomposed accents', ['/é/', '/e\u0301/'], undefined, ['/e\u0301-2/']],
    ['home', ['/'], undefined, ['/posts-2/']],
    ['the archive', ['/archive/'], undefined, ['/archive-2/']],
    ['a keyword', ['/keywords/rust/'], undefined, ['/rust/']],
    ['a part of the archive', ['/Archive/undated/'], undefined, ['/undated/']],
    ['a later page of a part', ['/archive/2019/page/2/'], '2020-01-01', ['/2020-01-01-2/']],
    ['a page of the list', ['/page/2/'], '2020-01-01', ['/2020-01-01-2/']],
  ])('settles %s', (_, addresses, day, expected) => {
    const metas = addresses.map((permalink, n) =>
      createMeta({ path: `${n}.md`, permalink, ...(day === undefined ? {} : { day }) }),
    );
    const { permalinks, problems } = resolveClashes(metas);
    expect([...permalinks.values()]).toEqual(expected);
    expect(problems).toHaveLength(permalinks.size);
  });

  test('does not take a later post’s own address', () => {
    const metas = [
      createMeta({ path: 'a.md', permalink: '/x/' }),
      createMeta({ path: 'b.md', permalink: '/x/' }),
      createMeta({ path: 'c.md', permalink: '/x-2/' }),
    ];
    expect([...resolveClashes(metas).permalinks.values()]).toEqual(['/x-3/']);
  });
});
