import { describe, expect, test } from 'vitest';

import type { ParsedFile } from '../../../src/build/scan-posts.ts';
import { selectAssets } from '../../../src/build/select-assets.ts';
import { makeMeta } from '../../support/post-meta.ts';

/** Texts by path; one that begins with `draft` is a draft, and names the files in its other words. */
type Texts = Readonly<Record<string, string>>;

function makePost([path, text]: readonly [string, string]): ParsedFile {
  const [first, ...mentions] = text.split(' ');
  const hidden = first === 'draft' ? ({ kind: 'draft' } as const) : undefined;
  return { meta: makeMeta({ path, hidden }), problems: [], mentions, hash: '' };
}

function select(texts: Texts, assets: readonly string[]): string[] {
  const files = assets.map((path) => ({ path, file: `/${path}`, sizeBytes: 1, modifiedMs: 1 }));
  return selectAssets(files, Object.entries(texts).map(makePost)).map(({ path }) => path);
}

describe('selectAssets', () => {
  test.each<[string, Texts, readonly string[]]>([
    ['the bundle of a draft', { 'a/index.md': 'draft' }, ['a/cat.png', 'a/b/cat.png']],
    ['a folder of nothing but drafts', { 'd/x.md': 'draft', 'd/y.md': 'draft' }, ['d/cat.png']],
    [
      'a folder below Jekyll’s drafts',
      { 'x.md': 'post' },
      ['_drafts/cat.png', 'a/_drafts/b/c.png'],
    ],
    ['the folder beside a draft, as Hexo has it', { 'my-draft.md': 'draft' }, ['my-draft/cat.png']],
    ['that of a translated draft', { 'a/x.fr.md': 'draft', 'a/y.md': 'post' }, ['a/x/b/cat.png']],
    [
      'a folder where a draft alone names it',
      { 'a.md': 'draft cat.png', 'b.md': 'post dog.png' },
      ['cat.png'],
    ],
    [
      'a folder below where a draft alone names it',
      { 'a.md': 'draft images/cat.png', 'b.md': 'post' },
      ['images/cat.png'],
    ],
    [
      'the bundle of a draft where a post beside it does not name it',
      { 'trip/index.md': 'draft cat.png', 'trip/day-1.md': 'post day-1.png' },
      ['trip/cat.png', 'trip/route.gpx'],
    ],
    [
      'the bundle of a draft where a post elsewhere names another of its name',
      { 'trip/index.md': 'draft', 'trip/day-1.md': 'post', 'a/index.md': 'post cover.png' },
      ['trip/cover.png'],
    ],
  ])('keeps back %s', (_, texts, assets) => {
    expect(select(texts, assets)).toEqual([]);
  });

  test.each<[string, Texts, readonly string[]]>([
    ['the bundle of a post', { 'a/index.md': 'post' }, ['a/cat.png', 'a/b/cat.png']],
    ['a folder without posts', { 'x.md': 'draft' }, ['images/cat.png']],
    ['a folder of drafts and posts', { 'd/x.md': 'draft', 'd/y.md': 'post' }, ['d/cat.png']],
    [
      'a folder where a draft and a post name it',
      { 'a.md': 'draft cat.png', 'b.md': 'post cat.png' },
      ['cat.png'],
    ],
    [
      'a folder where a draft elsewhere names one of its name',
      { 'd/a.md': 'draft cat.png', 'b.md': 'post' },
      ['cat.png'],
    ],
    [
      'the bundle of a draft where a post beside it names it',
      {
        'trip/index.md': 'draft',
        'trip/day-1.md': 'post day-1.png',
        'trip/2/index.md': 'post 2.png',
      },
      ['trip/day-1.png', 'trip/2/2.png'],
    ],
    [
      'the bundle of a draft where a post below it names it',
      { 'trip/index.md': 'draft map.png', 'trip/day-1/index.md': 'post ../map.png' },
      ['trip/map.png'],
    ],
    [
      'the bundle of a draft with a post, where one elsewhere names it',
      { 'trip/index.md': 'draft', 'trip/1.md': 'post', 'a/index.md': 'post trip/map.png' },
      ['trip/map.png'],
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
      ['a/b/cat.png'],
    ],
  ])('publishes %s', (_, texts, assets) => {
    expect(select(texts, assets)).toEqual(assets);
  });
});
