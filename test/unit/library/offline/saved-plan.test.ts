import { describe, expect, test } from 'vitest';
import { keywordFile } from '../../../../src/content/files/post-index.ts';
import type { SavedIndex, SavedPost } from '../../../../src/content/files/saved/saved-index.ts';
import {
  describeSaved,
  findMissing,
  findOrphans,
  planRemoval,
} from '../../../../src/library/offline/saved-plan.ts';
import { createCard } from '../../../support/create-card.ts';

function post(id: number, changes: Partial<SavedPost> = {}): SavedPost {
  const card = createCard(id);
  return {
    permalink: card.permalink,
    source: `posts/${card.path}`,
    sizeBytes: 100,
    stamp: 's',
    pictures: [],
    keywords: [],
    card,
    ...changes,
  };
}

const rust = { kind: 'keyword', slug: 'rust', name: 'Rust' } as const;
const first = { kind: 'post', permalink: '/posts/1/', title: 'Post 1' } as const;
const file = { path: 'data/v1/keywords.json', sizeBytes: 50, stamp: 's' };

function index(changes: Partial<SavedIndex>): SavedIndex {
  return { buildId: 'b', scopes: [], posts: [], files: [], ...changes };
}

describe('describeSaved', () => {
  test('counts each post once in all, and with everything that asked for it', () => {
    const posts = [post(1, { keywords: ['rust'] }), post(2, { keywords: ['rust'] })];
    const state = describeSaved(index({ scopes: [first, rust], posts }));
    expect(state.items.map(({ count, sizeBytes }) => [count, sizeBytes])).toEqual([
      [1, 100],
      [2, 200],
    ]);
    expect(state.sizeBytes).toBe(200);
    expect(state.posts.map(({ id }) => id)).toEqual([2, 1]);
  });

  test('leaves free pages out of the count, and lists out of all but the blog', () => {
    const posts = [post(1), post(-1, { source: 'pages/about.md', permalink: '/about/' })];
    const state = describeSaved(index({ scopes: [{ kind: 'blog' }], posts, files: [file] }));
    expect(state.items[0]).toMatchObject({ count: 1, sizeBytes: 250 });
    expect(state.posts).toHaveLength(1);
  });
});

describe('planRemoval', () => {
  test('keeps a post that something else asks for', () => {
    const posts = [post(1, { keywords: ['rust'] }), post(2, { keywords: ['rust'] })];
    const plan = planRemoval(index({ scopes: [first, rust], posts }), rust);
    expect(plan.index.posts.map(({ permalink }) => permalink)).toEqual(['/posts/1/']);
    expect(plan.paths).toEqual(['posts/2/', 'posts/2/post.json', 'posts/2.md']);
  });

  test('keeps a picture that another post shows', () => {
    const pictures = ['a.png'];
    const posts = [post(1, { pictures }), post(2, { pictures, keywords: ['rust'] })];
    const plan = planRemoval(index({ scopes: [first, rust], posts }), rust);
    expect(plan.paths).not.toContain('a.png');
  });

  test('leaves a keyword its lists, and everything what the app begins with', () => {
    const files = [file, { ...file, path: keywordFile('rust', 'new') }, { ...file, path: '' }];
    const before = index({ scopes: [rust, { kind: 'blog' }], files });
    const { paths } = planRemoval(before, { kind: 'blog' });
    expect(paths).toEqual([file.path]);
  });

  test('takes the lists with the blog', () => {
    const before = index({ scopes: [first, { kind: 'blog' }], posts: [post(1)], files: [file] });
    expect(planRemoval(before, { kind: 'blog' }).paths).toEqual([file.path]);
  });
});

describe('findMissing', () => {
  test('finds what is new and what has another stamp', () => {
    const wanted = [post(1), post(2, { stamp: 't' }), post(3)];
    const missing = findMissing(wanted, [post(1), post(2)], ({ permalink }) => permalink);
    expect(missing.map(({ permalink }) => permalink)).toEqual(['/posts/2/', '/posts/3/']);
  });
});

describe('findOrphans', () => {
  test('finds a picture that a post no longer has', () => {
    const before = index({ posts: [post(1, { pictures: ['old.png'] })] });
    expect(findOrphans(before, index({ posts: [post(1)] }))).toEqual(['old.png']);
  });
});
