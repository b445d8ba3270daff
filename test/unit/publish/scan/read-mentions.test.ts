import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { createMentionReader, findMentions } from '../../../../src/publish/scan/read-mentions.ts';
import type { ScannedPost } from '../../../../src/publish/scan/scan-posts.ts';
import { makeMeta } from '../../../support/create-meta.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';

function makePost(text: string): ScannedPost {
  const file = join(makeFolder({ 'a.md': text }), 'a.md');
  return { meta: makeMeta(), problems: [], hash: text, file };
}

describe('createMentionReader', () => {
  test('lists the files that front matter and text may refer to', async () => {
    const mentions = await createMentionReader('https://a.example/b/')(
      makePost('---\nimage: cover.png\n---\n![Tea](img/tea.png) https://a.example/b/posts/c.png\n'),
    );
    expect(mentions).toEqual(expect.arrayContaining(['cover.png', 'img/tea.png', '/posts/c.png']));
  });

  test('reads a file once as long as it is the same', async () => {
    const list = createMentionReader(undefined);
    const post = makePost('![](tea.png)');
    expect(await list(post)).toEqual(['tea.png']);
    rmSync(post.file);
    expect(await list(post)).toEqual(['tea.png']);
    expect(await list({ ...post, hash: 'another' })).toEqual([]);
  });

  test('does not read what could not be parsed in time', async () => {
    const list = createMentionReader(undefined);
    expect(await list({ ...makePost('![](tea.png)'), isUnread: true })).toEqual([]);
  });
});

describe('findMentions', () => {
  test.each([
    ['an image', '![Tea](tea.png)', 'tea.png'],
    ['an image with blanks', '![Tea](my (1) tea.png "Tea")', 'my (1) tea.png'],
    ['an image with a size', '![Tea](my tea.png =9x9)', 'my tea.png'],
    ['an image in folders', '![Tea](../a/b/tea.png "Tea")', '../a/b/tea.png'],
    ['a reference', '[tea]: ./tea.png', './tea.png'],
    ['an image in HTML', '<img src="/posts/b/tea.png?v=2#x">', '/posts/b/tea.png'],
    ['an image in HTML without quotes', '<img src=b/tea.png>', 'b/tea.png'],
    ['an argument', '{{ figure(src=`b/tea.png`, width=2) }}', 'b/tea.png'],
    ['a name in JSON', '{"cover":{"image":"my tea.png"}}', 'my tea.png'],
    ['an encoded name', '[x](caf%C3%A9.png)', 'café.png'],
    ['an encoded name as written', '[x](caf%C3%A9.png)', 'caf%C3%A9.png'],
    ['a name of another form of Unicode', '[x](cafe\u0301.png)', 'caf\u00E9.png'],
    ['a broken escape', '[x](100%.png)', '100%.png'],
    ['the end of a sentence', 'See tea.png.', 'tea.png'],
    ['a link of a vault', '![[My cup.png|300]]', '[[My cup.png'],
    ['a long ending', '[x](route.geojson)', 'route.geojson'],
  ])('finds %s', (_, text, mention) => {
    expect(findMentions(text)).toContain(mention);
  });

  test('finds one name once, and none in words', () => {
    expect(findMentions('tea.png\ntea.png')).toEqual(['tea.png']);
    expect(findMentions('No file here. Nor 3.\n')).toEqual([]);
  });

  test.each([
    'tea.png',
    'b/tea.png',
    'a/b/my tea.png',
    "it's/tea (1).png",
    'b/a&b.png',
    'b/a_b.png',
    'b/a,b=c;d.png',
  ])('finds %s however it is written', (path) => {
    const written = [
      `![](<${path}>)`,
      `<img src="${path.replaceAll('&', '&amp;')}">`,
      `![](${encodeURI(path)})`,
      `![](${encodeURI(path).replace(/[()]/g, '\\$&')})`,
      `![](${path.replace(/[_()]/g, '\\$&').replaceAll(' ', '%20')})`,
    ];
    for (const text of written) expect(findMentions(text)).toContain(path);
  });

  test.each([
    ['letters', 'a'.repeat(1_000_000)],
    ['dots', '.'.repeat(1_000_000)],
    ['dots before a letter', `${'.'.repeat(1_000_000)}x`],
    ['names', 'a.b/'.repeat(250_000)],
    ['escapes', '\\'.repeat(1_000_000)],
    ['encoded letters', '%41.'.repeat(250_000)],
    ['links', ']('.repeat(500_000)],
    ['brackets', `](${'('.repeat(1_000_000)}`],
    ['pairs of brackets', `](${'()'.repeat(500_000)}`],
  ])('finds at most one name in 1 MB of %s', (_, text) => {
    expect(findMentions(text).length).toBeLessThanOrEqual(1);
  });
});
