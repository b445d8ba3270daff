import { describe, expect, test } from 'vitest';
import { findRoute, normalizeAddress } from '../../../../src/ui/move/links.ts';

const link = (href: string, attributes: Record<string, string> = {}): HTMLAnchorElement => {
  const element = document.createElement('a');
  element.setAttribute('href', href);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
};

describe('findRoute', () => {
  test.each([
    ['/repo/posts/x/', '/repo/posts/x/'],
    ['/repo/?keyword=a#top', '/repo/'],
    ['/repo/2019/x.html#top', '/repo/2019/x.html'],
    ['/repo/posts/%E3%82%AB/', '/repo/posts/%E3%82%AB/'],
  ])('follows %s', (href, pathname) => {
    expect(findRoute(link(href), '/repo/')?.pathname).toBe(pathname);
  });

  test.each([
    ['another site', link('https://example.com/repo/')],
    ['another base', link('/other/')],
    ['a file', link('/repo/a.zip')],
    ['a mail address', link('mailto:a@b.example')],
    ['a script', link('javascript:alert(1)')],
    ['no address', link('http://[')],
    ['a path with an empty part', link('/repo//x/')],
    ['a path that does not decode', link('/repo/%E0%A4%A/')],
    ['a hash that does not decode', link('/repo/#%')],
    ['a doubled slash', link('//localhost//x/')],
    ['a new window', link('/repo/', { target: '_blank' })],
    ['a download', link('/repo/', { download: '' })],
    ['an external one', link('/repo/', { rel: 'noopener external' })],
  ])('leaves %s to the browser', (_name, element) => {
    expect(findRoute(element, '/repo/')).toBeUndefined();
  });
});

describe('normalizeAddress', () => {
  test.each([
    ['/#%', '/#%25'],
    ['//x.example/%', '/x.example/%25'],
    ['//x.example///y/?q=//z#//', '/x.example/y/?q=//z#//'],
    ['/posts/%E0%A4%A/', '/posts/%25E0%25A4%25A/'],
    ['/posts/%E3%82%AB/?q=%#x', '/posts/%E3%82%AB/?q=%#x'],
  ])('makes %s fit for the router', (written, clean) => {
    history.replaceState({ kept: 1 }, '', location.origin + written);
    normalizeAddress();
    expect(location.pathname + location.search + location.hash).toBe(clean);
    expect(history.state).toEqual({ kept: 1 });
  });
});
