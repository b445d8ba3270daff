import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import type { RenderedPost } from '../../../../src/publish/render/render-post.ts';
import { loadBlog } from '../../../../src/publish/scan/load-blog.ts';
import { parseFile } from '../../../../src/publish/scan/parse-file.ts';
import { createMentionReader } from '../../../../src/publish/scan/read-mentions.ts';
import { readSite } from '../../../../src/publish/scan/read-site.ts';
import { openRewritten } from '../../../../src/publish/steps/rewritten-posts.ts';
import type { RewrittenPosts } from '../../../../src/publish/steps/rewritten-posts.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';

async function open(published: string | undefined): Promise<RewrittenPosts> {
  const files = readSite(
    makeFolder({
      'site.toml': 'vault = true',
      'public/posts/a.md': 'A %%b%%',
      'public/posts/plain.md': 'Plain.',
    }),
    {},
  );
  const blog = await loadBlog({
    files,
    parse: (collection, file, vault) =>
      parseFile(readFileSync(file.file), file.path, {
        site: files.site,
        collection,
        today: '2026-01-01',
        vault,
      }),
    listMentions: createMentionReader(undefined),
  });
  const rendered: RenderedPost = {
    body: { kind: 'empty' },
    headings: [],
    findings: [],
    problems: [],
    references: {},
    images: {},
    markdown: '',
    missing: [],
    needs: [],
    languages: [],
    published,
  };
  return openRewritten(blog, { load: () => Promise.resolve(rendered), loadFacts: neverAsked });
}

describe('openRewritten', () => {
  test('gives what is published instead of a file, and nothing for files that are published as they are', async () => {
    const posts = await open('A ');
    expect(await posts.find('posts/a.md')).toEqual({ fileName: 'posts/a.md', content: 'A ' });
    expect(await posts.find('posts/plain.md')).toBeUndefined();
    expect(await posts.find('posts/none.md')).toBeUndefined();
  });

  test('gives no comment away where rendering rewrote nothing', async () => {
    const file = await (await open(undefined)).find('posts/a.md');
    expect(file?.content).toBe('A ');
  });
});

function neverAsked(): Promise<never> {
  return Promise.reject(new Error('not asked'));
}
