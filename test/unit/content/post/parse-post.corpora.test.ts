// Real posts, read in place beside the repository when they are there. Nothing of them is kept here.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../../src/content/text/decode-text.ts';
import { dropControls, findControl } from '../../../../src/content/text/control-characters.ts';
import { parsePost } from '../../../../src/content/post/parse-post.ts';
import type { ParsedPost } from '../../../../src/content/model/post.ts';
import { defaultSite } from '../../../../src/content/site/site.ts';

const shared = resolve(import.meta.dirname, '../../../../../shared');

interface RealPost extends ParsedPost {
  readonly source: string;
}

async function parseFolder(folder: string): Promise<readonly RealPost[]> {
  const root = resolve(shared, folder);
  const files = readdirSync(root, { recursive: true, encoding: 'utf-8', withFileTypes: true });
  const posts = files.filter((file) => /^(?!_index|README|LICENSE).*\.md$/.test(file.name));
  return Promise.all(
    posts.map(async (file) => {
      const path = resolve(file.parentPath, file.name);
      const { text } = decodeText(readFileSync(path));
      const options = { site: defaultSite, collection: 'posts' as const, today: '2026-12-31' };
      return { source: text, ...(await parsePost(text, relative(root, path), options)) };
    }),
  );
}

/** `title` and the day of `date`, read by patterns that know these files only. */
function readByPattern(source: string): { title: string; day: string | undefined } {
  const quoted = /^title *[:=] *"([^"]*)"/m.exec(source)?.[1];
  const title = quoted ?? /^title *[:=] *(.*)$/m.exec(source)?.[1] ?? '';
  const day = /^date *[:=] *["']?(\d{4}-\d\d-\d\d)/m.exec(source)?.[1];
  const plain = title
    .trim()
    .replace(/^'(.*)'$/, '$1')
    .replaceAll("''", "'");
  return { title: plain.replace(/\s+/g, ' '), day };
}

describe.skipIf(!existsSync(resolve(shared, 'corpora')))('parsePost on real blogs', () => {
  test.each([
    ['corpora/mnt.io/content', 38, 1],
    ['corpora/18f/content/posts', 135, 0],
    ['corpora/efcl', 102, 0],
  ])(
    'reads every title, day and keyword of %s',
    { timeout: 180_000 },
    async (folder, count, undated) => {
      const posts = await parseFolder(folder);
      expect(posts).toHaveLength(count);
      expect(posts.filter(({ post }) => post.meta.date === undefined)).toHaveLength(undated);
      for (const { post, source, problems } of posts) {
        const { title, day } = readByPattern(source);
        const name = /\d{4}-\d\d-\d\d/.exec(post.meta.path)?.[0];
        expect(post.meta.title).toBe(title.replace('&ldquo;', '“').replace('&rdquo;', '”'));
        expect(post.meta.date?.day).toBe(day ?? name);
        expect(post.meta.hidden).toBeUndefined();
        expect(post.meta.summary).not.toMatch(/^$|<\w+ |\{\{|\]\(/);
        expect(dropControls(source).endsWith(post.body)).toBe(true);
        // One of the posts holds a NUL.
        const kinds = findControl(source) === -1 ? [] : ['encoding'];
        expect(problems.map(({ kind }) => kind)).toEqual(kinds);
      }
      expect(new Set(posts.map(({ post }) => post.meta.permalink)).size).toBe(count);
    },
  );
});

describe.skipIf(!existsSync(resolve(shared, 'seed')))('parsePost on the seed post', () => {
  test('reads right what was damaged', async () => {
    const [post] = await parseFolder('seed');
    expect(post?.post.meta).toMatchObject({
      title: 'Bye bye Automattic, hello Wasmer',
      date: { day: '2019-03-04' },
      permalink: '/posts/bye-bye-automattic-hello-wasmer/',
      keywords: [{ name: 'job' }, { name: 'webassembly' }],
    });
    expect(post?.post.body).toContain('such as PHP —like');
    expect(post?.post.body.trim()).toMatch(/realities 🎉!$/);
    expect(post?.problems).toMatchObject([{ kind: 'encoding', line: 47 }]);
  });
});
