// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';

import { policyWords } from '../../../support/body-words.ts';
import { noLoadSettings } from '../../../../src/content/html/html-policy.ts';
import {
  applyAttributePolicy,
  applyElementPolicy,
  formatRemoved,
  prepareElement,
} from '../../../../src/content/html/purify-policy.ts';

const options = { words: policyWords, settings: noLoadSettings };

function elementOf(html: string): Element {
  document.body.innerHTML = html;
  const element = document.body.firstElementChild;
  if (element === null) throw new TypeError('The HTML holds no element.');
  return element;
}

describe('applyAttributePolicy', () => {
  test('puts a value right, or asks for the attribute to go', () => {
    const element = elementOf('<p>a</p>');
    const event = { attrName: 'id', attrValue: 'main', keepAttr: true };
    applyAttributePolicy(element, event);
    expect(event).toEqual({ attrName: 'id', attrValue: 'post-main', keepAttr: true });
    const bad = { attrName: 'role', attrValue: 'alert', keepAttr: true };
    applyAttributePolicy(element, bad);
    expect(bad.keepAttr).toBe(false);
  });
});

describe('applyElementPolicy', () => {
  test('finishes a frame as a player, and other elements as ever', () => {
    applyElementPolicy(elementOf('<iframe src="https://codepen.io/a/embed/b"></iframe>'), options);
    expect(document.querySelector('iframe')).toMatchObject({
      className: 'embed',
      title: 'Embedded content: codepen.io',
    });
    expect(document.querySelector('iframe[sandbox][allow][loading=lazy]')).not.toBeNull();
    applyElementPolicy(elementOf('<video></video>'), options);
    expect(document.body.innerHTML).toBe('<video controls=""></video>');
  });
});

describe('prepareElement', () => {
  test('leaves a link for an embed of an unlisted host', () => {
    prepareElement(elementOf('<iframe src=" //x.example/a "></iframe>'), options);
    expect(document.body.innerHTML).toBe(
      '<a href="https://x.example/a" rel="noopener">Embedded content: x.example</a>',
    );
  });

  test('leaves listed embeds and other elements', () => {
    const html = '<iframe src="https://codepen.io/a/embed/b"></iframe>';
    prepareElement(elementOf(html), options);
    expect(document.body.innerHTML).toBe(html);
    prepareElement(elementOf('<p>a</p>'), options);
    expect(document.body.innerHTML).toBe('<p>a</p>');
  });

  test('takes customized elements away', () => {
    prepareElement(elementOf('<b is="x-a">a</b>'), options);
    expect(document.body.innerHTML).toBe('');
  });
});

describe('formatRemoved', () => {
  test('names elements and attributes, and leaves out text and DOMPurify’s own', () => {
    expect(
      formatRemoved([
        { element: { nodeName: 'SCRIPT' } },
        { element: { nodeName: '#comment' } },
        { element: { nodeName: 'REMOVE' } },
        { attribute: { name: 'onclick' }, from: { nodeName: 'A' } },
        { attribute: { name: 'x' }, from: null },
        {},
      ]),
    ).toEqual(['<script>', 'onclick on <a>', 'x on <?>']);
  });
});
