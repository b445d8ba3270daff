import { describe, expect, test } from 'vitest';
import { searchSaved } from '../../../../src/library/offline/search-saved.ts';
import { createCard } from '../../../support/create-card.ts';

const keyword = { name: 'Rust', slug: 'rust' };
const cards = [
  createCard(3, { title: 'Foxes in the garden', path: 'c.md' }),
  createCard(2, { title: 'On walking', path: 'b.md', keywords: [keyword] }),
  createCard(1, { title: 'Nothing', path: 'a.md' }),
];
const texts: Readonly<Record<string, string>> = {
  'a.md': '---\ntags: [foxes]\n---\nHere is nothing of it.',
  'b.md': '# Early\n\nA quick brown fox was walking past the mill.',
  'c.md': 'They come at night.',
};

function loadText(path: string): Promise<string> {
  return Promise.resolve(texts[path] ?? '');
}

async function find(text: string, keywords: readonly string[] = []): Promise<readonly number[]> {
  const request = { text, keywords, order: 'best', limit: 20 } as const;
  const { hits } = await searchSaved(cards, request, {
    language: 'en',
    loadText,
  });
  return hits.map(({ post }) => post.id);
}

describe('searchSaved', () => {
  test.each([
    ['a word of a text in another form', 'foxes', [3, 2]],
    ['all words, in title and text', 'walking mill', [2]],
    ['no post that lacks a word', 'walking night', []],
    ['the start of the last word', 'garde', [3]],
    ['a phrase', '"brown fox"', [2]],
    ['no phrase whose words stand apart', '"quick fox"', []],
    ['no post with a word that is excluded', 'fox -mill', [3]],
  ])('finds %s', async (_, text, ids) => {
    expect(await find(text)).toEqual(ids);
  });

  test('keeps to the keywords', async () => {
    expect(await find('fox', ['rust'])).toEqual([2]);
  });

  test('shows the passage', async () => {
    const request = { text: 'brown', keywords: [], order: 'best', limit: 20 } as const;
    const { hits } = await searchSaved(cards, request, { language: 'en', loadText });
    expect(hits[0]?.excerpt?.find(({ isMatch }) => isMatch)?.text).toBe('brown');
  });
});
