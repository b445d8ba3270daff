import * as fc from 'fast-check';
import type { PostCard } from '../../../../src/content/model/post.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 20 });
const part = fc.stringMatching(/^[a-zA-Z0-9@*=.éあ-]{1,8}$/);
const day = fc
  .date({
    min: new Date('0001-01-01T00:00Z'),
    max: new Date('9999-12-31T00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString().slice(0, 10));

/** Any keyword, some whose slug follows from the name and some not. */
export const keywordArbitrary = fc.oneof(
  fc.constantFrom('rust', 'c++', 'constructor', '__proto__').map((slug) => ({ name: slug, slug })),
  fc.record({ name: text, slug: text }),
);

/** Any card, as odd as the format must bear. */
export const cardArbitrary: fc.Arbitrary<PostCard> = fc.record({
  id: fc.integer({ min: -1, max: 1_000_000 }),
  path: fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => `${parts.join('/')}.md`),
  permalink: fc
    .array(part, { maxLength: 3 })
    .map((parts) => `/${parts.map((p) => `${p}/`).join('')}`),
  title: text,
  day: fc.option(day, { nil: undefined }),
  minutes: fc.integer({ min: 1, max: 500 }),
  keywords: fc.array(keywordArbitrary, { maxLength: 4 }),
  summary: text,
  language: fc.option(fc.constantFrom('fr', 'pt-BR'), { nil: undefined }),
});
