import { describe, expect, test } from 'vitest';

import { describeHidden } from '../../../../src/content/model/describe-hidden.ts';
import type { HiddenReason } from '../../../../src/content/model/post.ts';
import { makeMeta } from '../../../support/create-meta.ts';

/** The message about a post that its writer sees all the same. */
function shown(hidden: HiddenReason): string | undefined {
  return describeHidden(makeMeta({ hidden }), true)?.message;
}

describe('describeHidden', () => {
  test.each<[HiddenReason, string]>([
    [{ kind: 'draft' }, 'Left out: it is a draft.'],
    [
      { kind: 'section', path: 'a/_index.md', reason: { kind: 'draft' } },
      'Left out with its section, `a/_index.md`: it is a draft.',
    ],
    [
      { kind: 'name', part: '_old/' },
      'Left out: `_old/` begins with `_`, as Jekyll and Astro mark what is not published. Rename it to publish it.',
    ],
    [
      { kind: 'theme', layout: 'archives', to: '/archive/' },
      'Left out: `archives` is a page that a theme makes of all posts. Its address leads to `/archive/`.',
    ],
    [
      { kind: 'moved', to: 'https://example.org/' },
      'Left out: it has moved to `https://example.org/`, and its address leads there.',
    ],
    [
      { kind: 'template', folder: 'Templates' },
      'Left out: it is a template, as it lies in the vault’s folder `Templates`.',
    ],
    [
      { kind: 'unpublished', setting: 'published', value: 'false' },
      'Left out: `published` is `false`.',
    ],
    [
      { kind: 'unpublished', setting: 'status', value: 'private' },
      'Left out: `status` is `private`.',
    ],
    [
      { kind: 'unclear', setting: 'draft', value: 'ja' },
      'Left out: `draft` does not tell whether it is to be published.',
    ],
    [
      { kind: 'future', day: '2030-01-02' },
      'Left out: it is dated `2030-01-02`. The first build on that day publishes it.',
    ],
    [{ kind: 'expired', day: '2020-01-02' }, 'Left out: it expired on `2020-01-02`.'],
  ])('tells that it is %o', (hidden, message) => {
    expect(describeHidden(makeMeta({ path: 'a.md', hidden }))).toEqual({
      kind: 'hidden',
      severity: 'info',
      file: 'posts/a.md',
      message,
    });
  });

  test('says of a post that its writer sees who does not see it', () => {
    expect(shown({ kind: 'draft' })).toBe('Shown to you, and not to readers: it is a draft.');
    expect(shown({ kind: 'section', path: 'a/_index.md', reason: { kind: 'draft' } })).toBe(
      'Shown to you, and not to readers with its section, `a/_index.md`: it is a draft.',
    );
  });

  test('says nothing of a published post', () => {
    expect(describeHidden(makeMeta())).toBeUndefined();
  });
});
