import { describe, expect, test } from 'vitest';

import { createFields } from '../../../../src/content/front-matter/fields.ts';
import { readPageKind } from '../../../../src/content/post/page-kind.ts';
import type { PageKind } from '../../../../src/content/post/page-kind.ts';
import { parsePostPath } from '../../../../src/content/site/post-path.ts';

function kindOf(path: string, values: Record<string, unknown> = {}, hasText = true): PageKind {
  return readPageKind({
    fields: createFields(values),
    path,
    place: parsePostPath(path),
    isDated: values['date'] !== undefined || /\d{4}-\d\d-\d\d/.test(path),
    hasText,
  });
}

describe('readPageKind', () => {
  test.each([
    ['a layout of Jekyll', 'docs/tea.md', { layout: 'page' }],
    ['a layout with its folder', 'tea.md', { layout: '../../layouts/Page.astro' }],
    ['a type of Hugo', 'tea.md', { type: 'page' }],
    ['about at the root', 'about.md', {}],
    ['about with a date, as Hugo gives one', 'about.md', { date: '2020-01-01' }],
    ['about as a bundle', 'about/index.md', {}],
    ['about in a language', 'about.fr.md', {}],
    ['now without a date', 'now.md', {}],
    ['the folder of pages of a theme', 'page/tea/index.md', { date: '2020-01-01' }],
    ['that of Jekyll', '_pages/tea.md', {}],
  ])('takes for a page %s', (_, path, values) => {
    expect(kindOf(path, values)).toEqual({ kind: 'page' });
  });

  test.each([
    ['a post', 'tea.md', {}],
    ['a dated post with that layout', '2020-01-01-tea.md', { layout: 'page' }],
    ['one whose date is in its front matter', 'tea.md', { layout: 'page', date: '2020-01-01' }],
    ['another layout', 'tea.md', { layout: 'post' }],
    ['about in a folder of posts', 'posts/about.md', { date: '2020-01-01' }],
    ['a dated file about', '2020-01-01-about.md', {}],
    ['a dated now', 'now.md', { date: '2020-01-01' }],
    ['a post in a folder named like a page', 'about/tea.md', {}],
    ['a post on archives', 'archives.md', {}],
  ])('takes for a post %s', (_, path, values) => {
    expect(kindOf(path, values)).toEqual({ kind: 'post' });
  });

  test.each([
    ['archives.md', { layout: 'archives' }, true, 'archives', '/archive/'],
    ['page/search/index.md', { layout: 'search' }, true, 'search', '/'],
    ['archives.md', {}, false, 'archives', '/archive/'],
    ['tags.md', { date: '2020-01-01' }, false, 'tags', '/keywords/'],
    ['x.md', { type: 'archives' }, true, 'archives', '/archive/'],
    ['x.md', { layout: 'constructor', type: 'tags' }, true, 'tags', '/keywords/'],
  ])('knows %s %o as the page of a theme', (path, values, hasText, layout, to) => {
    expect(kindOf(path, values, hasText)).toEqual({ kind: 'theme', layout, to });
  });
});
