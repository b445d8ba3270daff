import { describe, expect, test } from 'vitest';
import { buildCatalog } from '../../../../src/content/blog/catalog.ts';
import { findNeighbours } from '../../../../src/content/blog/neighbours.ts';
import { createMeta, testSite } from '../../../support/create-meta.ts';

const posts = [
  ['en-1', undefined],
  ['fr-1', 'fr'],
  ['en-2', undefined],
  ['ja-1', 'ja'],
  ['fr-2', 'fr'],
  ['en-3', undefined],
] as const;

const { entries } = buildCatalog(
  posts.map(([name, language], at) => ({
    ...createMeta({ path: `${name}.md`, day: `2020-01-0${at + 1}` }),
    language,
  })),
  testSite,
);

describe('findNeighbours', () => {
  test.each([
    ['en-1', undefined, 'en-2'],
    ['en-2', 'en-1', 'en-3'],
    ['en-3', 'en-2', undefined],
    ['fr-1', undefined, 'fr-2'],
    ['fr-2', 'fr-1', undefined],
    ['ja-1', undefined, undefined],
  ])('of %s are in its language', (name, older, newer) => {
    const entry = entries.find(({ card }) => card.title === name);
    const found = entry && findNeighbours(entries)(entry);
    expect([found?.older?.card.title, found?.newer?.card.title]).toEqual([older, newer]);
  });
});
