// @vitest-environment jsdom
import { afterEach, describe, expect, test } from 'vitest';
import { createSanitize } from '../../../../src/library/post/sanitize.ts';
import { asUntrustedHtml } from '../../../../src/content/model/html.ts';
import type { SafeHtml } from '../../../../src/content/model/html.ts';
import { adoptBody } from '../../../../src/library/post/adopt-body.ts';
import {
  findBody,
  offerBody,
  placeOfferedBody,
  withdrawBody,
} from '../../../../src/ui/frame/body-nodes.ts';

const sanitize = createSanitize(window);

async function makeHtml(html: string): Promise<SafeHtml> {
  return (await sanitize(asUntrustedHtml(html))).html;
}

/** The body of a prerendered page. */
function createBody(): HTMLElement {
  const body = document.createElement('div');
  body.className = 'prose';
  body.textContent = 'came with the page';
  document.body.replaceChildren(body);
  return body;
}

/** The place a body was given is drawn, as the app does beside the page. */
function draw(shown: HTMLElement): void {
  document.body.append(shown);
}

describe('findBody', () => {
  afterEach(withdrawBody);

  test('puts the blocks of a post where the prerendered page has them, in no box of their own', async () => {
    const { shown, body } = findBody(await makeHtml('<p>a</p>\n<p>b</p>'), '/a/');
    expect(shown.outerHTML).toBe('<div class="prose"><p>a</p>\n<p>b</p></div>');
    expect(body).toBe(shown);
  });

  test('gives the same node for the same content', async () => {
    const html = await makeHtml('<p>a</p>');
    const { shown } = findBody(html, '/a/');
    expect(findBody(html, '/a/').shown).toBe(shown);
    expect(shown.textContent).toBe('a');
  });

  test.each([
    ['the stand-in of the data block', adoptBody],
    ['the same post, fetched as the data block could not be read', () => makeHtml('<p>a</p>')],
  ])('takes the body of the page for %s', async (_, make) => {
    const offer = createBody();
    offerBody(offer, '/a/');
    const html = await make();
    const { shown, body } = findBody(html, '/a/');
    expect(body).toBe(offer);
    expect(shown).not.toBe(offer);
    draw(shown);
    expect(placeOfferedBody()).toBe(true);
    expect(shown.isConnected).toBe(false);
    expect(findBody(html, '/a/').shown).toBe(offer);
  });

  test('never gives the body of the page to another post', async () => {
    const offer = createBody();
    offerBody(offer, '/b/');
    // Back led to /a/ before the app was there.
    expect(findBody(await makeHtml('<p>a</p>'), '/a/').shown.textContent).toBe('a');
    expect(placeOfferedBody()).toBe(false);
    expect(findBody(await makeHtml('<p>c</p>'), '/c/').shown.textContent).toBe('c');
    // Forward again.
    expect(findBody(adoptBody(), '/b/').shown).toBe(offer);
  });

  test('does not take the body of a page for a post that is read anew once the app is there', async () => {
    offerBody(createBody(), '/a/');
    placeOfferedBody();
    expect(findBody(await makeHtml('<p>new</p>'), '/a/').shown.textContent).toBe('new');
  });

  test('refuses to show a post without its text where the page has no body', () => {
    expect(() => findBody(adoptBody(), '/a/')).toThrow('.post-body > .prose');
  });
});
