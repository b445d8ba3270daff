import { describe, expect, test } from 'vitest';

import type { ParsedFile } from '../../../../src/publish/scan/parse-file.ts';
import {
  applySections,
  isSection,
  readSections,
} from '../../../../src/publish/scan/read-sections.ts';
import type { Sections } from '../../../../src/publish/scan/read-sections.ts';
import type { HiddenReason } from '../../../../src/content/model/post.ts';
import { makeMeta } from '../../../support/create-meta.ts';

/** The sections at these paths, which are hidden for these reasons. */
function read(hidden: Readonly<Record<string, HiddenReason | undefined>>): Promise<Sections> {
  const files = Object.keys(hidden).map((path) => ({
    path,
    file: path,
    sizeBytes: 1,
    modifiedMs: 1,
  }));
  return readSections(files, {
    collection: 'posts',
    parse: ({ path }): Promise<ParsedFile> =>
      Promise.resolve({
        meta: makeMeta({ path, title: path, hidden: hidden[path] }),
        problems: ['permalink', 'draft'].map((subject) => ({
          kind: 'front-matter',
          severity: 'warning',
          file: path,
          subject,
          message: `About ${subject}.`,
        })),
        hash: '',
      }),
  });
}

describe('readSections', () => {
  test('takes a section that is a page of a theme, or has moved, for itself alone', async () => {
    const sections = await read({
      'a/_index.md': { kind: 'theme', layout: 'archives', to: '/archive/' },
      'b/_index.md': { kind: 'moved', to: '/b/' },
    });
    expect([...sections.hidden.keys()]).toEqual([]);
  });

  test('gives the parts of a series their weight for a place', () => {
    const sections = { series: new Map([['a', 'S']]), hidden: new Map(), problems: [] };
    const meta = makeMeta({ path: 'a/b.md', weight: 3 });
    expect(applySections(meta, sections).series).toEqual({ name: 'S', order: 3 });
  });

  test.each<[string, HiddenReason]>([
    ['a draft', { kind: 'draft' }],
    ['unpublished', { kind: 'unpublished', setting: 'published', value: 'false' }],
    ['unclear', { kind: 'unclear', setting: 'draft', value: 'ja' }],
  ])('hides what is below a section that is %s', async (_, hidden) => {
    const sections = await read({ 's/_index.md': hidden });
    const reason = { kind: 'section', path: 's/_index.md', reason: hidden };
    expect(applySections(makeMeta({ path: 's/a/b.md' }), sections).hidden).toEqual(reason);
    expect(applySections(makeMeta({ path: 'b.md' }), sections).hidden).toBeUndefined();
  });

  test.each<[string, HiddenReason | undefined]>([
    ['published', undefined],
    ['dated tomorrow', { kind: 'future', day: '2099-01-01' }],
    ['expired', { kind: 'expired', day: '2000-01-01' }],
  ])('shows what is below a section that is %s', async (_, hidden) => {
    const sections = await read({ 's/_index.md': hidden });
    expect(applySections(makeMeta({ path: 's/a.md' }), sections).hidden).toBeUndefined();
    expect(sections.problems).toEqual([]);
  });

  test('passes on why it is not clear whether a section is hidden, and nothing else', async () => {
    const { problems } = await read({
      's/_index.md': { kind: 'unclear', setting: 'draft', value: 'ja' },
    });
    expect(problems.map(({ message }) => message)).toEqual(['About draft.']);
  });
});

describe('applySections', () => {
  test('names a series after the section below a folder named series', async () => {
    const sections = await read({ 'series/_index.md': undefined, 'series/x/_index.md': undefined });
    const find = (path: string): string | undefined =>
      applySections(makeMeta({ path }), sections).series?.name;
    expect([find('series/x/one.md'), find('series/loose.md')]).toEqual([
      'series/x/_index.md',
      undefined,
    ]);
  });
});

describe('isSection', () => {
  test.each([
    ['_index.md', true],
    ['a/_INDEX.markdown', true],
    ['a/_index.html', false],
    ['index.md', false],
  ])('%s: %s', (path, expected) => {
    expect(isSection(path)).toBe(expected);
  });
});
