import { describe, expect, test } from 'vitest';
import type { PostCard } from '../../../../src/content/model/post.ts';
import { createCardMemory } from '../../../../src/library/lists/card-memory.ts';
import { createCard } from '../../../support/create-card.ts';

const keywords = [{ name: 'Rust', slug: 'rust' }];

describe('createCardMemory', () => {
  test('gives the card that it has when another says the same', () => {
    const memory = createCardMemory();
    const card = createCard(1);
    expect(memory.intern(card)).toBe(card);
    expect(memory.intern(createCard(1))).toBe(card);
    const changed = createCard(1, { title: 'New' });
    expect(memory.intern(changed)).toBe(changed);
    expect(memory.find(card.permalink)).toBe(changed);
  });

  test.each<Partial<PostCard>>([
    { id: 2 },
    { path: 'b.md' },
    { title: 'B' },
    { day: undefined },
    { minutes: 2 },
    { summary: '' },
    { language: 'fr' },
    { keywords: [] },
    { keywords: [{ name: 'rust', slug: 'rust' }] },
    { keywords: [{ name: 'Rust', slug: 'rust-2' }] },
    { keywords: [...keywords, { name: 'CSS', slug: 'css' }] },
  ])('takes a card for changed that has %j', (change) => {
    const memory = createCardMemory();
    const card = createCard(1, { day: '2020-01-01', keywords });
    memory.intern(card);
    expect(memory.intern({ ...card, keywords: [...keywords] })).toBe(card);
    const changed = { ...card, ...change };
    expect(memory.intern(changed)).toBe(changed);
    expect(memory.intern(card)).toBe(card);
  });

  test('takes a card without summary where there is none, but not over a whole one', () => {
    const memory = createCardMemory();
    const [bare, whole] = [createCard(1, { summary: '' }), createCard(1)];
    memory.remember([bare]);
    expect(memory.find(whole.permalink)).toBe(bare);
    const renamed = createCard(1, { summary: '', title: 'New' });
    memory.remember([renamed]);
    expect(memory.find(whole.permalink)).toBe(renamed);
    memory.remember([whole]);
    memory.remember([bare]);
    expect(memory.find(whole.permalink)).toBe(whole);
  });

  test('lists each post once, and nothing once it is cleared', () => {
    const memory = createCardMemory();
    memory.remember([createCard(1), createCard(2), createCard(1)]);
    expect([...memory.list()].map(({ id }) => id).toSorted()).toEqual([1, 2]);
    memory.clear();
    expect([...memory.list()]).toEqual([]);
    expect(memory.find('/posts/1/')).toBeUndefined();
  });

  test('forgets cards beyond a bound', () => {
    const memory = createCardMemory();
    memory.remember(Array.from({ length: 5001 }, (_, id) => createCard(id)));
    expect(memory.find('/posts/0/')).toBeUndefined();
    expect(memory.find('/posts/5000/')).toBeDefined();
  });
});
