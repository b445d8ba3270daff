import { describe, expect, test } from 'vitest';

import type { FolderScan, ScannedPost } from '../../../../src/publish/scan/scan-posts.ts';
import { selectAssets } from '../../../../src/publish/scan/select-assets.ts';
import { makeMeta } from '../../../support/create-meta.ts';

/** Texts by path; one that begins with `draft` is a draft, and refers to the files in its other words. */
type Texts = Readonly<Record<string, string>>;

function makePost([path, text]: readonly [string, string]): ScannedPost {
  const [first] = text.split(' ');
  const hidden = first === 'draft' ? ({ kind: 'draft' } as const) : undefined;
  const image = findWords(text).find((word) => word.startsWith('cover'));
  const meta = makeMeta({ path, hidden, image });
  return { meta, problems: [], hash: text, file: path };
}

/** The words that refer to files. */
function findWords(text: string): readonly string[] {
  return text.split(' ').slice(1);
}

/** Stands in for the reader of files: the hash of these posts is their text. */
function listMentions({ hash }: ScannedPost): Promise<readonly string[]> {
  return Promise.resolve(findWords(hash));
}

function makeScan(texts: Texts, assets: readonly string[]): FolderScan {
  return {
    collection: 'posts',
    posts: Object.entries(texts).map(makePost),
    drafts: [],
    assets: assets.map((path) => ({ path, file: `/${path}`, sizeBytes: 1, modifiedMs: 1 })),
    sections: [],
    problems: [],
  };
}

async function select(...scans: readonly FolderScan[]): Promise<string[]> {
  const { files } = await selectAssets(scans, { image: undefined, listMentions });
  return files.map(({ fileName }) => fileName.replace(/^posts\//, ''));
}

describe('selectAssets', () => {
  test.each<[string, Texts, readonly string[]]>([
    ['the bundle of a draft', { 'a/index.md': 'draft' }, ['a/cat.png', 'a/b/cat.png']],
    ['a folder of nothing but drafts', { 'd/x.md': 'draft', 'd/y.md': 'draft' }, ['d/cat.png']],
    ['a folder below one of drafts', { 'd/x.md': 'draft' }, ['d/a/b/cat.png']],
    ['a folder above those of drafts', { 'd/x/index.md': 'draft' }, ['d/cat.png', 'd/a/cat.png']],
    [
      'a folder below Jekyll’s drafts',
      { 'x.md': 'post' },
      ['_drafts/cat.png', 'a/_drafts/b/c.png'],
    ],
    ['the folder beside a draft, as Hexo has it', { 'my-draft.md': 'draft' }, ['my-draft/cat.png']],
    ['that of a translated draft', { 'a/x.fr.md': 'draft', 'a/y.md': 'post' }, ['a/x/b/cat.png']],
    [
      'the bundle of a draft where a post beside it does not refer to it',
      { 'trip/index.md': 'draft cat.png', 'trip/day-1.md': 'post day-1.png' },
      ['trip/cat.png', 'trip/route.gpx'],
    ],
    [
      'the bundle of a draft where a post elsewhere has a file of the same name',
      { 'trip/index.md': 'draft', 'a/index.md': 'post tea.png', 'b.md': 'post a/tea.png' },
      ['trip/tea.png'],
    ],
    [
      'the bundle of a draft that another draft refers to',
      { 'a/index.md': 'draft', 'b.md': 'draft a/cat.png' },
      ['a/cat.png'],
    ],
  ])('keeps back %s', async (_, texts, assets) => {
    expect(await select(makeScan(texts, assets))).toEqual([]);
  });

  test.each<[string, Texts, readonly string[]]>([
    ['the bundle of a post', { 'a/index.md': 'post' }, ['a/cat.png', 'a/b/cat.png']],
    ['the root of drafts', { 'x.md': 'draft cat.png' }, ['cat.png', 'images/cat.png']],
    [
      'a folder of drafts and posts',
      { 'd/x.md': 'draft cat.png', 'd/y.md': 'post' },
      ['d/cat.png'],
    ],
    [
      'a folder beside one of posts, below one of drafts and posts',
      { 'd/x.md': 'draft a/cat.png', 'd/posts/y.md': 'post' },
      ['d/a/cat.png', 'd/posts/img/cat.png'],
    ],
    [
      'a folder of the name of a draft, where a post refers to it',
      { 'images.md': 'draft', 'a.md': 'post images/tea.png' },
      ['images/tea.png'],
    ],
    [
      'the bundle of a draft where posts refer to it',
      {
        'trip/index.md': 'draft',
        'trip/day-1.md': 'post day-1.png',
        'trip/2/index.md': 'post ../2.png /posts/trip/3.png',
        'a/index.md': 'post ../trip/4é.png @/trip/5.png',
      },
      ['trip/day-1.png', 'trip/2.png', 'trip/3.png', 'trip/4é.png', 'trip/5.png', 'trip/2/6.png'],
    ],
    [
      'a file in a folder of drafts that a link of a vault names',
      { 'd/x.md': 'draft', 'a/b.md': 'post [[TEA.png' },
      ['d/tea.png'],
    ],
    [
      'the cover that a post has of a draft',
      { 'a/index.md': 'draft', 'b/index.md': 'post cover-of/../../a/c.png' },
      ['a/c.png'],
    ],
    [
      'a bundle that is visible in one language',
      { 'a/index.md': 'draft', 'a/index.fr.md': 'post' },
      ['a/cat.png'],
    ],
    [
      'the folder beside a post in one language',
      { 'x.md': 'draft', 'x.fr.md': 'post' },
      ['x/a.png'],
    ],
    [
      'a folder of posts that bears the name of a draft',
      { 'travel.md': 'draft', 'travel/italy/index.md': 'post' },
      ['travel/images/cat.png'],
    ],
    [
      'a bundle within that of a draft',
      { 'a/index.md': 'draft', 'a/b/index.md': 'post' },
      ['a/b/cat.png', 'a/b/c/cat.png'],
    ],
  ])('publishes %s', async (_, texts, assets) => {
    expect(await select(makeScan(texts, assets))).toEqual(assets);
  });

  test.each(['a.docx', 'x/Budget 2024.xlsx', 'talk.key', 'old.sql', '_notes/a.png', 'x/_a.png'])(
    'keeps back and names %s, which nothing refers to',
    async (path) => {
      const scan = makeScan({ 'a.md': 'post' }, [path, 'b.pdf']);
      const { files, problems } = await selectAssets([scan], { image: undefined, listMentions });
      expect(files.map(({ fileName }) => fileName)).toEqual(['posts/b.pdf']);
      expect(problems).toMatchObject([{ severity: 'info', file: 'posts' }]);
      expect(problems[0]?.message).toContain(`\`${path}\``);
    },
  );

  test('publishes an office file and one below `_` that a post refers to', async () => {
    const scan = makeScan({ 'a.md': 'post talk.odp _img/b.png' }, ['talk.odp', '_img/b.png']);
    expect(await select(scan)).toEqual(['talk.odp', '_img/b.png']);
    const inJekyll = makeScan({ '_posts/a.md': 'post' }, ['_posts/b.png']);
    expect(await select(inJekyll)).toEqual(['_posts/b.png']);
  });

  test('publishes what a free page and the settings refer to', async () => {
    const posts = makeScan({ 'd/x.md': 'draft' }, ['d/me.jpg', 'd/site.png', 'd/no.png']);
    const about = makePost(['about.md', 'page /posts/d/me.jpg']);
    const meta = { ...about.meta, collection: 'pages' as const };
    const pages = {
      ...makeScan({}, []),
      posts: [{ ...about, meta }],
      collection: 'pages' as const,
    };
    const { files } = await selectAssets([posts, pages], {
      image: 'posts/d/site.png',
      listMentions,
    });
    expect(files.map(({ file }) => file)).toEqual(['/d/me.jpg', '/d/site.png']);
  });

  test.each<[string, Texts, readonly string[], readonly string[]]>([
    ['no post while no hidden one has files', { 'a.md': 'post', 'b.md': 'draft' }, ['c.png'], []],
    ['no hidden post', { 'a.md': 'post', 'b/index.md': 'draft' }, ['b/c.png'], ['a.md']],
  ])('reads %s', async (_, texts, assets, expected) => {
    const read: string[] = [];
    await selectAssets([makeScan(texts, assets)], {
      image: undefined,
      listMentions: (post) => {
        read.push(post.file);
        return Promise.resolve([]);
      },
    });
    expect(read).toEqual(expected);
  });

  test('keeps back what lies beside a hidden section or a draft that is no Markdown', async () => {
    const scan = makeScan({ 'b.md': 'post' }, ['s/cat.png', 'c/dog.png', 'd/owl.png', 'e.png']);
    const drafts = ['s/_index.md', 'c/x.html', 'd.mdx'].map((path) =>
      makeMeta({ path, hidden: { kind: 'draft' } }),
    );
    expect(await select({ ...scan, drafts })).toEqual(['e.png']);
  });

  test('selects from thousands of folders, half of which are of drafts', async () => {
    const count = 10_000;
    const names = Array.from({ length: count }, (_, n) => `${n % 100}/d/${n}`);
    const texts = Object.fromEntries(
      names.map((name, n) => [`${name}.md`, n % 2 ? 'draft' : 'post x.png']),
    );
    const scan = makeScan(
      texts,
      names.map((name) => `${name}/x.png`),
    );
    expect(await select(scan)).toHaveLength(count / 2);
  });
});
