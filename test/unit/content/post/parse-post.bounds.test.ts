import { describe, expect, test } from 'vitest';

import type { ParsedPost } from '../../../../src/content/model/post.ts';
import { parsePost } from '../../../../src/content/post/parse-post.ts';
import { readPublishing } from '../../../../src/content/post/publishing.ts';
import { defaultSite } from '../../../../src/content/site/site.ts';

const parse = (source: string): Promise<ParsedPost> =>
  parsePost(source, 'x.md', {
    site: defaultSite,
    collection: 'posts',
    today: '2026-01-01',
    readPublishing,
  });

const list = (count: number, item: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => item(index)).join('\n');

/** Each line names the one before nine times. */
const laughs = list(
  9,
  (index) => `a${index}: &a${index} [${index === 0 ? 'ha' : `*a${index - 1}`}${', *a0'.repeat(8)}]`,
);

describe('parsePost', () => {
  test.each([
    ['values in values', `---\ntitle: A\ntags: [b]\n${list(40, (depth) => `${' '.repeat(depth)}a:`)} b\n---\nText.`, /nested too deeply/, /settings of the post/],
    ['tables in tables of TOML', `+++\ntitle = "A"\ntags = ["b"]\n[${'a.'.repeat(40)}a]\nx = 1\n+++\nText.`, /nested too deeply/, /settings of the post/],
    ['lists in lists', `+++\ntitle = "A"\ntags = ["b"]\nx = ${'['.repeat(40)}${']'.repeat(40)}\n+++\nText.`, /excessively nested/, /one setting a line/],
    ['values', `+++\ntitle = "A"\ntags = ["b"]\nx = [${'1,'.repeat(5000)}]\n+++\nText.`, /too large/, /settings of the post/],
    ['length', `---\ntitle: A\ntags: [b]\n${list(9000, (index) => `a${index}: b`)}\n---\nText.`, /not closed/, /within the first 64 kB/],
    ['anchors that name anchors', `---\ntitle: A\ntags: [b]\n${laughs}\n---\nText.`, /repeats a value by reference, which is not read/, /Write the value out/],
    ['keywords', `---\ntitle: A\ntags: [b, ${list(100, (index) => `k${index},`)}]\n---\nText.`, /has 101 keywords; the first 100 count/, /few/],
    ['letters of a keyword', `---\ntitle: A\ntags: [b, ${'x'.repeat(101)}]\n---\nText.`, /more than 100 characters/, /short/],
    ['aliases', `---\ntitle: A\ntags: [b]\naliases: [${list(201, (index) => `/old/${index}/,`)}]\n---\nText.`, /201 aliases; the first 200 are redirected/, /./],
    ['letters of a description', `---\ntitle: A\ntags: [b]\nauthor: ${'x'.repeat(100_000)}\n---\nText.`, /not closed/, /within the first 64 kB/],
    ['letters of an author', `---\ntitle: A\ntags: [b]\nauthor: ${'x'.repeat(10_000)}\n---\nText.`, /`author` has 10000 characters; at most 300/, /short `author`/],
  ])('keeps within its bound of %s, says so, and keeps the rest', async (_, source, message, remedy) => {
    const { post, problems } = await parse(source);
    const found = problems.filter((problem) => message.test(problem.message));
    expect(found[0]?.remedy).toMatch(remedy);
    expect(post.meta.title).toBe('A');
    expect(post.meta.keywords[0]?.name).toBe('b');
    expect(JSON.stringify(post.meta).length).toBeLessThan(20_000);
  }); // prettier-ignore

  test('cuts a title of a hundred thousand letters where others repeat it', async () => {
    const { post, problems } = await parse(`# ${'Long '.repeat(20_000)}\n\nText.`);
    expect(post.meta.title.length).toBeLessThanOrEqual(301);
    expect(problems.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/`title` has \d+ characters; at most 300/),
    );
  });
});
