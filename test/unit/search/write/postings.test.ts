import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { createByteReader } from '../../../../src/search/format/bytes.ts';
import { readPositions } from '../../../../src/search/format/side-files.ts';
import { createPostingsBuilder } from '../../../../src/search/write/postings.ts';
import type { Postings } from '../../../../src/search/write/postings.ts';
import { preparePost } from '../../../../src/search/write/prepare-post.ts';
import { createCard } from '../../../support/create-card.ts';

/** Each word without an `s` at its end, and the post in which it stands, by word. */
function gather(bodies: readonly string[], title = ''): Postings {
  const builder = createPostingsBuilder();
  for (const [id, body] of bodies.entries()) {
    const source = { title, keywords: [], body };
    builder.add(
      createCard(id, { title }),
      preparePost(source, (word) => word.replace(/s$/, '')),
    );
  }
  return builder.seal();
}

function postsOf(postings: Postings, text: string): number[] {
  const word = postings.texts.indexOf(text);
  return Array.from(postings.postingsOf(word), (posting) => postings.postOf(posting));
}

describe('createPostingsBuilder', () => {
  test('gives words in ascending order, and to each its posts, the oldest first', () => {
    const postings = gather(['foxes run', 'a fox', 'run, fox']);
    const words = postings.words.map((word) => postings.texts[word]);
    expect(words).toEqual(['a', 'fox', 'foxes', 'run']);
    expect(postsOf(postings, 'fox')).toEqual([1, 2]);
    expect(postsOf(postings, 'run')).toEqual([0, 2]);
  });

  test('keeps stem, place in the text and positions of each posting', () => {
    const postings = gather(['one cats two cats']);
    const [posting = -1] = postings.postingsOf(postings.texts.indexOf('cats'));
    expect(postings.texts[postings.stemOf(posting)]).toBe('cat');
    expect(postings.offsetOf(posting)).toBe(4);
    const positions = readPositions(createByteReader(postings.positionsOf(posting), ''));
    expect(positions).toHaveLength(2);
    expect((positions?.[1] ?? 0) - (positions?.[0] ?? 0)).toBe(2);
  });

  test('rejects a post out of its turn', () => {
    const prepared = preparePost({ title: '', keywords: [], body: '' }, (word) => word);
    expect(() => createPostingsBuilder().add(createCard(1), prepared)).toThrow(
      'The post `1.md` has the id 1, expected 0.',
    );
  });

  test('finds each word in the posts that have it, for any posts', () => {
    const words = fc.array(fc.constantFrom('ant', 'bee', 'cow', 'dog'), { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(words, { maxLength: 8 }), (posts) => {
        const postings = gather(posts.map((post) => post.join(' ')));
        for (const text of new Set(posts.flat())) {
          const expected = posts.flatMap((post, id) => (post.includes(text) ? id : []));
          expect(postsOf(postings, text)).toEqual(expected);
        }
      }),
    );
  });
});
