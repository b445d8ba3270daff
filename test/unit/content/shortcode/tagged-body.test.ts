import { describe, expect, test } from 'vitest';

import { keepBody, mayHaveTags } from '../../../../src/content/shortcode/tagged-body.ts';

describe('mayHaveTags', () => {
  test.each([
    ['{{ a }}', true],
    ['{% a %}', true],
    ['{a} { {', false],
  ])('%s: %j', (body, isTagged) => {
    expect(mayHaveTags(body)).toBe(isTagged);
  });
});

describe('keepBody', () => {
  test('gives back a body as it is', () => {
    const body = 'One\n\n`two` {three}';
    const kept = { text: body, lines: [7, 8, 9], problems: [], references: {}, needs: [] };
    expect(keepBody({ body, bodyLine: 7 })).toEqual(kept);
  });
});
