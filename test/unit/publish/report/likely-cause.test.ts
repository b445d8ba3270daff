import { describe, expect, test } from 'vitest';

import type { Problem } from '../../../../src/content/model/problem.ts';
import { findLikelyCause } from '../../../../src/publish/report/likely-cause.ts';
import type { KnownPost } from '../../../../src/publish/report/likely-cause.ts';

function makeLinks(...written: readonly string[]): readonly Problem[] {
  return written.map((subject) => ({
    kind: 'link',
    severity: 'warning',
    file: 'posts/a.md',
    subject,
    message: `\`${subject}\` leads to nothing in this blog.`,
  }));
}

const posts: readonly KnownPost[] = [
  { path: '2019-03-04-green-tea.md', permalink: '/posts/green-tea/', day: '2019-03-04' },
  { path: '2020-11-12-black-tea.md', permalink: '/posts/black-tea/', day: '2020-11-12' },
  { path: 'herbs/mint.md', permalink: '/posts/mint/', day: '2021-01-02' },
  { path: 'herbs/sage/index.md', permalink: '/posts/sage/', day: undefined },
];

describe('findLikelyCause', () => {
  test.each([
    [
      'dates',
      ['/2019/03/04/green-tea/', '/2020/11/12/black-tea/', '/2021/01/02/mint/'],
      '/:year/:month/:day/:slug/',
    ],
    [
      'dates, and an ending',
      ['/2019/03/green-tea.html', '/2020/11/black-tea.html', '/2021/01/mint.html#x'],
      '/:year/:month/:slug/',
    ],
    ['a folder of its own', ['/blog/green-tea', '/blog/black-tea', '/blog/mint'], '/blog/:slug/'],
    [
      'names of files',
      [
        '/2019-03-04-green-tea/',
        '/2020-11-12-black-tea/',
        '/n/',
        '/2019-03-04-green-tea/#x',
        '/2019-03-04-green-tea/?y',
      ],
      '/:filename/',
    ],
  ])('finds an address pattern that would fit: %s', (_, written, pattern) => {
    expect(findLikelyCause(makeLinks(...written), posts)).toContain(`\`permalink = "${pattern}"\``);
  });

  test('says how many would lead to posts', () => {
    const links = makeLinks('/b/green-tea/', '/b/black-tea/', '/b/mint/', '/gone/', '/lost/');
    expect(findLikelyCause(links, posts)).toBe(
      'The addresses of posts have another pattern: with `permalink = "/b/:slug/"` in `site.toml`, 3 of the 5 would lead to one.',
    );
  });

  test.each([
    [
      'few of many fit',
      ['/b/green-tea/', ...Array.from({ length: 20 }, (_, index) => `/x${index}/`)],
    ],
    ['they are relative', ['green-tea.md', 'mint.md', 'black-tea.md']],
    ['they are no addresses of posts', ['/a.png', '/b.png', '/c.png']],
    ['they fit already', ['/posts/mint/', '/posts/sage/', '/posts/green-tea/']],
  ])('finds none where %s', (_, written) => {
    expect(findLikelyCause(makeLinks(...written), posts)).toBeUndefined();
  });

  test('finds none for other kinds', () => {
    const problems = makeLinks('/b/green-tea/', '/b/black-tea/', '/b/mint/');
    const others = problems.map((problem) => ({ ...problem, kind: 'date' as const }));
    expect(findLikelyCause(others, posts)).toBeUndefined();
  });
});
