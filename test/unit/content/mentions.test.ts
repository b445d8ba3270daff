import { describe, expect, test } from 'vitest';
import { findMentions, toMention } from '../../../src/content/mentions.ts';

describe('findMentions', () => {
  test.each([
    ['an image', '![Tea](tea.png)', ['tea.png']],
    ['an image in folders', '![Tea](../a/b/tea.png "Tea")', ['b/tea.png']],
    ['an image beside the post', '![Tea](./tea.png)', ['./tea.png']],
    ['an image in HTML', '<img src="/posts/b/tea.png?v=2">', ['b/tea.png']],
    ['an argument', '{{ figure(src=`b/tea.png`, width=2) }}', ['b/tea.png']],
    ['a name in JSON', '{"cover":{"image":"tea.png"}}', ['tea.png']],
    ['an escaped name', '[x](my\\_tea\\(1\\).png)', ['.png']],
    ['an encoded name', '[x](caf%C3%A9.png)', ['café.png']],
    ['a name of another form of Unicode', '[x](cafe\u0301.png)', ['caf\u00E9.png']],
    ['a broken escape', '[x](100%.png)', ['100%.png']],
    ['the end of a sentence', 'See tea.png.', ['tea.png']],
    ['one name twice', 'tea.png tea.png', ['tea.png']],
    ['words', 'No file here. Nor 3.\n', []],
    ['a long ending', '[x](route.geojson)', ['route.geojson']],
  ])('finds %s', (_, text, mentions) => {
    expect(findMentions(text)).toEqual(mentions);
  });

  test.each([
    ['letters', 'a'.repeat(1_000_000)],
    ['dots', '.'.repeat(1_000_000)],
    ['dots before a letter', `${'.'.repeat(1_000_000)}x`],
    ['names', 'a.b/'.repeat(250_000)],
    ['escapes', '\\'.repeat(1_000_000)],
    ['encoded letters', '%41.'.repeat(250_000)],
  ])('survives 1 MB of %s', (_, text) => {
    const start = performance.now();
    findMentions(text);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('toMention', () => {
  test.each([
    'tea.png',
    'b/tea.png',
    'a/b/my tea.png',
    "it's/tea (1).png",
    'b/a&b.png',
    'b/a_b.png',
  ])('gives %s as texts do that refer to it', (path) => {
    const written = [
      `![](<${path}>)`,
      `<img src="${path.replaceAll('&', '&amp;')}">`,
      `![](${encodeURI(path).replace(/[()]/g, '\\$&')})`,
      `![](${path.replace(/[_()]/g, '\\$&').replaceAll(' ', '%20')})`,
    ];
    for (const text of written) expect(findMentions(text)).toContain(toMention(path));
  });
});
