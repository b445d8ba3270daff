import { describe, expect, test } from 'vitest';

import { formatMarks } from '../../../../src/ui/writing/mark-unpublished.ts';

describe('formatMarks', () => {
  test('marks each link to a post by a rule of its own', () => {
    const css = formatMarks([
      { href: '/posts/a/', label: 'Draft' },
      { href: '/posts/b/', label: 'From 2126-01-02' },
    ]);
    const rules = css.split('\n}\n');
    expect(css).toContain('a[href="/posts/a/"]::after { content: "Draft";');
    expect(css).toContain('a[href="/posts/b/"]::after { content: "From 2126-01-02";');
    expect(rules.join('')).not.toContain('undefined');
  });

  test('keeps an address from ending its rule', () => {
    const css = formatMarks([{ href: '/a"]{}\\\n', label: 'Draft' }]);
    expect(css).toContain('a[href="/a\\22 ]{}\\5c \\a "]::after');
  });

  test('is empty where readers get all', () => {
    expect(formatMarks([])).toBe('');
  });
});
