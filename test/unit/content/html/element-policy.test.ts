// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';

import { policyWords } from '../../../support/body-words.ts';
import { finishElement } from '../../../../src/content/html/element-policy.ts';

function elementOf(html: string): Element {
  document.body.innerHTML = html;
  const element = document.body.firstElementChild;
  if (element === null) throw new TypeError('The HTML holds no element.');
  return element;
}

describe('finishElement', () => {
  test.each([
    [
      'an external link',
      '<a href="//x.example" rel="nofollow opener">a</a>',
      '<a href="//x.example" rel="nofollow noopener">a</a>',
    ],
    ['an internal link', '<a href="/x" rel="opener">a</a>', '<a href="/x">a</a>'],
    ['an image', '<img src="a">', '<img src="a" alt="" loading="lazy" decoding="async">'],
    [
      'an image that loads at once',
      '<img src="a" alt="b" fetchpriority="high">',
      '<img src="a" alt="b" fetchpriority="high">',
    ],
    ['a film', '<video></video>', '<video controls=""></video>'],
    [
      'a box',
      '<input type="checkbox">',
      '<input type="checkbox" disabled="" aria-label="Not done">',
    ],
    ['another field', '<input type="text">', ''],
    ['text', '<p>a</p>', '<p>a</p>'],
  ])('finishes %s', (_name, html, finished) => {
    finishElement(elementOf(html), policyWords);
    expect(document.body.innerHTML).toBe(finished);
  });
});
