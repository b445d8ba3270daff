import { describe, expect, test } from 'vitest';

import { splitPost } from '../../../../src/content/post/split-post.ts';

describe('splitPost', () => {
  test('parts the settings from the body', async () => {
    const split = await splitPost('+++\ntitle = "A"\n+++\nText.\n', 'posts/a.md');
    expect(split).toMatchObject({ kind: 'toml', body: 'Text.\n', bodyLine: 4, problems: [] });
    expect(split.values['title']).toBe('A');
  });

  test('makes line feeds of the line ends of old Macs', async () => {
    const split = await splitPost('---\ra: 1\r---\rb\rc', 'posts/a.md');
    expect(split).toMatchObject({ kind: 'yaml', body: 'b\nc' });
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
