import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { parseNothing } from '../../../../src/publish/scan/parse-nothing.ts';
import type { ParsedFile } from '../../../../src/publish/scan/parse-file.ts';
import { defaultSite } from '../../../../src/content/site/site.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';

const options = { site: defaultSite, collection: 'posts', today: '2026-01-01' } as const;

function parse(source: string, reason: 'timeout' | 'failed' = 'failed'): Promise<ParsedFile> {
  const file = join(makeFolder({ 'a.md': source }), 'a.md');
  const sizeBytes = source.length;
  return parseNothing({ path: 'a.md', file, sizeBytes, modifiedMs: 1 }, { ...options, reason });
}

describe('parseNothing', () => {
  test('gives what the path tells, and what was wrong', async () => {
    const { meta, problems } = await parse('---\ntitle: x\n---\n');
    expect(meta).toMatchObject({ title: 'A', permalink: '/posts/a/', hidden: undefined });
    expect(problems).toEqual([
      {
        kind: 'limit',
        severity: 'warning',
        file: 'posts/a.md',
        message: 'The front matter could not be read.',
      },
    ]);
  });

  test('says that time ran out', async () => {
    expect((await parse('', 'timeout')).problems[0]?.message).toMatch(/in time\.$/);
  });

  test.each([
    ['---\ntitle: x\ndraft: true\n---\n', { kind: 'draft' }],
    [`+++\nx = "${'x'.repeat(50_000)}"\ndraft = true\n+++\n`, { kind: 'draft' }],
    ['{ "draft": true }', { kind: 'draft' }],
    ['---\npublished: false\n---\n', { kind: 'unpublished', setting: 'published', value: 'false' }],
    ['---\ndraft: false\n---\n', undefined],
  ])('hides what has a line that keeps it back, case %#', async (source, hidden) => {
    expect((await parse(source)).meta.hidden).toEqual(hidden);
  });

  test('throws for a file that cannot be read', async () => {
    const file = { path: 'a.md', file: '/nowhere/a.md', sizeBytes: 1, modifiedMs: 1 };
    await expect(parseNothing(file, { ...options, reason: 'failed' })).rejects.toThrow('ENOENT');
  });
});
