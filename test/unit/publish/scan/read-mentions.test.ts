import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { createMentionReader } from '../../../../src/publish/scan/read-mentions.ts';
import type { ScannedPost } from '../../../../src/publish/scan/scan-posts.ts';
import { makeMeta } from '../../../support/post-meta.ts';
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
