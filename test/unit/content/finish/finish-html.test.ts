import { describe, expect, test } from 'vitest';

import { finishHtml, loadRawElements } from '../../../../src/content/finish/finish-html.ts';
import type { FinishedHtml } from '../../../../src/content/finish/finish-html.ts';
import { makeBody } from '../../../support/expand-body.ts';

const raw = await loadRawElements();

/** Blocks of one line each, as their author wrote them in HTML. */
function finish(...blocks: readonly string[]): FinishedHtml {
  const { context } = makeBody('');
  return finishHtml(
    blocks.map((html, line) => ({
      html,
      source: html,
      line,
      offset: blocks.slice(0, line).join('\n').length + Math.min(line, 1),
      isHtml: true,
    })),
    { context, title: 'Tea', raw },
  );
}

describe('finishHtml', () => {
  test('gives the HTML of all blocks in order', () => {
    expect(finish('<b>a</b>', '<i>b</i>').html).toBe('<b>a</b><i>b</i>');
  });

  test.each([
    ['loads images of the first three blocks at once', 2, 'fetchpriority="high"'],
    ['loads later images when they are near', 3, 'loading="lazy"'],
  ])('%s', (_, before, expected) => {
    const blocks = Array.from({ length: before }, () => '<hr>');
    expect(finish(...blocks, '<img src="https://a.example/b.png">').html).toContain(expected);
  });

  test('gives a direction to outermost blocks alone', () => {
    expect(finish('<div><p>a</p></div><p>b</p>').html).toBe(
      '<div dir="auto"><p>a</p></div><p dir="auto">b</p>',
    );
  });

  test('keeps an id for the first element that has it', () => {
    expect(finish('<i id="a">1</i>', '<i id="a">2</i>').html).toBe('<i id="a">1</i><i>2</i>');
  });

  test('writes a picture for an object that shows one', () => {
    expect(
      finish('<object type="image/svg+xml" data="https://a.example/b.svg">x</object>').html,
    ).toMatch(/^<img src="https:\/\/a\.example\/b\.svg"[^>]*>$/);
  });

  test('says what it lacks for elements that are read as a whole', () => {
    const { context } = makeBody('');
    const block = { html: '<iframe></iframe>', source: '', line: 0, offset: 0, isHtml: true };
    expect(finishHtml([block], { context, title: '' }).lacksRaw).toBe(true);
    expect(finishHtml([block], { context, title: '', raw }).lacksRaw).toBe(false);
    expect(finish('<b>a</b>').lacksRaw).toBe(false);
  });

  test('writes a link for a plug-in', () => {
    expect(finish('<embed src="https://a.example/film">').html).toBe(
      '<a href="https://a.example/film" rel="noopener">Embedded content: a.example</a>',
    );
  });

  test('leaves a heading out of the list that says so', () => {
    const { headings } = finish('<h2 class="no_toc">a</h2><h2>b</h2>');
    expect(headings.map(({ text }) => text)).toEqual(['b']);
  });

  test('names the block of a fault', () => {
    const { problems } = finish('a', '<blink>b</blink>');
    expect(problems.map(({ block, subject }) => [block?.line, subject])).toEqual([[1, '<blink>']]);
  });

  test('counts formatting that ends with its paragraph as closed', () => {
    const paragraph = `<p>${'<b>'.repeat(150)}a</p>`;
    const { context } = makeBody('');
    const block = { html: paragraph, source: '', line: 0, offset: 0, isHtml: false };
    const { html, problems } = finishHtml([block, block, block], { context, title: 'Tea' });
    expect(problems).toEqual([]);
    expect(html.match(/<p /g)).toHaveLength(3);
  });

  test('leaves out references to control characters and says so', () => {
    const { html, headings, problems } = finish('<h2>a&#1;b</h2>', '<p>c&#x1b;d</p>');
    expect(html).not.toContain('&#');
    expect(headings.map(({ text }) => text)).toEqual(['ab']);
    expect(problems).toMatchObject([{ kind: 'encoding', block: { line: 0 } }]);
  });
});
