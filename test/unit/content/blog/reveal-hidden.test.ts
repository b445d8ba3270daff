import { describe, expect, test } from 'vitest';

import { buildCatalog } from '../../../../src/content/blog/catalog.ts';
import {
  findUnpublished,
  isWaiting,
  labelHidden,
  revealHidden,
} from '../../../../src/content/blog/reveal-hidden.ts';
import type { HiddenReason } from '../../../../src/content/model/post.ts';
import { makeMeta, testSite } from '../../../support/create-meta.ts';

const draft: HiddenReason = { kind: 'draft' };
const future: HiddenReason = { kind: 'future', day: '2126-01-02' };
const section: HiddenReason = { kind: 'section', path: 'a/_index.md', reason: future };

const waiting: readonly HiddenReason[] = [
  draft,
  future,
  section,
  { kind: 'unpublished', setting: 'published', value: 'false' },
];
const staying: readonly HiddenReason[] = [
  { kind: 'template', folder: 'Templates' },
  { kind: 'expired', day: '2020-01-02' },
  { kind: 'moved', to: '/b/' },
  { kind: 'unclear', setting: 'draft', value: 'ja' },
  { kind: 'section', path: 'a/_index.md', reason: { kind: 'expired', day: '2020-01-02' } },
];

describe('isWaiting', () => {
  test('tells posts that will be published from others', () => {
    expect(waiting.map((hidden) => isWaiting(makeMeta({ hidden })))).not.toContain(false);
    expect(staying.map((hidden) => isWaiting(makeMeta({ hidden })))).not.toContain(true);
    expect(isWaiting(makeMeta())).toBe(false);
  });
});

describe('revealHidden', () => {
  test('shows what waits, and leaves all else as it is', () => {
    const posts = [...waiting, ...staying].map((hidden, at) => ({
      meta: makeMeta({ path: `${at}.md`, hidden }),
      extra: at,
    }));
    const shown = revealHidden(posts);
    expect(shown.map(({ extra }) => extra)).toEqual(posts.map(({ extra }) => extra));
    expect(shown.map(({ meta }) => meta.hidden)).toEqual([
      ...waiting.map(() => undefined),
      ...staying,
    ]);
    // Those that were given still know why they are hidden.
    expect(posts[0]?.meta.hidden).toBe(draft);
  });
});

describe('findUnpublished', () => {
  test('has the posts of the catalog that their files hide', () => {
    const metas = [
      makeMeta({ path: 'a.md', title: 'A' }),
      makeMeta({ path: 'b.md', title: 'B', hidden: draft }),
    ];
    const shown = metas.map((meta) => ({ ...meta, hidden: undefined }));
    const found = findUnpublished(buildCatalog(shown, testSite), metas);
    expect([...found]).toEqual([['/posts/b/', draft]]);
  });
});

describe('labelHidden', () => {
  test.each([
    [draft, 'Draft'],
    [future, 'From 2126-01-02'],
    [section, 'From 2126-01-02'],
  ])('says %o in a word or two', (hidden, label) => {
    expect(labelHidden(hidden)).toBe(label);
  });
});
