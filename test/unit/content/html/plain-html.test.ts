import { describe, expect, test } from 'vitest';

import { addressStart, isPlainElement } from '../../../../src/content/html/plain-html.ts';

const html = 'http://www.w3.org/1999/xhtml';
const math = 'http://www.w3.org/1998/Math/MathML';
const svg = 'http://www.w3.org/2000/svg';

/** An element of HTML within another. */
function decide(
  name: unknown,
  attributes: Readonly<Record<string, string>> = {},
  [namespace, parentNamespace]: readonly unknown[] = [html, html],
): boolean {
  const list = Object.entries(attributes).map(([key, value]) => ({
    name: key,
    value,
    isForeign: key.includes(':'),
  }));
  return isPlainElement({ name, namespace, parentNamespace, attributes: list });
}

describe('isPlainElement', () => {
  test.each([
    ['p', {}],
    ['a', { href: 'https://a.example/b c', title: 'A < B' }],
    ['td', { align: 'left', class: 'note' }],
    ['input', { type: 'checkbox', checked: '' }],
    ['img', { src: 'data:image/png;base64,AA==', alt: '' }],
  ])('knows <%s> with %j', (name, attributes) => {
    expect(decide(name, attributes)).toBe(true);
  });

  test.each([
    ['script', {}],
    ['iframe', { src: 'https://player.vimeo.com/video/1' }],
    ['form', {}],
    ['template', {}],
    ['x-element', {}],
    ['input', {}],
    ['input', { type: 'text' }],
    ['p', { onclick: '' }],
    ['p', { is: 'x-a' }],
    ['p', { id: 'main' }],
    ['p', { class: 'a' }],
    ['p', { title: 'a-->b' }],
    ['p', { title: ' a' }],
    ['p', { 'xlink:title': 'a' }],
    ['a', { href: 'javascript:a()' }],
    ['a', { href: 'java\nscript:a()' }],
    ['img', { src: 'http://a.example/b.png' }],
  ])('refuses <%s> with %j', (name, attributes) => {
    expect(decide(name, attributes)).toBe(false);
  });

  test.each([
    ['a formula', 'math', [math, html], true],
    ['a part of one', 'mi', [math, math], true],
    ['a part of a formula in text', 'mi', [math, html], false],
    ['an element in a formula', 'b', [html, math], false],
    ['an action in one', 'maction', [math, math], false],
    ['a drawing', 'svg', [svg, html], false],
    ['a link in a drawing', 'a', [svg, svg], false],
    ['a field in place of a name', {}, [html, html], false],
    ['a field in place of a namespace', 'p', [{}, html], false],
    ['an element without one around it', 'p', [html, undefined], false],
  ])('decides on %s', (_, name, namespaces, isPlain) => {
    expect(decide(name, {}, namespaces)).toBe(isPlain);
  });
});

describe('addressStart', () => {
  test.each(['https:x', 'mailto:x', '/a', 'a b', 'data:image/png,x', '#'])('knows %s', (url) => {
    expect(addressStart.test(url)).toBe(true);
  });

  test.each(['javascript:x', 'vbscript:x', 'data:text/html,x', 'blob:x'])('refuses %s', (url) => {
    expect(addressStart.test(url)).toBe(false);
  });
});
