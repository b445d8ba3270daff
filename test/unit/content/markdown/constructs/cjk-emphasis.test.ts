import { describe, expect, test } from 'vitest';

import { htmlOf } from '../../../../support/render-text.ts';

describe('emphasisRules', () => {
  test.each([
    ['**「はい」**と言う', '<strong>「はい」</strong>と言う'],
    ['これは**重要。**です', 'これは<strong>重要。</strong>です'],
    ['**注意：**テスト', '<strong>注意：</strong>テスト'],
    ['これは*「強調」*です', 'これは<em>「強調」</em>です'],
    ['**API（v2）**を使う', '<strong>API（v2）</strong>を使う'],
    ['使う**[a](/b)**を', '使う<strong><a href="/b">a</a></strong>を'],
    ['**foo.**は', '<strong>foo.</strong>は'],
    ['は**"foo"**と', 'は<strong>&quot;foo&quot;</strong>と'],
    ['**한국어(Korean)**는', '<strong>한국어(Korean)</strong>는'],
    ['中文~~「刪除」~~了', '中文<del>「刪除」</del>了'],
    ['~~取り消し。~~は', '<del>取り消し。</del>は'],
    ['**a。**b**c**', '<strong>a。</strong>b<strong>c</strong>'],
  ])('emphasises %s', async (source, html) => {
    expect(await htmlOf(source, { targets: { '/b': '/b' } })).toBe(`<p>${html}</p>`);
  });

  test.each([
    ['a ** b ** c', 'a ** b ** c'],
    ['日 ** 本 ** 語', '日 ** 本 ** 語'],
    ['**foo.**bar', '**foo.**bar'],
    ['snake_case_name', 'snake_case_name'],
    ['2 * 3 * 4', '2 * 3 * 4'],
  ])('leaves %s', async (source, html) => {
    expect(await htmlOf(source)).toBe(`<p>${html}</p>`);
  });
});
