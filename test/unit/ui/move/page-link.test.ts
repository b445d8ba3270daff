import { describe, expect, test } from 'vitest';
import { findLink, findPage, isPlainClick } from '../../../../src/ui/move/page-link.ts';

describe('findLink', () => {
  test('finds the link around what was hit, not one in a picture', () => {
    document.body.innerHTML =
      '<a href="/x/"><b>x</b></a><svg><a href="/y/"><text>y</text></a></svg>';
    const found: (string | undefined)[] = [];
    document.addEventListener('click', (event) => found.push(findLink(event)?.pathname));
    for (const target of document.querySelectorAll('b, text')) {
      target.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    }
    expect(found).toEqual(['/x/', undefined]);
  });
});

describe('isPlainClick', () => {
  test.each([
    [{}, true],
    [{ ctrlKey: true }, false],
    [{ metaKey: true }, false],
    [{ shiftKey: true }, false],
    [{ altKey: true }, false],
    [{ button: 1 }, false],
  ])('of %o is %s', (init, isPlain) => {
    expect(isPlainClick(new MouseEvent('click', init))).toBe(isPlain);
  });
});

describe('findPage', () => {
  test.each([
    ['/repo/posts/x/', '/repo/posts/x/'],
    ['/repo/%E3%82%AB/#a', '/repo/%E3%82%AB/'],
    ['/repo/notes.pdf', undefined],
    ['/other/', undefined],
    ['https://example.com/repo/', undefined],
    ['mailto:a@b.example', undefined],
  ])('of %s is %s', (href, pathname) => {
    const link = document.createElement('a');
    link.setAttribute('href', href);
    expect(findPage(link, '/repo/')?.pathname).toBe(pathname);
  });
});
