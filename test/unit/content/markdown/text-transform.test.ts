import { describe, expect, test } from 'vitest';

import { createTextTransform } from '../../../../src/content/markdown/text-transform.ts';

const none = {
  smartPunctuation: false,
  emoji: undefined,
  abbreviations: new Map<string, string>(),
};

describe('createTextTransform', () => {
  test('escapes text and keeps the character references in it', () => {
    const { apply } = createTextTransform(none);
    expect(apply('a < b & "c" &amp; &mdash; &#65; &nope')).toBe(
      'a &lt; b &amp; &quot;c&quot; &amp; &mdash; &#65; &amp;nope',
    );
  });

  test('keeps the character before over calls and forgets it at a new block', () => {
    const transform = createTextTransform({ ...none, smartPunctuation: true });
    expect(transform.apply('a')).toBe('a');
    expect(transform.apply('"')).toBe('”');
    transform.startBlock();
    expect(transform.apply('"')).toBe('“');
  });

  test('marks two hundred short forms at most', () => {
    const abbreviations = new Map(Array.from({ length: 300 }, (_, index) => [`A${index}`, 'x']));
    const { apply } = createTextTransform({ ...none, abbreviations });
    expect(apply('A0 A199 A200').match(/<abbr/g)).toHaveLength(2);
  });

  test('takes short forms literally', () => {
    const { apply } = createTextTransform({ ...none, abbreviations: new Map([['a.*(b', 'x']]) });
    expect(apply('a.*(b aXX(b')).toBe('<abbr title="x">a.*(b</abbr> aXX(b');
  });
});
