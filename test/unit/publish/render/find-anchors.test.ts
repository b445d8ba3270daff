import { describe, expect, test } from 'vitest';

import { findAnchors } from '../../../../src/publish/render/find-anchors.ts';

describe('findAnchors', () => {
  test('has all ids, and links with one to a path of the host', () => {
    const html =
      '<h2 id="a"><a href="#a">¶</a></h2><p id="caf%C3%A9"><a href="/b/?x=1&amp;y=2#c%20d">x</a> ' +
      '<a href="/b/">x</a> <a href="https://b.example/#c">x</a> <a href="/q/#a&quot;b">x</a></p>';
    expect(findAnchors(html)).toEqual({
      ids: ['a', 'café'],
      links: [
        { path: '/b/', id: 'c d' },
        { path: '/q/', id: 'a"b' },
      ],
    });
  });
});
