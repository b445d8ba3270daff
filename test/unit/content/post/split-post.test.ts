import { describe, expect, test } from 'vitest';

import { splitPost } from '../../../../src/content/post/split-post.ts';

describe('splitPost', () => {
  test('parts the settings from the body', async () => {
    const split = await splitPost('+++\ntitle = "A"\n+++\nText.\n', 'posts/a.md');
    expect(split).toMatchObject({ kind: 'toml', body: 'Text.\n', bodyLine: 4, problems: [] });
    expect(split.values['title']).toBe('A');
  });

  test('takes the Markdown out of MDX, with the lines it had', async () => {
    const source = '---\ntitle: A\n---\nimport B from "b"\n\n<B>*c*</B> {frontmatter.title}\n';
    const split = await splitPost(source, 'posts/a.mdx');
    expect(split).toMatchObject({
      body: '\n\n*c* A\n',
      bodyLine: 4,
      needs: ['mdx', 'front-matter'],
    });
    expect(split.problems.map(({ line }) => line)).toEqual([4, 6]);
    expect((await splitPost(source, 'posts/a.md')).body).toContain('<B>');
  });

  test('makes line feeds of the line ends of old Macs', async () => {
    const split = await splitPost('---\ra: 1\r---\rb\rc', 'posts/a.md');
    expect(split).toMatchObject({ kind: 'yaml', body: 'b\nc' });
  });

  test('leaves out control characters and reports where the first is', async () => {
    const split = await splitPost('+++\ntitle = "A"\n+++\nab\0c\u001b\n\0', 'posts/a.md');
    expect(split).toMatchObject({ body: 'abc\n', values: { title: 'A' } });
    expect(split.problems).toEqual([
      {
        kind: 'encoding',
        severity: 'warning',
        file: 'posts/a.md',
        line: 4,
        column: 3,
        message: '`U+0000` is a control character; it was left out, and 2 more.',
        remedy: 'Remove the control characters: no page can show them.',
        frame: 'abc\n  ^',
      },
    ]);
  });

  test('repairs mojibake that control characters are a part of', async () => {
    expect(await splitPost('It\u00e2\u0080\u0099s', 'posts/a.md')).toMatchObject({ body: 'It’s' });
  });

  test('repairs mojibake and reports it before the faults of the front matter', async () => {
    const split = await splitPost('+++\na = \n+++\nâ€”it works\n', 'posts/a.md');
    expect(split.body).toBe('—it works\n');
    expect(split.problems.map(({ kind, line }) => ({ kind, line }))).toEqual([
      { kind: 'encoding', line: 4 },
      { kind: 'front-matter', line: 2 },
    ]);
  });
});
