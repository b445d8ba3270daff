import { describe, expect, test } from 'vitest';

import { createPostingsBuilder } from '../../../../src/search/write/postings.ts';
import type { Postings } from '../../../../src/search/write/postings.ts';
import { listKeys } from '../../../../src/search/write/dictionary.ts';
import { measureList, planLists } from '../../../../src/search/write/plan-lists.ts';
import type { ListPlan } from '../../../../src/search/write/plan-lists.ts';
import { preparePost } from '../../../../src/search/write/prepare-post.ts';
import { createCard } from '../../../support/create-card.ts';

/** Sixty posts that share their words. */
const postings = gather();
const keys = listKeys(postings);

function gather(): Postings {
  const builder = createPostingsBuilder();
  for (let id = 0; id < 60; id++) {
    const source = { title: '', keywords: [], body: `common words of post number${id % 7}` };
    builder.add(
      createCard(id),
      preparePost(source, (word) => word),
    );
  }
  return builder.seal();
}

function plan(
  bytes: number,
  options: { letters?: number; hasWholeCards?: boolean } = {},
): ListPlan {
  const { letters = bytes, hasWholeCards = false } = options;
  return planLists(postings, { keys, hasWholeCards, source: { bytes, letters } });
}

describe('planLists', () => {
  test('has cards before passages, and more of both the more text there is', () => {
    // So few posts may have few files: they, not the text, are the bound at last.
    const plans = [0, 91_000, 93_000, 100_000, 1e9].map((bytes) => plan(bytes));
    for (const [place, { cards, excerpts }] of plans.entries()) {
      expect(excerpts === 0 || cards >= 10).toBe(true);
      expect(cards).toBeGreaterThanOrEqual(plans[place - 1]?.cards ?? 0);
      expect(excerpts).toBeGreaterThanOrEqual(plans[place - 1]?.excerpts ?? 0);
    }
    expect(plans.at(-1)).toEqual({ cards: 20, excerpts: 10 });
  });

  test('has no cards where one file has all', () => {
    expect(plan(1e9, { hasWholeCards: true })).toEqual({ cards: 0, excerpts: 10 });
  });

  test('has fewer passages of scripts that take more bytes', () => {
    const tight = { hasWholeCards: true };
    const latin = plan(0, tight).excerpts;
    expect(latin).toBeGreaterThan(0);
    expect(plan(60, { ...tight, letters: 1 }).excerpts).toBeLessThan(latin);
  });
});

describe('measureList', () => {
  test('takes more for what readers see as it is', () => {
    const key = keys.find(
      (found) => found.kind === 'word' && found.isShown && found.key.startsWith('common'),
    );
    if (key?.kind !== 'word') throw new Error('There is no key.');
    const options = { postings, plan: { cards: 10, excerpts: 3 } };
    const bare = measureList({ ...key, isShown: false }, options);
    expect(bare).toBeGreaterThanOrEqual(60);
    expect(measureList(key, options)).toBeGreaterThan(bare + 10 * 30);
  });
});
