import { describe, expect, test } from 'vitest';

import { createTargets } from '../../../../src/publish/scan/find-target.ts';
import type { PostTarget } from '../../../../src/publish/scan/find-target.ts';

const bundle: PostTarget = {
  collection: 'posts',
  path: 'articles/ferry/index.md',
  permalink: '/posts/ferry/',
};
const plain: PostTarget = {
  collection: 'posts',
  path: '2019-03-04-Old-Boat.md',
  permalink: '/posts/old-boat/',
};
const page: PostTarget = { collection: 'pages', path: 'about.md', permalink: '/about/' };
const numbered: PostTarget = { collection: 'posts', path: '08-tea/index.md', permalink: '/tea/' };
const arabic: PostTarget = {
  collection: 'posts',
  path: '09-cup/index.ar.md',
  permalink: '/ar/cup/',
};
const english: PostTarget = { collection: 'posts', path: '09-cup/index.md', permalink: '/cup/' };
const file: PostTarget = { collection: 'posts', path: 'f.md', permalink: '/2019/f.html' };
const emoji: PostTarget = { collection: 'posts', path: 'a b/été 🐘.md', permalink: '/posts/été/' };

const targetsOf = createTargets({
  posts: [bundle, plain, page, emoji, file, numbered, arabic, english],
  files: [
    '/posts/articles/ferry/cat.png',
    '/posts/08-tea/table.svg',
    '/posts/08-tea/img/pot.png',
    '/posts/09-cup/cup.png',
    '/posts/articles/ferry/img/cat 2.png',
    '/posts/map 1.svg',
    '/images/logo.png',
    '/demo/index.html',
    '/posts/a?b.png',
  ],
  routes: ['/', '/keywords/rust/'],
  aliases: { '/2019/03/old.html': '/posts/old-boat/' },
  sections: { '/posts/series/boats/_index.md': '/posts/ferry/' },
});

describe('createTargets', () => {
  test.each([
    ['from the root of the content', '@/articles/ferry/index.md', '/posts/ferry/'],
    ['from a root above the posts', '@/blog/articles/ferry/index.md', '/posts/ferry/'],
    ['a bundle without its file', '@/articles/ferry', '/posts/ferry/'],
    ['a section', '@/series/boats/_index.md', '/posts/ferry/'],
    ['a page from the root', '@/about.md', '/about/'],
    ['a relative source', '../../2019-03-04-Old-Boat.md', '/posts/old-boat/'],
    ['a relative source of pages', '../../../pages/about.md', '/about/'],
    ['an asset beside the post', 'cat.png', '/posts/articles/ferry/cat.png'],
    ['an asset with ./', './cat.png', '/posts/articles/ferry/cat.png'],
    ['home', '/', '/'],
    ['a page of the app', '/keywords/rust', '/keywords/rust/'],
    ['an encoded asset', '../../map%201.svg', '/posts/map 1.svg'],
    ['an asset whose name holds ?', '../../a?b.png', '/posts/a?b.png'],
    ['a static file', '/images/logo.png', '/images/logo.png'],
    ['a static file, relative', '../../../images/logo.png', '/images/logo.png'],
    ['a page among the static files', '/demo', '/demo/'],
    ['a permalink', '/posts/old-boat/', '/posts/old-boat/'],
    ['a permalink without slash', '/posts/old-boat', '/posts/old-boat/'],
    ['a page by its name', '/2019/f.html', '/2019/f.html'],
    ['a page without its ending', '/2019/f', '/2019/f.html'],
    ['a permalink with the ending of other hosts', '/posts/old-boat.html', '/posts/old-boat/'],
    ['a name of a page', 'ref:f', '/2019/f.html'],
    ['an encoded permalink', '/posts/%C3%A9t%C3%A9/', '/posts/été/'],
    ['a path relative to the permalink', '../old-boat/', '/posts/old-boat/'],
    ['an old address', '/2019/03/old.html', '/posts/old-boat/'],
    [
      'a file of a bundle by its published address',
      '/posts/ferry/cat.png',
      '/posts/articles/ferry/cat.png',
    ],
    [
      'a folder of a bundle by its published address',
      '/posts/ferry/img/cat 2.png',
      '/posts/articles/ferry/img/cat 2.png',
    ],
    ['a name as post_url has it', 'ref:2019-03-04-Old-Boat', '/posts/old-boat/'],
    ['a name without date', 'ref:old-boat', '/posts/old-boat/'],
    ['a name with path and extension', 'ref:/posts/articles/ferry/index.md', '/posts/ferry/'],
    ['a name of a bundle', 'ref:ferry', '/posts/ferry/'],
    ['a name in other case', 'ref:About.MD', '/about/'],
    ['an encoded name with emoji', '../../a%20b/été%20🐘.md', '/posts/été/'],
  ])('finds %s', (_what, reference, target) => {
    expect(targetsOf(bundle)(reference)).toBe(target);
  });

  test.each([
    ['nothing', ''],
    ['a query: what is before it must be asked for', 'cat.png?raw=true'],
    ['a missing post', '@/articles/train/index.md'],
    ['a missing asset', 'dog.png'],
    ['a missing name', 'ref:train'],
    ['a lone percent sign', '100%.png'],
    ['a path far above the root', '../../../../../../etc/passwd'],
    ['the name of a property', 'ref:constructor'],
    ['an endless reference', '../'.repeat(100_000)],
  ])('finds nothing for %s', (_what, reference) => {
    expect(targetsOf(bundle)(reference)).toBeUndefined();
  });

  test.each([
    ['beside a post by its address', english, '../tea/table.svg', '/posts/08-tea/table.svg'],
    ['deeper beside it', english, '../tea/img/pot.png', '/posts/08-tea/img/pot.png'],
    ['by a whole path', bundle, '/tea/table.svg', '/posts/08-tea/table.svg'],
    ['by an address of another language', arabic, '../tea/table.svg', '/posts/08-tea/table.svg'],
    ['of its bundle in any language', arabic, 'cup.png', '/posts/09-cup/cup.png'],
    ['of a bundle by each of its addresses', bundle, '/ar/cup/cup.png', '/posts/09-cup/cup.png'],
    ['that is not there', english, '../tea/none.svg', undefined],
  ])('finds a picture %s', (_, from, reference, target) => {
    expect(targetsOf(from)(reference)).toBe(target);
  });

  test.each([
    [
      'of another post, relative to the published address',
      '../ferry/cat.png',
      '/posts/articles/ferry/cat.png',
    ],
    ['of a translation', '../../fr/ferry/img/cat%202.png', '/posts/articles/ferry/img/cat 2.png'],
    [
      'relative to a published address that ends in .html',
      'ferry/cat.png',
      '/posts/articles/ferry/cat.png',
    ],
    ['that is not there', '../ferry/dog.png', undefined],
    ['of a post that is no bundle', '../old-boat/map 1.svg', undefined],
  ])('finds a file %s', (_what, reference, target) => {
    const french: PostTarget = {
      ...bundle,
      path: 'articles/ferry/index.fr.md',
      permalink: '/fr/ferry/',
    };
    const find = createTargets({
      posts: [bundle, french, plain],
      files: [
        '/posts/articles/ferry/cat.png',
        '/posts/articles/ferry/img/cat 2.png',
        '/posts/map 1.svg',
      ],
      routes: ['/'],
      aliases: {},
      sections: {},
    });
    expect(find(plain)(reference)).toBe(target);
  });

  test('prefers the source beside the post', () => {
    const near: PostTarget = { collection: 'posts', path: 'x/map.md', permalink: '/posts/near/' };
    const far: PostTarget = { collection: 'posts', path: 'map.md', permalink: '/posts/far/' };
    const other: PostTarget = { collection: 'posts', path: 'x/y.md', permalink: '/posts/y/' };
    const find = createTargets({
      posts: [far, near, other],
      files: [],
      routes: [],
      aliases: {},
      sections: {},
    });
    expect(find(other)('map.md')).toBe('/posts/near/');
    expect(find(other)('ref:map')).toBe('/posts/near/');
  });
});

describe('createTargets in a vault', () => {
  const from = { collection: 'posts', path: 'a/b.md', permalink: '/b/' } as const;
  const data = {
    posts: [from],
    files: ['/posts/img/My cup.png'],
    routes: [],
    aliases: {},
    sections: {},
  };
  const names = {
    notes: [{ source: 'posts/Tea/Green tea.md', permalink: '/tea/', title: 'Tea', names: [] }],
    files: data.files,
  };

  test.each([
    ['a note by its file', 'Green%20tea.md', '/tea/'],
    ['a note by its file as written', 'Green tea.md', '/tea/'],
    ['a picture by its file', 'my%20cup.png', '/posts/img/My cup.png'],
    ['a picture in a property', '[[My cup.png|x]]', '/posts/img/My cup.png'],
    ['nothing by a title', 'Tea', undefined],
    ['nothing by another address', 'https://a.b/My cup.png', undefined],
  ])('finds %s wherever it lies', (_, reference, target) => {
    expect(createTargets({ ...data, names })(from)(reference)).toBe(target);
    expect(createTargets(data)(from)(reference)).toBeUndefined();
  });
});
